// A reload without a line, where the browser allows a service worker (https, or this machine itself): the worker
// (templates/meetings/worker.js) keeps the page and its files. Elsewhere nothing is promised and nothing asked for.

const PAUSE = 10000;
let timer = null;

function ask(files) {
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ pathname: location.pathname, files }));
}

function filesOfPage() {
  return performance.getEntriesByType("resource").map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/static/"))
    .map(({ pathname }) => pathname);
}

export async function beginKeeping(worker, scope) {
  if (!navigator.serviceWorker) return;
  const isFirst = !navigator.serviceWorker.controller;
  try {
    await navigator.serviceWorker.register(worker, { scope });
    if (isFirst) ask(filesOfPage());
  } catch (_error) {
    // a private window, or no room
  }
}

// What the server has by now stands in the kept page too, once the writer pauses.
export function keepAgain() {
  if (!navigator.serviceWorker || !navigator.serviceWorker.controller) return;
  window.clearTimeout(timer);
  timer = window.setTimeout(ask, PAUSE, []);
}
