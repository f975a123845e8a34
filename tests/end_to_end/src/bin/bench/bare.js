// The same work on bare IndexedDB, as most libraries lay it out: one object per key, three indexes, strict durability for what a
// person changes. Runs in the same browser, in the same run.
(() => {
  const NAME = 'bare';
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const finished = (transaction) => new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const open = () => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const leads = request.result.createObjectStore('leads', { keyPath: 'id' });
      for (const index of ['name', 'email', 'status']) leads.createIndex(index, index);
      for (const kind of ['persons', 'organizations', 'deals']) request.result.createObjectStore(kind, { keyPath: 'id' });
    };
    return done(request);
  };
  const timed = async (work) => {
    const start = performance.now();
    const count = await work();
    return { ms: performance.now() - start, count };
  };

  globalThis.bare = {
    // What the same leads take as objects of the page, in bytes; from the browser's own count.
    memory: async () => {
      const used = () => performance.memory.usedJSHeapSize;
      const before = used();
      const db = await open();
      globalThis.kept = await done(db.transaction('leads').objectStore('leads').getAll());
      db.close();
      return used() - before;
    },

    // Parses the file and stores a lead per row.
    import: (text) => timed(async () => {
      const [header, ...lines] = text.trimEnd().split('\n').map((line) => line.split(','));
      const db = await open();
      const transaction = db.transaction('leads', 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore('leads');
      lines.forEach((cells, row) => {
        const lead = { id: crypto.randomUUID(), row, status: 'new', owner: 'me', created: Date.now() };
        header.forEach((column, at) => { lead[column] = cells[at]; });
        lead.name = `${lead['First name']} ${lead['Last name']}`.toLowerCase();
        lead.email = lead['E-mail'];
        store.put(lead);
      });
      await finished(transaction);
      db.close();
      return lines.length;
    }),

    // Opens the database and has all leads at hand, sorted: what an inbox needs for its count, filters and order.
    start: () => timed(async () => {
      const db = await open();
      const leads = await done(db.transaction('leads').objectStore('leads').getAll());
      leads.sort((a, b) => b.created - a.created);
      db.close();
      return leads.length;
    }),

    // The first fifty leads whose name begins with each prefix.
    search: async (prefixes) => {
      const db = await open();
      const times = [];
      for (const prefix of prefixes) {
        const result = await timed(async () => {
          const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
          return (await done(db.transaction('leads').objectStore('leads').index('name').getAll(range, 50))).length;
        });
        times.push(result.ms);
      }
      db.close();
      return times;
    },

    // Lead changed, organization, person and deal added, in one durable transaction each.
    convert: async (times) => {
      const db = await open();
      const keys = await done(db.transaction('leads').objectStore('leads').getAllKeys(null, times));
      const taken = [];
      for (const key of keys) {
        const result = await timed(async () => {
          const transaction = db.transaction(['leads', 'persons', 'organizations', 'deals'], 'readwrite', { durability: 'strict' });
          const leads = transaction.objectStore('leads');
          const lead = await done(leads.get(key));
          const ids = { person: crypto.randomUUID(), organization: crypto.randomUUID(), deal: crypto.randomUUID() };
          transaction.objectStore('organizations').put({ id: ids.organization, name: lead.Company });
          transaction.objectStore('persons').put({ id: ids.person, name: lead.name, email: lead.email, phone: lead.Phone });
          transaction.objectStore('deals').put({ id: ids.deal, name: lead.Company, person: ids.person, stage: 'incoming' });
          leads.put({ ...lead, status: 'converted', converted: ids });
          await finished(transaction);
        });
        taken.push(result.ms);
      }
      db.close();
      return taken;
    },
  };
})();
