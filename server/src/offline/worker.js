// The editor without a network: what stands between its page and the server.
//
// It knows the addresses of this version's files and what is in each (FILES, with
// hashes), and keeps those in a cache of this version (CACHE). Whatever is not among
// them it neither answers nor reads: calls to the server, pages of accounts, public CVs.
// So nothing about anybody can come into the cache. The server writes the constants
// before the first line.
const EDITOR = '/edit';
/** For so many milliseconds a page that is on its way is waited for. */
const PATIENCE = 2500;
/** A tab holds a lock of this name for as long as it lives: it runs this version. */
const LOCK = `merit-version-${VERSION}`;

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', (event) => event.waitUntil(hear(JSON.parse(event.data))));
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') {
    if (pathname === EDITOR) event.respondWith(page(event.request));
  } else if (Object.hasOwn(FILES, pathname)) {
    event.respondWith(file(event, pathname));
  }
});

/** Fetches a file, and takes no other bytes than those of this version. */
async function fetched(path) {
  const response = await fetch(path, { integrity: FILES[path], credentials: 'omit' });
  const whole = response.status === 200 && response.type === 'basic' && !response.redirected;
  if (!whole) throw new Error(`${path} is not what it should be`);
  return response;
}

/** What is kept, without making a cache where there is none: somebody may have removed it. */
const match = (path) => caches.match(path, { cacheName: CACHE });

async function keep(path) {
  const cache = await caches.open(CACHE);
  if (!(await cache.match(path))) await cache.put(path, await fetched(path));
}

async function otherCaches() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

async function install() {
  await Promise.all(NEEDED.map(keep));
  // Fonts that were used before are used again; without one of them there is the rest.
  for (const name of await otherCaches()) {
    const kept = await (await caches.open(name)).keys();
    const paths = kept.map(({ url }) => new URL(url).pathname).filter((path) => Object.hasOwn(FILES, path));
    await Promise.allSettled(paths.map(keep));
  }
  // The server has this version now: a tab of another one says so to who writes in it.
  for (const tab of await tabs()) tab.postMessage(VERSION);
  await takeOver();
}

/** The files of other versions go: no tab that this worker answers runs them. */
async function activate() {
  for (const name of await otherCaches()) await caches.delete(name);
  await clients.claim();
}

async function tabs() {
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter(({ url }) => new URL(url).pathname === EDITOR);
}

/**
 * A worker waits while tabs are open that the one before answers: they run its version,
 * and would miss its files. When every tab is known to run this one, there is nothing to
 * wait for; a tab that is loaded anew while it is the only one would else keep the old
 * worker for ever.
 */
async function takeOver() {
  if (!navigator.locks) return;
  const [open, { held }] = await Promise.all([tabs(), navigator.locks.query()]);
  const ours = held.filter(({ name }) => name === LOCK);
  if (ours.length >= open.length) await skipWaiting();
}

/** A page says in which language it is, and which files it has used before it could be answered. */
async function hear({ lang, used }) {
  // A browser that is short of room may have removed them.
  await Promise.allSettled(NEEDED.map(keep));
  const shell = Object.hasOwn(SHELLS, lang) && (await match(SHELLS[lang]));
  if (shell) await (await caches.open(CACHE)).put(EDITOR, shell);
  await Promise.allSettled(used.filter((path) => Object.hasOwn(FILES, path)).map(keep));
  await takeOver();
}

/** The editor's page from the server, if there is one and it answers in time; else the kept one. */
async function page(request) {
  const answer = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const response = await Promise.race([answer.catch(() => undefined), late]);
  // What a proxy says whose server is away is no answer either.
  if (response && response.status < 500) return response;
  return (await shell()) ?? answer;
}

async function shell() {
  const usual = navigator.language.startsWith('sv') ? SHELLS.sv : SHELLS.en;
  return (await match(EDITOR)) ?? (await match(usual));
}

async function file(event, path) {
  const kept = await match(path);
  if (kept) return kept;
  let response;
  try {
    response = await fetched(path);
  } catch {
    // A newer server may have another file there: it is not kept.
    return fetch(event.request);
  }
  event.waitUntil(add(path, response.clone()));
  return response;
}

async function add(path, response) {
  if (!(await caches.has(CACHE))) return;
  const cache = await caches.open(CACHE);
  // Where there is no room it is fetched again the next time.
  await cache.put(path, response).catch(() => undefined);
}
