import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser } from "./stage/browser.mjs";
import { overflow } from "./stage/inspection.mjs";
import { lines, loaded } from "./stage/loading.mjs";
import { Server } from "./stage/server.mjs";

/** Everything can be reached, seen and hit: by keyboard, on a narrow window, with wider letters. */

const form = "/ke-hoach/1/bao-cao/sa-loong/2023";
const officePages = [
  "/ke-hoach/1/tong-quan?ky=2023",
  "/ke-hoach/1/chi-tieu?ky=2023",
  "/ke-hoach/1/chi-tieu/3-2a?ky=2023",
  "/ke-hoach/1/nhiem-vu?ky=2023",
  "/ke-hoach/1/ma-tran?ky=2023",
  "/ke-hoach/1/bao-cao?ky=2023",
  "/ke-hoach/1/bao-cao/bo-y/2023/duyet",
  "/ke-hoach/1/don-doc?ky=2023",
  "/ke-hoach/1/tong-hop?ky=2023",
  "/ke-hoach/1/tong-hop/2023/y-kien/ton-tai",
  "/ke-hoach/1/phat-hanh?ky=2023",
  "/ke-hoach/1/ra-soat",
  "/ke-hoach/1/giao-so-lieu",
  "/ke-hoach/1/giao-nhiem-vu",
  "/ke-hoach/1/ky",
  "/ke-hoach/1/lich",
  "/o/dak-duc.3-2a.2023",
  "/chi-so",
];

let server;
let browser;
let office;
let commune;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  office = await browser.person(server, "chuyenvien");
  commune = await browser.person(server, "saloong");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Each page that matters, opened in the window of somebody who may. */
async function eachPage(look) {
  for (const path of officePages) {
    await office.goto(path);
    await look(office, path);
  }
  await commune.goto(form);
  await look(commune, form);
}

/** What holds the focus: its name, its place in the window, and what lies over its middle. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const middle = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
    const over = document.elementFromPoint(...middle);
    const style = getComputedStyle(element);
    return {
      name: element.id || element.name || element.textContent.trim().slice(0, 40),
      tag: element.tagName,
      key: [...document.querySelectorAll("*")].indexOf(element),
      isUncovered: over !== null && (element.contains(over) || over.contains(element)),
      hasRing: style.outlineStyle !== "none" || style.boxShadow !== "none",
    };
  });
}

test("The whole form can be walked through with Tab alone, and the focus is never hidden", async () => {
  await commune.goto(form);
  await commune.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  const expected = await commune.evaluate(() => {
    const isShown = (one) => one.checkVisibility() && one.tabIndex >= 0 && !one.disabled;
    const controls = [...document.querySelectorAll("main a[href], main input, main select, main textarea, main button, main summary")].filter(isShown);
    // A group of radio buttons is one stop.
    return controls.filter((one) => one.type !== "radio" || one.checked || !controls.some((other) => other.name === one.name && (other.checked || controls.indexOf(other) < controls.indexOf(one)))).length;
  });
  const seen = new Set();
  const faults = [];
  for (let presses = 0; presses < 2 * expected + 40; ++presses) {
    await commune.keyboard.press("Tab");
    const now = await focused(commune);
    if (now.tag === "BODY" || seen.has(now.key)) break;
    seen.add(now.key);
    if (!now.isUncovered) faults.push(`${now.tag} ${now.name} is covered`);
    if (!now.hasRing) faults.push(`${now.tag} ${now.name} shows no focus`);
  }
  assert.deepEqual(faults, []);
  assert.ok(seen.size >= expected, `${seen.size} of ${expected} controls`);
});

test("At 320 px, which is also 1280 px at 400 %, no page scrolls sideways", async () => {
  for (const page of [office, commune]) await page.setViewportSize({ width: 320, height: 640 });
  const faults = [];
  await eachPage(async (page, path) => {
    const excess = await overflow(page);
    if (excess > 0) faults.push(`${path}: ${excess} px`);
    const regions = await page.evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(one).overflowX))
        .filter((one) => !["TEXTAREA", "INPUT"].includes(one.tagName) && !(one.getAttribute("role") === "region" && one.hasAttribute("aria-label") && one.tabIndex === 0))
        .map((one) => `${one.tagName}.${one.className}`),
    );
    faults.push(...regions.map((region) => `${path}: ${region} scrolls without a name`));
  });
  for (const page of [office, commune]) await page.setViewportSize({ width: 1366, height: 768 });
  assert.deepEqual(faults, []);
});

test("With wider letters, words and lines no text is cut off", async () => {
  const spacing =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";
  const faults = [];
  await eachPage(async (page, path) => {
    const cut = await page.evaluate((css) => {
      // The policy of the page forbids inline styles; a sheet made by a script is not one.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      const isCut = (one) => {
        const style = getComputedStyle(one);
        const hides = [style.overflowX, style.overflowY].some((value) => ["hidden", "clip"].includes(value));
        const isWords = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
        return hides && isWords && !one.closest(".visually-hidden") && one.clientWidth > 1 && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
      };
      return [...document.querySelectorAll("body *")].filter(isCut).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`);
    }, spacing);
    faults.push(...cut.map((one) => `${path}: ${one}`));
  });
  assert.deepEqual([...new Set(faults)], []);
});

test("What is pressed is large enough, and the buttons of the main act larger", async () => {
  const faults = [];
  await eachPage(async (page, path) => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("main .button")]
        .filter((one) => one.checkVisibility())
        .map((one) => [one.textContent.trim(), one.getBoundingClientRect().height])
        .filter(([, height]) => height < 44),
    );
    faults.push(...small.map(([name, height]) => `${path}: “${name}” is ${height} px high`));
  });
  assert.deepEqual(faults, []);
});

test("Nothing jumps while the form, the overview and the report come over a slow line", async () => {
  const jumps = [];
  for (const [login, path] of [
    ["saloong", form],
    ["pct", "/ke-hoach/1/tong-quan?ky=2023"],
    ["pct", "/ke-hoach/1/tong-hop?ky=2023"],
  ]) {
    const page = await browser.person(server, login, { width: 1366, height: 740 });
    const { shift } = await loaded(page, path, lines.mobile);
    if (shift > 0.05) jumps.push(`${path}: ${shift}`);
    await page.context().close();
  }
  assert.deepEqual(jumps, []);
});
