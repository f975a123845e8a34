// Watches the app from inside its page: what a person sees, timed to the frame that shows it.
(() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const until = async (probe) => {
    for (;;) {
      const found = probe();
      if (found) return found;
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
    }
  };
  const button = (text) => [...document.querySelectorAll('button, a.btn')].find((it) => it.offsetParent && it.textContent.includes(text) && !it.disabled);
  const press = async (text) => { (await until(() => button(text))).click(); };
  const rows = () => document.querySelectorAll('[role=grid] [role=rowgroup] [role=row]').length;
  const shown = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');

  globalThis.kontorBench = {
    // From the chosen file to the result, without the time a person looks at each step.
    import: async () => {
      let taken = 0;
      const step = async (before, text) => {
        const start = performance.now();
        await until(() => button(text));
        taken += performance.now() - start;
        if (before) before();
        button(text).click();
      };
      await step(null, 'Check ');
      await step(null, 'Import ');
      const start = performance.now();
      await until(() => button('Show the leads'));
      return taken + performance.now() - start;
    },

    // Milliseconds since navigation until rows and the full count stand there.
    usable: async () => {
      await until(() => rows() > 5 && Number(shown()) > 100000);
      await frame();
      return performance.now();
    },

    search: async (words) => {
      const box = document.querySelector('input[type=search]');
      const type = async (text) => {
        const before = shown();
        const start = performance.now();
        box.value = text;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        await until(() => shown() !== before);
        await frame();
        return performance.now() - start;
      };
      const times = [];
      for (const word of words) {
        times.push(await type(word));
        await type('');
      }
      return times;
    },

    // Convert lead to deal, from the press on Convert lead until the summary stands there: it does only when the commit is durable.
    convert: async (times) => {
      const taken = [];
      for (let at = 0; at < times; at += 1) {
        (await until(() => document.querySelector('[role=grid] [role=rowgroup] [role=row]'))).focus();
        await until(() => document.querySelector('.split__preview') && button('Convert to deal'));
        await press('Convert to deal');
        const confirm = await until(() => button('Convert lead'));
        await frame();
        const start = performance.now();
        confirm.click();
        const leave = await until(() => button('Go to Leads'));
        taken.push(performance.now() - start);
        leave.click();
        await until(() => !document.querySelector('dialog[open]'));
        await frame();
      }
      return taken;
    },

    memory: async () => Number((await until(() => document.querySelector('[data-memory]'))).dataset.memory),
  };
})();
