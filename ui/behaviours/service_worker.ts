/// <reference lib="webworker" />
import { keptForm, keptForms } from "./kept_here";

/**
 * Stands between the browser and the network (docs/decisions/0017): the network answers whatever it can; without it
 * a kept form opens as it was kept, and every other page is the one that says so. The cache holds public files alone.
 */

declare const self: ServiceWorkerGlobalScope;
/** The addresses of the program's files; the server writes them before this script, so that it changes with them. */
declare const files: string[];

const cacheName = "tiendo";
const shellPath = "/ngoai-tuyen";
const filesFolder = "/tinh/";

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});
self.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith(filesFolder)) event.respondWith(fileOf(event.request));
  else if (event.request.mode === "navigate") event.respondWith(page(event, url));
});

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(files);
  // As a visitor sees it: it names nobody and holds no token.
  const shell = await fetch(shellPath, { credentials: "omit", cache: "reload" });
  if (!shell.ok) throw new Error(`${shellPath} answers ${shell.status}`);
  await cache.put(shellPath, shell);
  await self.skipWaiting();
}

/** What kept forms were drawn with stays for them; the rest of an earlier program goes. */
async function activate(): Promise<void> {
  const cache = await caches.open(cacheName);
  const forms = await keptForms();
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    const isUsed = pathname === shellPath || files.includes(pathname) || forms.some((form) => form.html.includes(pathname));
    if (!isUsed) await cache.delete(request);
  }
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** The address of a file changes with its content: what is in the cache is right for ever. */
async function fileOf(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request.url, response.clone());
  return response;
}

async function page(event: FetchEvent, url: URL): Promise<Response> {
  try {
    const response: Response = (await event.preloadResponse) ?? (await fetch(event.request));
    // A proxy that finds no server answers for it.
    if (response.status !== 502 && response.status !== 504) return response;
  } catch {
    // No network.
  }
  const shell = await (await caches.open(cacheName)).match(shellPath, { ignoreVary: true });
  if (!shell) return Response.error();
  return (await keptPage(url.pathname, shell)) ?? shell;
}

/** Under the policy that the server gave to the shell, with the hash of the style that the form was kept with. */
async function keptPage(path: string, shell: Response): Promise<Response | null> {
  const form = await keptForm(path).catch(() => null);
  if (!form || !/^[A-Za-z0-9+/]{43}=$/.test(form.styleHash)) return null;
  const headers = new Headers(shell.headers);
  for (const name of ["Content-Encoding", "Content-Length", "ETag"]) headers.delete(name);
  const policy = headers.get("Content-Security-Policy") ?? "default-src 'none'";
  headers.set("Content-Security-Policy", policy.replace(/'sha256-[^']+'/, `'sha256-${form.styleHash}'`));
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(form.html, { headers });
}
