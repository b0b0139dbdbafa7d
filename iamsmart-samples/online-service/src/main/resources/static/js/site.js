// What pages do with scripts; without, each of them works as well.
(() => {
  'use strict';
  // After a form with mistakes, whoever listens or uses the keyboard is at the list of them.
  document.querySelector('[data-focus]')?.focus();

  // The simulated phone stands beside the service where there is room for both.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-phone]');
    const room = screen.availWidth >= 1200;
    if (!link || !room || event.ctrlKey || event.metaKey || event.shiftKey || navigator.webdriver) {
      return;
    }
    const width = 440;
    const phone = open(link.href, 'iamsmart-phone', `popup,width=${width},height=${Math.min(900, screen.availHeight)},`
        + `left=${screen.availLeft + screen.availWidth - width},top=${screen.availTop}`);
    if (phone) {
      event.preventDefault();
      phone.opener = null;
      phone.focus();
    }
  });

  // A report that is on its way: to it, as soon as it is there.
  const report = document.querySelector('a[data-when-there]');
  const look = async tries => {
    const answer = await fetch(report.href, { cache: 'no-store', redirect: 'manual' }).catch(() => null);
    if (answer?.ok) {
      location.assign(report.href);
    } else if (tries > 0) {
      setTimeout(look, 2000, tries - 1);
    }
  };
  if (report) {
    look(60);
  }

  // What is behind the page opens as a drawer on it.
  const opener = document.querySelector('a[data-behind]');
  opener?.addEventListener('click', async event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    try {
      const answer = await fetch(opener.href, { cache: 'no-store' });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const content = page.getElementById('behind');
      if (!answer.ok || !content) {
        throw new Error();
      }
      document.querySelector('dialog.behind')?.remove();
      const drawer = document.createElement('dialog');
      drawer.className = 'behind';
      drawer.setAttribute('aria-label', opener.textContent);
      const close = document.createElement('button');
      close.className = 'quiet';
      close.textContent = opener.dataset.behind;
      close.addEventListener('click', () => drawer.close());
      const heading = content.querySelector('h1');
      const smaller = document.createElement('h2');
      smaller.textContent = heading.textContent;
      heading.replaceWith(smaller);
      drawer.append(close, content);
      document.body.append(drawer);
      drawer.showModal();
    } catch (unreachable) {
      location.assign(opener.href);
    }
  });
})();
