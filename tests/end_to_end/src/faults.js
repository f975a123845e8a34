// Faults at a chosen step of a commit. Loaded before the app; what is to happen stands in <html data-fault>:
// {"what": "stop" | "abort" | "full" | "hold" | "rest", "at": 3, "on": true}. Steps are counted from then on, and named in <html data-steps>.
(() => {
  const root = document.documentElement;
  const planned = () => root.dataset.fault && JSON.parse(root.dataset.fault);

  // Pages are written by checkpoints, which are no commits.
  const commits = (transaction) => transaction.mode === "readwrite" && !["pages", "derived"].some((store) => transaction.objectStoreNames.contains(store));

  // Counts a step of a transaction that commits, and says what befalls it.
  const reach = (name, transaction) => {
    const plan = planned();
    if (!plan || !commits(transaction)) return null;
    const steps = (root.dataset.steps ?? "").split(" ").filter(Boolean);
    steps.push(name);
    root.dataset.steps = steps.join(" ");
    const struck = steps.length === plan.at || (plan.on && steps.length > plan.at);
    // Nothing of the page runs any more until somebody answers; nobody does.
    if (struck && plan.what === "stop") alert("stopped");
    if (struck && plan.what === "hold") hold(transaction);
    return struck ? plan.what : null;
  };

  // Keeps a transaction from ending for as long as the plan stands; it can be given up then.
  const get = IDBObjectStore.prototype.get;
  const hold = (transaction) => {
    const request = get.call(transaction.objectStore(transaction.objectStoreNames[0]), 0);
    request.addEventListener("success", () => {
      const plan = planned();
      if (plan?.what === "hold") hold(transaction);
      if (plan?.what === "abort") abort(transaction);
    });
  };

  // Whatever works bit by bit goes on with a message to itself: after the next commit none arrives for as long as the plan stands.
  const isResting = () => planned()?.what === "rest" && (root.dataset.steps ?? "").includes("complete");

  const abort = (transaction) => {
    try {
      transaction.abort();
    } catch {
      // It has ended: too late for this fault.
    }
  };

  const wrap = (kind, name, around) => {
    const original = kind.prototype[name];
    kind.prototype[name] = function (...given) {
      return around(this, () => original.apply(this, given));
    };
  };

  for (const name of ["get", "getAll", "getAllKeys", "add", "put"]) {
    wrap(IDBObjectStore, name, (store, go) => {
      const { transaction } = store;
      const fault = reach(name, transaction);
      const writes = name === "add" || name === "put";
      if (fault === "full" && writes) throw new DOMException("The disk is full", "QuotaExceededError");
      const request = go();
      if (fault === "abort") abort(transaction);
      request.addEventListener("success", () => reach(`${name}-done`, transaction) === "abort" && abort(transaction));
      return request;
    });
  }

  wrap(MessagePort, "postMessage", (_, go) => {
    const later = () => (isResting() ? setTimeout(later, 20) : go());
    later();
  });

  wrap(IDBDatabase, "transaction", (_, go) => {
    const transaction = go();
    if (commits(transaction)) {
      const open = (more) => (root.dataset.open = Number(root.dataset.open ?? 0) + more);
      open(1);
      for (const end of ["complete", "abort"]) transaction.addEventListener(end, () => open(-1));
    }
    transaction.addEventListener("complete", () => reach("complete", transaction));
    reach("begin", transaction);
    return transaction;
  });
})();
