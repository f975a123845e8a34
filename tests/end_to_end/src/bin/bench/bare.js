// The same work on bare IndexedDB, as most libraries lay it out: one object per key, three indexes, strict durability for what a
// person changes; and fifty rows drawn where the app draws rows. Runs in the same browser, in the same run, on a page of its own.
(() => {
  const { frame } = watch;
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const finished = (transaction) => new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const open = () => {
    const request = indexedDB.open('bare', 1);
    request.onupgradeneeded = () => {
      const leads = request.result.createObjectStore('leads', { keyPath: 'id' });
      for (const index of ['name', 'email', 'value']) leads.createIndex(index, index);
      for (const kind of ['persons', 'organizations', 'deals']) request.result.createObjectStore(kind, { keyPath: 'id' });
    };
    return done(request);
  };
  const leadsOf = (db) => db.transaction('leads').objectStore('leads');
  const writing = (db) => db.transaction(['leads', 'persons', 'organizations', 'deals'], 'readwrite', { durability: 'strict' });
  // Four rows: the lead, and what it becomes.
  const putConverted = (transaction, lead) => {
    const ids = { person: crypto.randomUUID(), organization: crypto.randomUUID(), deal: crypto.randomUUID() };
    transaction.objectStore('organizations').put({ id: ids.organization, name: lead.Company });
    transaction.objectStore('persons').put({ id: ids.person, name: lead.name, email: lead.email, phone: lead.Phone });
    transaction.objectStore('deals').put({ id: ids.deal, name: lead.Company, person: ids.person, stage: 'incoming' });
    transaction.objectStore('leads').put({ ...lead, status: 'converted', converted: ids });
  };
  const each = async (list, work) => {
    const db = await open();
    const times = [];
    for (const item of list) {
      const start = performance.now();
      await work(db, item);
      times.push(performance.now() - start);
    }
    db.close();
    return times;
  };
  const draw = async (leads) => {
    const table = document.createElement('table');
    for (const lead of leads.slice(0, 50)) {
      const cells = table.insertRow();
      for (const text of [lead.name, lead.Company, lead.email, lead.status, lead.value]) cells.insertCell().textContent = text;
    }
    document.querySelector('table')?.remove();
    document.body.append(table);
    await frame();
  };

  // Milliseconds since navigation until all leads are at hand, sorted, and the first ones drawn.
  const usable = async () => {
    const db = await open();
    const leads = await done(leadsOf(db).getAll());
    leads.sort((a, b) => b.created - a.created);
    db.close();
    await draw(leads);
    return performance.now();
  };
  let started;
  if (location.pathname === '/start') addEventListener('DOMContentLoaded', () => { started = usable(); });

  globalThis.bare = {
    start: () => started,

    // Leads as objects of the page.
    keep: async () => {
      const db = await open();
      globalThis.kept = await done(leadsOf(db).getAll());
      db.close();
    },

    // Parses the file and stores a lead per row.
    import: async (file) => {
      const text = await (await fetch(file)).text();
      const start = performance.now();
      const [header, ...lines] = text.trimEnd().split('\n').map((line) => line.split(','));
      const db = await open();
      const transaction = db.transaction('leads', 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore('leads');
      lines.forEach((cells, row) => {
        const lead = { id: crypto.randomUUID(), row, status: 'new', owner: 'me', created: Date.now() };
        header.forEach((column, at) => { lead[column] = cells[at]; });
        lead.name = `${lead['First name']} ${lead['Last name']}`.toLowerCase();
        lead.email = lead['E-mail'];
        lead.value = Number(lead.Value);
        store.put(lead);
      });
      await finished(transaction);
      db.close();
      return performance.now() - start;
    },

    // The first fifty leads whose name begins with each prefix.
    search: (prefixes) => each(prefixes, async (db, prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      await draw(await done(leadsOf(db).index('name').getAll(range, 50)));
    }),

    // All keys in the order of an index, as a list that scrolls needs them, and the first leads.
    sort: (times) => each(Array(times).fill().map((_, at) => (at % 2 === 0 ? 'name' : 'value')), async (db, index) => {
      const sorted = leadsOf(db).index(index);
      const [, first] = await Promise.all([done(sorted.getAllKeys()), done(sorted.getAll(null, 50))]);
      await draw(first);
    }),

    // All keys.
    selectAll: (times) => each(Array(times).fill(), async (db) => {
      globalThis.selected = new Set(await done(leadsOf(db).getAllKeys()));
      await frame();
    }),

    // Lead changed, organization, person and deal added, in one durable transaction each.
    convert: async (times) => {
      const db = await open();
      const keys = await done(leadsOf(db).getAllKeys(null, times));
      db.close();
      return each(keys, async (db, key) => {
        const transaction = writing(db);
        const lead = await done(transaction.objectStore('leads').get(key));
        putConverted(transaction, lead);
        await finished(transaction);
      });
    },

    // The same for the next so many: each in a transaction of its own, and all in one.
    convertMany: async ({ from, leads }) => {
      const db = await open();
      const all = await done(leadsOf(db).getAll(null, from + 2 * leads));
      const start = performance.now();
      for (const lead of all.slice(from, from + leads)) {
        const transaction = writing(db);
        putConverted(transaction, lead);
        await finished(transaction);
      }
      const each = performance.now() - start;
      const transaction = writing(db);
      for (const lead of all.slice(from + leads)) putConverted(transaction, lead);
      await finished(transaction);
      const together = performance.now() - start - each;
      db.close();
      return { each, together };
    },
  };
})();
