// What pages do with scripts; without, each of them works as well.
(() => {
  'use strict';
  // After a form with mistakes, whoever listens or uses the keyboard is at the list of them.
  document.querySelector('[data-focus]')?.focus();
})();
