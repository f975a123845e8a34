// The service worker: keeps one whole build of the app on the device and answers from it, with or without a network.
// A new build is fetched beside the old one and waits until the app says SKIP_WAITING: a page never mixes two builds.
// `cargo xtask dist` fills in the two lines below; without that, the worker removes itself and what it kept.
const VERSION = "dev";
const FILES = [];

const PREFIX = "kontor-";
const CACHE = PREFIX + VERSION;
const PAGE = "/";

self.addEventListener("install", (event) => {
  event.waitUntil(VERSION === "dev" ? self.skipWaiting() : keepBuild());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(VERSION === "dev" ? leave() : dropOtherBuilds());
});

self.addEventListener("message", (event) => {
  if (event.data === "SKIP_WAITING" || event.data?.type === "SKIP_WAITING") {
    self.skipWaiting();
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = request.method === "GET" && url.origin === self.location.origin;
  // What a server answers about data is never kept here.
  if (VERSION === "dev" || !ours || url.pathname.startsWith("/api/")) {
    return;
  }
  if (request.mode === "navigate" && !FILES.includes(url.pathname)) {
    event.respondWith(fromCache(PAGE, request));
  } else if (FILES.includes(url.pathname)) {
    event.respondWith(fromCache(url.pathname, request));
  }
});

/** The file of this build; the network only when the browser has thrown the cache away. */
async function fromCache(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

/** All files or none: a build with a hole in it must never take over. */
async function keepBuild() {
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(FILES.map((path) => keepFile(cache, path)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function keepFile(cache, path) {
  const named = isNamedByContent(path);
  // An older build may have the very same file: a phone needn't load it again.
  const known = named ? await caches.match(path) : undefined;
  const response = known ?? (await fetch(path, { cache: named ? "default" : "reload" }));
  if (!response.ok || response.redirected) {
    throw new Error(`${path} can't be kept: ${response.status}`);
  }
  await cache.put(path, response);
}

function isNamedByContent(path) {
  return /-[0-9a-f]{16}[./]/.test(path);
}

async function dropOtherBuilds() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) {
      await caches.delete(name);
    }
  }
}

async function leave() {
  await dropOtherBuilds();
  await caches.delete(CACHE);
  await self.registration.unregister();
}
