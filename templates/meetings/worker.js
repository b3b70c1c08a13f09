{% comment %}
The service worker of meeting pages: a reload without a line shows the last page of an open meeting, for the account that
logs it. Browsers allow it on https and on this machine itself only; elsewhere nobody asks for it. Context: kept_for
(seconds a page is shown after it was drawn, as long as a session lasts).
{% endcomment %}{% load static %}"use strict";

const STATIC = "partyunit-static", PAGES = "partyunit-pages-"; // and the account
const MEETING = new RegExp("^{% url 'meetings:list' %}\\d+/$");
const KEPT_AT = "X-Kept-At", KEPT_FOR = {{ kept_for }} * 1000, PATIENCE = 8000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("{% static '' %}")) event.respondWith(fileOf(event.request));
  else if (event.request.mode === "navigate" && MEETING.test(pathname)) event.respondWith(pageOf(event, pathname));
});

// The page itself asks for it: the first time, and when more of it was stored.
self.addEventListener("message", (event) => {
  const { pathname, files } = event.data;
  const page = fetch(pathname, { redirect: "manual" }).then((response) => remember(pathname, response));
  const beside = caches.open(STATIC).then((cache) => cache.addAll(files));
  event.waitUntil(Promise.all([page, beside]).catch(() => {}));
});

// A proxy that answers for a dead server is no answer.
async function answerOf(request) {
  const response = await fetch(request);
  if (response.status > 501 && response.status < 505) throw new Error("no server behind the proxy");
  return response;
}

async function fileOf(request) {
  const cache = await caches.open(STATIC);
  try {
    const response = await answerOf(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
}

// The server's page when it answers in time, else the kept one, marked as such.
async function pageOf(event, pathname) {
  const kept = await keptPage(pathname);
  if (!kept) return remember(pathname, await fetch(event.request));
  const answer = answerOf(event.request).then((response) => remember(pathname, response));
  event.waitUntil(answer.catch(() => {}));
  const tooLong = new Promise((resolve) => { setTimeout(resolve, PATIENCE, kept); });
  return Promise.race([answer.catch(() => kept), tooLong]);
}

async function keptPage(pathname) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES));
  for (const name of names) {
    const response = await (await caches.open(name)).match(pathname, { ignoreVary: true });
    const keptAt = response && Number(response.headers.get(KEPT_AT));
    if (!response || Date.now() - keptAt > KEPT_FOR) continue;
    const html = (await response.text()).replace("<body", `<body data-kept-at="${keptAt}"`);
    return new Response(html, { headers: response.headers });
  }
  return null;
}

// Only what the account may write in, as the server says; whoever is sent to sign in leaves nothing here.
async function remember(pathname, response) {
  const account = response.ok && response.headers.get("X-Keep-For");
  const isSignedOut = response.type === "opaqueredirect";
  for (const name of (await caches.keys()).filter((one) => one.startsWith(PAGES))) {
    if (isSignedOut || (account && name !== PAGES + account)) await caches.delete(name);
    else if (response.status < 500) await (await caches.open(name)).delete(pathname, { ignoreVary: true });
  }
  if (account) {
    const headers = new Headers(response.headers);
    headers.set(KEPT_AT, Date.now());
    const kept = new Response(await response.clone().blob(), { headers });
    await (await caches.open(PAGES + account)).put(pathname, kept);
  }
  return response;
}
