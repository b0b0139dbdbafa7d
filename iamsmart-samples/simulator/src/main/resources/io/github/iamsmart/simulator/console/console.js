'use strict';
// The pages are whole without this: it copies, and it keeps fresh what is marked with data-live.
(() => {
  const showCopyButtons = root => {
    if (navigator.clipboard) {
      root.querySelectorAll('[data-copy]').forEach(button => { button.hidden = false; });
    }
  };
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (button) {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.classList.add('copied');
      setTimeout(() => button.classList.remove('copied'), 1500);
    }
  });
  showCopyButtons(document);

  // A part in which somebody types or chooses stays until they have left it.
  const busy = part => part.contains(document.activeElement)
      && document.activeElement.matches('input:not([type=hidden]), select, textarea');
  const replace = (part, fresh) => {
    const open = [...part.querySelectorAll('details[open][id]')].map(row => row.id);
    const chosen = [...part.querySelectorAll('select[id]')].map(list => [list.id, list.value]);
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    const place = focused && [...part.querySelectorAll('a, button, summary')].indexOf(focused);
    const within = focused && focused.closest('[id]');
    part.replaceChildren(...fresh.childNodes);
    open.forEach(id => { const row = document.getElementById(id); if (row) { row.open = true; } });
    chosen.forEach(([id, value]) => { const list = document.getElementById(id); if (list) { list.value = value; } });
    if (focused) {
      const again = within && document.getElementById(within.id);
      const same = again && [...again.querySelectorAll('a, button, summary')]
          .find(one => one.textContent === focused.textContent);
      (same || part.querySelectorAll('a, button, summary')[place] || document.getElementById('main'))
          .focus({preventScroll: true});
    }
    showCopyButtons(part);
  };

  let wanted = document.body.dataset.mark;
  let loading = false;
  const refresh = async () => {
    if (loading || wanted === document.body.dataset.mark) { return; }
    loading = true;
    try {
      const answer = await fetch(document.body.dataset.here, {cache: 'no-store'});
      if (!answer.ok) { throw new Error(answer.status); }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      let whole = true;
      document.querySelectorAll('[data-live]').forEach(part => {
        const fresh = page.getElementById(part.id);
        if (!fresh) { return; }
        if (busy(part)) { whole = false; return; }
        if (part.dataset.shown !== fresh.innerHTML) {
          const markup = fresh.innerHTML;
          replace(part, fresh);
          part.dataset.shown = markup;
        }
      });
      if (whole) { document.body.dataset.mark = page.body.dataset.mark; }
    } catch (unreachable) {
      // The next event asks again.
    }
    loading = false;
  };

  let events = null;
  const listen = () => {
    if (events || document.hidden || !document.querySelector('[data-live], #clock')) { return; }
    events = new EventSource('/console/events');
    events.addEventListener('state', event => { wanted = event.data; refresh(); });
    events.addEventListener('clock', event => {
      const clock = document.getElementById('clock');
      if (clock) { clock.textContent = event.data; }
      refresh();
    });
  };
  // A page in the background needs no connection, of which a browser has few.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && events) { events.close(); events = null; }
    listen();
  });
  listen();
})();
