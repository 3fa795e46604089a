/**
 * The desks without a signal: what was loaded once is served from this phone, the entry by its last copy. Nothing of /api is ever kept here; what a
 * handler needs of it the pages keep themselves, under the account it is for.
 */
const shelf = 'wufang-1';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Pages tell what they had loaded before there was a worker. */
self.addEventListener('message', (event) => event.waitUntil(addMissing(event.data)));

async function addMissing(paths) {
  const cache = await caches.open(shelf);
  for (const path of new Set(paths)) if (!(await find(cache, path))) await cache.add(path).catch(() => undefined);
}

/** The server says that answers vary by encoding; what is kept here is decoded. */
const find = (cache, asked) => cache.match(asked, { ignoreVary: true });

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== self.location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(freshOrKept('/desk/', event.request));
  // Names carry a hash of what is in them, so a kept file is the right one.
  else if (pathname.startsWith('/pages/assets/')) event.respondWith(keptOrFresh(event.request));
});

async function freshOrKept(entry, request) {
  const cache = await caches.open(shelf);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(entry, answer.clone());
    return answer;
  } catch (error) {
    const kept = await find(cache, entry);
    if (kept) return kept;
    throw error;
  }
}

async function keptOrFresh(request) {
  const cache = await caches.open(shelf);
  const kept = await find(cache, request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
