// Keeps a waiting page up to date. When the request ends, the page is loaded again: what is next, the server knows.
// A template of the application may use it as well; the attributes that it reads begin with data-iamsmart.
(() => {
  'use strict';
  const FOCUS = 'iamsmart-focus';
  const LOST = 'iamsmart-lost';
  const POLL = 3000;
  const SILENCE = 5000;
  const MINUTE = 60000;
  const all = selector => [...document.querySelectorAll(selector)];

  // What one load of this page leaves to the next, where the browser lets it.
  const leave = name => {
    try {
      sessionStorage.setItem(name, location.pathname);
      return true;
    } catch (forbidden) {
      return false;
    }
  };
  const found = name => {
    try {
      const here = sessionStorage.getItem(name) === location.pathname;
      sessionStorage.removeItem(name);
      return here;
    } catch (forbidden) {
      return false;
    }
  };

  // Whoever listens to the page hears at once what the new one says.
  if (found(FOCUS)) {
    document.querySelector('h1')?.focus();
  }
  const wasLost = found(LOST);

  const page = document.querySelector('[data-iamsmart-request]');
  // A template of the application may leave the mark on a page that tells of the end.
  if (!page || ['completed', 'declined', 'failed', 'timed-out'].includes(page.dataset.iamsmartStatus)) {
    return;
  }
  const request = page.dataset.iamsmartRequest;
  let step = page.dataset.iamsmartStatus;
  let ended = false;
  let events = null;
  let streaming = false;
  let timer = 0;

  const enter = next => {
    if (next === step || !document.querySelector(`[data-iamsmart-step="${next}"]`)) {
      return;
    }
    step = next;
    page.dataset.iamsmartStatus = next;
    const focused = document.activeElement;
    all('[data-iamsmart-step]').forEach(part => {
      part.hidden = part.dataset.iamsmartStep !== next;
    });
    document.title = document.querySelector('h1 [data-iamsmart-step]:not([hidden])')?.textContent ?? document.title;
    if (focused && focused.closest('[hidden]')) {
      document.querySelector('h1')?.focus();
    }
  };

  const showProgress = ({ received, announced }) => {
    all('progress').forEach(bar => {
      bar.max = announced;
      bar.value = received;
    });
    all('[data-iamsmart-progress]').forEach(text => {
      const now = text.dataset.iamsmartProgress.replace('{0}', received).replace('{1}', announced);
      if (text.textContent !== now) {
        text.textContent = now;
      }
    });
  };

  const loadAgain = () => {
    if (!ended) {
      ended = true;
      clearTimeout(timer);
      events?.close();
      leave(FOCUS);
      location.reload();
    }
  };

  const read = text => {
    const now = JSON.parse(text);
    if (now.progress) {
      showProgress(now.progress);
    }
    if (now.status === 'processing') {
      enter('processing');
    } else if (now.status !== 'pending') {
      loadAgain();
    } else if (now.progress) {
      enter('arriving');
    }
  };

  const ask = async () => {
    try {
      const answer = await fetch(request, { cache: 'no-store' });
      // The security of an application may send whose session has ended to a page of its own.
      const lost = answer.redirected || answer.status === 404 || answer.status === 401;
      if (answer.ok && !lost) {
        read(await answer.text());
      } else if (lost && !wasLost && leave(LOST)) {
        // The browser may no longer look, which the page says; where it is there nevertheless, once is enough.
        loadAgain();
      }
    } catch (unreachable) {
      // The next round asks again.
    }
  };

  const poll = async () => {
    clearTimeout(timer);
    await ask();
    if (!ended && !streaming) {
      timer = setTimeout(poll, POLL);
    }
  };

  const listen = () => {
    if (!window.EventSource) {
      poll();
      return;
    }
    events?.close();
    events = new EventSource(request + '/events');
    streaming = false;
    clearTimeout(timer);
    // A proxy may hold the events back; the first one comes at once.
    timer = setTimeout(poll, SILENCE);
    events.addEventListener('state', event => {
      streaming = true;
      clearTimeout(timer);
      read(event.data);
    });
    events.addEventListener('error', () => {
      // An interrupted stream comes back by itself, perhaps; one that was refused does not.
      streaming = false;
      clearTimeout(timer);
      if (!ended) {
        timer = setTimeout(poll, events.readyState === EventSource.CLOSED ? 0 : SILENCE);
      }
    });
  };

  // A phone that showed another app meanwhile may have let the stream die without a word.
  const wakeUp = () => {
    if (!ended) {
      ask();
      listen(); // an open stream may be dead; where the new one is silent, the page asks
    }
  };

  const left = document.querySelector('[data-iamsmart-left]');
  const end = left ? Date.now() + Number(left.dataset.iamsmartLeft) * 1000 : 0;
  const countDown = () => {
    const minutes = Math.ceil((end - Date.now()) / MINUTE);
    const { minutes: many, minute: one, seconds: none } = left.dataset;
    const now = end - Date.now() < MINUTE ? none : minutes === 1 ? one : many.replace('{0}', minutes);
    if (left.textContent !== now) {
      left.textContent = now;
    }
  };
  if (left) {
    countDown();
    setInterval(countDown, 5000);
  }

  addEventListener('online', wakeUp);
  addEventListener('pageshow', event => {
    if (event.persisted) {
      // What has been left so may have ended since.
      ended = false;
      wakeUp();
    }
  });
  addEventListener('pagehide', () => events?.close());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      wakeUp();
    }
  });
  listen();
})();
