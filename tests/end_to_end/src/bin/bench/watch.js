// For both sides alike: waits for what stands in the page, and tasks that kept the page from answering. Runs in every document
// before anything else.
(() => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });

  globalThis.watch = {
    frame,

    // Looks again whenever the page has changed; says what it waited for when that never comes.
    until: (probe) => new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => look());
      const patience = setTimeout(() => { observer.disconnect(); reject(new Error(`never seen: ${probe}`)); }, 380_000);
      const look = () => {
        const found = probe();
        if (!found) return false;
        clearTimeout(patience);
        observer.disconnect();
        resolve(found);
        return true;
      };
      if (!look()) observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    }),

    // Runs the work; beside its result, the lengths of the long tasks it caused, in milliseconds.
    over: async (since, work) => {
      const value = await work();
      const end = performance.now();
      // The browser reports a task some time after it.
      await frame();
      await new Promise((resolve) => { setTimeout(resolve, 300); });
      const within = tasks.filter((it) => it.startTime + it.duration >= since && it.startTime <= end);
      return { value, tasks: within.map((it) => it.duration) };
    },
  };
})();
