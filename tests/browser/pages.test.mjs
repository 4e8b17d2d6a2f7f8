import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser } from "./stage/browser.mjs";
import { accessibilityFaults, markupFaults, overflow, wordingFaults } from "./stage/inspection.mjs";
import { Server } from "./stage/server.mjs";

const bytesOfFirstLoad = 80_000;
const requestsOfFirstLoad = 8;

/** Each finds by links what those before did not; what a unit sees differs from what the office sees of it. */
const roles = [
  { login: "chuyenvien", scope: "office" },
  { login: "truongphong", scope: "office" },
  { login: "pct", scope: "office" },
  { login: "quantri", scope: "office" },
  { login: "saloong", scope: "unit" },
  { login: "saloong-ld", scope: "unit" },
  { login: "phong-noi-vu", scope: "unit" },
];

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

/** Pages of one kind differ in what they show, not in how. */
function kindOf(url) {
  const path = url.pathname
    .replace(/\/o\/[^/]+/, "/o/*")
    .replace(/\/bao-cao\/[^/]+\/[^/]+/, "/bao-cao/*")
    .replace(/\/phien-ban\/\d+/, "/phien-ban/*")
    .replace(/\/(chi-tieu|nhiem-vu|chi-so|nguoi-dung|don-vi)\/[^/]+/, "/$1/*");
  // The period stands in nearly every address and changes nothing about the page.
  const questions = [...url.searchParams.keys()].filter((key) => !["ky", "kh"].includes(key));
  return [path, ...questions.sort()].join(" ");
}

function isPage(url) {
  return url.origin === server.address && !/\.\w{3,4}$/.test(url.pathname) && !url.pathname.startsWith("/api/");
}

/** Opens an address as a browser does that was never here: with nothing in its cache. */
async function firstLoad(page, address) {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  const load = { bytes: 0, requests: 0 };
  network.on("Network.loadingFinished", (event) => (load.bytes += event.encodedDataLength));
  network.on("Network.requestWillBeSent", (event) => (load.requests += event.request.url.startsWith("http") ? 1 : 0));
  load.response = await page.goto(address);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await network.detach();
  return load;
}

async function inspect(page, address, status = 200) {
  const faults = [];
  const complaintsBefore = browser.complaints.length;
  await page.setViewportSize({ width: 1366, height: 768 });
  const { response, bytes, requests } = await firstLoad(page, address);
  if (response.status() !== status) return { faults: [`answers ${response.status()}`], links: [], bytes };
  if (bytes > bytesOfFirstLoad) faults.push(`first load of ${bytes} bytes`);
  if (requests > requestsOfFirstLoad) faults.push(`first load of ${requests} requests`);
  faults.push(...(await markupFaults(await response.text())));
  faults.push(...(await accessibilityFaults(page)));
  faults.push(...(await wordingFaults(page)));
  const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((one) => one.href));
  await page.setViewportSize({ width: 360, height: 740 });
  faults.push(...(await accessibilityFaults(page)).map((fault) => `at 360 px: ${fault}`));
  const excess = await overflow(page);
  if (excess > 0) faults.push(`at 360 px: ${excess} px too wide`);
  const complaints = browser.complaints.slice(complaintsBefore).filter((one) => status === 200 || !one.includes(`${status} (`));
  faults.push(...complaints.map((complaint) => `console: ${complaint}`));
  return { faults, links, bytes };
}

const inspected = new Set();

/** Visits what a person can reach by links from the start page, one page of each kind that nobody saw before. */
async function crawl(page, scope) {
  const waiting = [new URL("/", server.address)];
  const faults = [];
  const heaviest = { bytes: 0, path: "" };
  let visited = 0;
  while (waiting.length > 0) {
    const url = waiting.shift();
    const found = await inspect(page, url.href);
    ++visited;
    if (found.bytes > heaviest.bytes) Object.assign(heaviest, { bytes: found.bytes, path: url.pathname });
    faults.push(...found.faults.map((fault) => `${url.pathname}${url.search}: ${fault}`));
    for (const href of found.links) {
      const next = new URL(href);
      next.hash = "";
      const kind = `${scope} ${kindOf(next)}`;
      if (!isPage(next) || inspected.has(kind)) continue;
      inspected.add(kind);
      waiting.push(next);
    }
  }
  return { faults, visited, heaviest };
}

function assertSound(faults) {
  assert.equal(faults.length, 0, `\n${[...new Set(faults)].join("\n")}`);
}

test("The sign-in page and the page for a forgotten password are sound", async () => {
  const page = await browser.window(server.address);
  for (const path of ["/dang-nhap", "/quen-mat-khau"]) assertSound((await inspect(page, path)).faults);
  await page.context().close();
});

test("A page that refuses says so soundly", async () => {
  const page = await browser.person(server, "saloong");
  assertSound((await inspect(page, "/khong-co-trang-nay", 404)).faults);
  assertSound((await inspect(page, "/nguoi-dung", 403)).faults);
  await page.context().close();
});

for (const { login, scope } of roles)
  test(`Every page that ${login} reaches is sound and light`, async (t) => {
    const page = await browser.person(server, login);
    const { faults, visited, heaviest } = await crawl(page, scope);
    t.diagnostic(`${visited} pages; the heaviest first load is ${heaviest.path}, ${Math.round(heaviest.bytes / 1000)} KB`);
    assertSound(faults);
    await page.context().close();
  });
