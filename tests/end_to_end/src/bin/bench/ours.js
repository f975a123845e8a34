// Watches the app from inside its page: what a person sees, timed to the frame that shows it.
(() => {
  const row = () => document.querySelector('[role=grid] [role=rowgroup] [role=row]');
  const rows = () => document.querySelectorAll('[role=grid] [role=rowgroup] [role=row]').length;
  const shown = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
  // Asked last whether it can be seen: that makes the browser lay the page out.
  const button = (text) => [...document.querySelectorAll('button, a.btn')]
    .find((it) => it.textContent.trim().match(text)?.index === 0 && !it.disabled && it.offsetParent);
  const { frame, until } = watch;

  // The moment at which a file is chosen.
  let chosen = 0;
  addEventListener('change', (event) => {
    if (event.target.type === 'file') chosen = performance.now();
  }, true);

  // The moment at which the last commit was on disk: the end of a transaction that writes.
  let durable = 0;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function begin(stores, mode, options) {
    const begun = transaction.call(this, stores, mode, options);
    if (mode === 'readwrite') begun.addEventListener('complete', () => { durable = performance.now(); });
    return begun;
  };

  // Milliseconds since navigation until rows and the count of all leads that are not converted stand there.
  const usable = () => until(() => rows() > 5 && Number(shown()) > 99000).then(frame).then(() => performance.now());
  const used = location.pathname === '/leads' ? usable() : null;

  // All leads of the list at once, from the press on Convert to the plan, and from the press on its button until the last one
  // is durable and all are told.
  const convertShown = async () => {
    document.querySelector('[role=columnheader] input').click();
    const convert = await until(() => button(/^Convert \d/));
    await frame();
    const asked = performance.now();
    convert.click();
    const confirm = await until(() => document.querySelector('dialog[open] [type=submit]:not([aria-disabled])'));
    await frame();
    const planned = performance.now() - asked;
    const start = performance.now();
    confirm.click();
    await until(() => button('Download list'));
    const ms = performance.now() - start;
    await frame();
    const converted = button(/^Undo all/).textContent.replace(/\D/g, '');
    return { planned, ms, converted: Number(converted) };
  };

  globalThis.ours = {
    chosen: () => chosen,
    start: () => used,

    // From the chosen file to the result, with every button pressed as soon as it is there.
    import: async () => {
      (await until(() => button('Check '))).click();
      (await until(() => button('Import '))).click();
      const writing = performance.now();
      await until(() => button('Show the leads'));
      const end = performance.now();
      return { ms: end - chosen, writing: end - writing };
    },

    // The log has been written into the pages, as it is some seconds after an import: of the last 64 entries it keeps a copy, and
    // a few more are not worth writing.
    settle: () => new Promise((resolve, reject) => {
      const request = indexedDB.open('kontor');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const look = () => {
          const count = request.result.transaction('log').objectStore('log').count();
          count.onsuccess = () => {
            if (count.result > 88) { setTimeout(look, 500); return; }
            request.result.close();
            resolve();
          };
        };
        look();
      };
    }),

    search: async (words) => {
      const box = document.querySelector('input[type=search]');
      box.focus();
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

    // By name, value and back to what is due: presses on the heads of the list.
    sort: async (times) => {
      const taken = [];
      for (let at = 0; at < times; at += 1) {
        const heads = document.querySelectorAll('[role=columnheader] button');
        const before = row().textContent;
        const start = performance.now();
        heads[at % 2 === 0 ? 0 : heads.length - 2].click();
        await until(() => row() && row().textContent !== before);
        await frame();
        taken.push(performance.now() - start);
      }
      return taken;
    },

    // The box above all rows, on and off.
    selectAll: async (times) => {
      const taken = [];
      for (let at = 0; at < times; at += 1) {
        const start = performance.now();
        document.querySelector('[role=columnheader] input').click();
        await until(() => row().getAttribute('aria-selected') === String(at % 2 === 0));
        await frame();
        taken.push(performance.now() - start);
      }
      return taken;
    },

    // Three times of each conversion: from the press on Convert to deal until the dialog can be answered, from the press on
    // Convert lead until the commit is durable, and until the summary stands there.
    convert: async (times) => {
      const taken = [];
      for (let at = 0; at < times; at += 1) {
        const name = (await until(row)).querySelector('a').textContent;
        row().focus();
        const preview = () => document.querySelector('.split__preview');
        const open = await until(() => preview()?.textContent.includes(name) && button('Convert to deal'));
        await frame();
        const asked = performance.now();
        open.click();
        // Right after a start it is not known yet who may be the same.
        const confirm = await until(() => document.querySelector('dialog[open] [type=submit]:not([aria-disabled])'));
        await frame();
        const opened = performance.now() - asked;
        // Nobody presses sooner after a dialog opened.
        await new Promise((resolve) => { setTimeout(resolve, 250); });
        // Where it asks who somebody is, it is the first one offered; whoever is chosen may bring the next question along.
        const unanswered = () => {
          const radios = [...document.querySelectorAll('dialog[open] [type=radio]')];
          return radios.find((it) => !radios.some((other) => other.name === it.name && other.checked));
        };
        for (let radio = unanswered(); radio; radio = unanswered()) { radio.click(); await frame(); }
        const start = performance.now();
        confirm.click();
        const leave = await until(() => button('Go to Leads'));
        taken.push({ opened, durable: durable - start, drawn: performance.now() - start });
        await frame();
        leave.click();
        await until(() => !document.querySelector('dialog[open]'));
        await frame();
      }
      return taken;
    },

    // All leads that are found, and the undo of all.
    convertMany: async (word) => {
      const box = document.querySelector('input[type=search]');
      box.value = word;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await until(() => Number(shown()) < 2000);
      // Nobody presses anything before it is drawn.
      await frame();
      const leads = Number(shown()) - 1;
      const plan = await convertShown();
      // The list behind has followed.
      await until(() => Number(shown()) - 1 < leads);
      await frame();
      const back = performance.now();
      [...document.querySelectorAll('dialog[open] button')].find((it) => it.textContent.trim().startsWith('Undo')).click();
      await until(() => Number(shown()) - 1 === leads);
      const undone = performance.now() - back;
      return { ...plan, undone };
    },

    // Every lead there is.
    convertAll: () => convertShown(),

    memory: async () => Number((await until(() => document.querySelector('[data-memory]'))).dataset.memory),
  };
})();
