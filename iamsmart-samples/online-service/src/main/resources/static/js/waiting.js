// Follows the request of the page and loads the page again when the request has ended: what is next, the server knows.
// Without scripts the page loads itself every few seconds.
(() => {
  'use strict';
  const state = document.querySelector('[data-request]').dataset.request;
  const PAUSE = 3000;
  let ended = false;
  let timer = 0;

  const read = text => {
    if (!ended && JSON.parse(text).status !== 'pending') {
      ended = true;
      location.replace(location.pathname);
    }
  };

  const ask = async () => {
    clearTimeout(timer);
    try {
      const answer = await fetch(state, { cache: 'no-store' });
      if (answer.ok) {
        read(await answer.text());
      }
    } catch (unreachable) {
      // The next round asks again.
    }
  };

  const askForEver = async () => {
    await ask();
    if (!ended) {
      timer = setTimeout(askForEver, PAUSE);
    }
  };

  const events = new EventSource(state + '/events');
  events.addEventListener('state', event => read(event.data));
  events.addEventListener('error', () => {
    // An interrupted stream comes back by itself; one that was refused does not.
    if (events.readyState === EventSource.CLOSED && !ended) {
      askForEver();
    }
  });

  // A phone that shows another app meanwhile may have let the stream die without a word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      ask();
    }
  });
})();
