import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser } from "./stage/browser.mjs";
import { accessibilityFaults, markupFaults, overflow, wordingFaults } from "./stage/inspection.mjs";
import { Server } from "./stage/server.mjs";

const bytesOfFirstLoad = 80_000;
const requestsOfFirstLoad = 8;
const pagesOfOneRole = 60;

let server;
let browser;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Pages of one kind differ in what they show, not in how: a role sees two of each, or one of those seen before. */
const seenBefore = new Set();
const kindOf = (url) =>
  url.pathname
    .replace(/\/o\/[^/]+/, "/o/*")
    .replace(/\/bao-cao\/[^/]+\/[^/]+/, "/bao-cao/*")
    .replace(/\/(chi-tieu|nhiem-vu|chi-so|nguoi-dung|don-vi)\/[^/]+/, "/$1/*") +
  [...url.searchParams.keys()].sort().join("&");

function isPage(url) {
  return url.origin === server.address && !/\.\w{3,4}$/.test(url.pathname) && !url.pathname.startsWith("/api/");
}

async function inspect(page, address) {
  const faults = [];
  const complaintsBefore = browser.complaints.length;
  await page.setViewportSize({ width: 1366, height: 768 });
  const response = await page.goto(address);
  if (!(response.headers()["content-type"] ?? "").startsWith("text/html")) return { faults, links: [] };
  if (response.status() !== 200) return { faults: [`answers ${response.status()}`], links: [] };
  faults.push(...(await markupFaults(await response.text())));
  faults.push(...(await accessibilityFaults(page)));
  faults.push(...(await wordingFaults(page)));
  const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((one) => one.href));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  faults.push(...(await accessibilityFaults(page)).map((fault) => `at 360 px: ${fault}`));
  const excess = await overflow(page);
  if (excess > 0) faults.push(`at 360 px: ${excess} px too wide`);
  faults.push(...browser.complaints.slice(complaintsBefore).map((complaint) => `console: ${complaint}`));
  return { faults, links };
}

/** Visits what a person can reach by links, begins at the start page. */
async function crawl(page) {
  const found = new Set();
  const kinds = new Map();
  const known = new Set(seenBefore);
  const waiting = [new URL("/", server.address)];
  const faults = [];
  let visited = 0;
  while (waiting.length > 0 && visited < pagesOfOneRole) {
    const url = waiting.shift();
    const { faults: these, links } = await inspect(page, url.href);
    ++visited;
    faults.push(...these.map((fault) => `${url.pathname}${url.search}: ${fault}`));
    for (const href of links) {
      const next = new URL(href);
      next.hash = "";
      if (!isPage(next) || found.has(next.href)) continue;
      found.add(next.href);
      const kind = kindOf(next);
      const count = (kinds.get(kind) ?? 0) + 1;
      kinds.set(kind, count);
      seenBefore.add(kind);
      if (count <= (known.has(kind) ? 1 : 2)) waiting.push(next);
    }
  }
  return { faults, visited };
}

test("The sign-in page is sound", async () => {
  const page = await browser.window(server.address);
  const { faults } = await inspect(page, "/dang-nhap");
  assert.deepEqual(faults, []);
});

for (const login of ["quantri"]) {
  test(`Every page that ${login} reaches is sound`, async (t) => {
    const page = await browser.person(server, login);
    const { faults, visited } = await crawl(page);
    t.diagnostic(`${visited} pages`);
    assert.ok(visited > 1);
    assert.equal(faults.length, 0, `\n${[...new Set(faults)].join("\n")}`);
    await page.context().close();
  });
}

/** What the network carried for the first page that a new browser opens. */
async function firstLoad(login, path) {
  const visited = await browser.person(server, login);
  const cookies = await visited.context().cookies();
  await visited.context().close();
  const page = await browser.window(server.address);
  await page.context().addCookies(cookies);
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  let requests = 0;
  network.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  network.on("Network.requestWillBeSent", (event) => (requests += event.request.url.startsWith("http") ? 1 : 0));
  await page.goto(path, { waitUntil: "networkidle" });
  await page.context().close();
  return { bytes, requests };
}

for (const [login, path] of [
  ["pct", "/ke-hoach/1/tong-quan?ky=2023"],
  ["saloong", "/ke-hoach/1/bao-cao/sa-loong/2023"],
])
  test(`The first load of ${path} is light`, async (t) => {
    const { bytes, requests } = await firstLoad(login, path);
    t.diagnostic(`${Math.round(bytes / 1000)} KB, ${requests} requests`);
    assert.ok(bytes <= bytesOfFirstLoad, `${bytes} bytes`);
    assert.ok(requests <= requestsOfFirstLoad, `${requests} requests`);
  });
