// Follows the request of the page and loads the page again when the request has ended and the service has taken the
// result: what is next, the server knows.
// Without scripts the page loads itself every few seconds.
(() => {
  'use strict';
  const state = document.querySelector('[data-request]').dataset.request;
  const PAUSE = 3000;
  let ended = false;
  let timer = 0;

  const arrivals = document.getElementById('arrivals');

  // Many signatures come in parts; from the first one on the user has nothing left to do.
  const show = ({ received, announced }) => {
    const bar = document.getElementById('progress');
    bar.max = announced;
    bar.value = received;
    const text = document.getElementById('arrived');
    text.textContent = text.dataset.text.replace('{0}', received).replace('{1}', announced);
    document.querySelectorAll('[data-arriving]').forEach(part => {
      part.textContent = part.dataset.arriving;
    });
    document.querySelectorAll('[data-before-arrivals]').forEach(part => {
      part.hidden = true;
    });
    arrivals.hidden = false;
  };

  const read = text => {
    const now = JSON.parse(text);
    if (!ended && now.status !== 'pending' && now.status !== 'processing') {
      ended = true;
      location.replace(location.pathname);
    } else if (arrivals && now.progress) {
      show(now.progress);
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

  // A withdrawal ends the request too: its answer leads on, and loading the page again would forestall that.
  document.addEventListener('submit', () => {
    ended = true;
    clearTimeout(timer);
    events.close();
  });

  // Whoever comes back to a page that has been left so finds it listening again.
  addEventListener('pageshow', event => {
    if (event.persisted && ended) {
      location.replace(location.pathname);
    }
  });

  // A phone that shows another app meanwhile may have let the stream die without a word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      ask();
    }
  });
})();
