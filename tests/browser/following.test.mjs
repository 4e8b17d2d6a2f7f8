import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { paragraphsOf } from "./stage/archive.mjs";
import { Browser, words } from "./stage/browser.mjs";
import { Server } from "./stage/server.mjs";
import { Visitor } from "./stage/visitor.mjs";

/** From a number to where it came from, and from a name to its unit. */

let server;
let browser;
let page;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  page = await browser.person(server, "chuyenvien");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const paths = async (selector) =>
  page.locator(selector).evaluateAll((links) => [...new Set(links.map((link) => link.pathname + link.search))]);

/** The counts of each unit on a target's page: "1/3" is [1, 3]. */
async function countsOnPage() {
  const cells = await page.locator('tr:has(a[href^="/o/"]) td[data-label="Số đếm"]').allInnerTexts();
  return cells.filter((text) => text.includes("/")).map((text) => text.replaceAll(".", "").split("/").map(Number));
}

test("The sums of a rate are the sums of its units, and the rate is theirs", async () => {
  await page.goto("/ke-hoach/1/chi-tieu/3-2a?ky=2023");
  const counts = await countsOnPage();
  assert.equal(counts.length, 4); // two more reported that there was nobody
  const [numerator, denominator] = counts.reduce(([n, d], [a, b]) => [n + a, d + b], [0, 0]);
  assert.deepEqual([numerator, denominator], [17, 20]);
  assert.match(await words(page.locator("main")), /85,00%/);
  await page.goto("/ke-hoach/1/chi-tieu/2-3?ky=2023");
  assert.match(await words(page.locator("main")), /27,10%.*84\/310/);
});

test("Every figure of the overview leads in two steps to a cell with its person and hour", async () => {
  await page.goto("/ke-hoach/1/tong-quan?ky=2023");
  const figures = await paths("main td b a, main td a:has(b)").then((some) => (some.length > 0 ? some : paths("main td.number a")));
  const targets = figures.filter((path) => path.includes("/chi-tieu/"));
  assert.ok(targets.length >= 18, `${targets.length} figures`);
  for (const target of targets) {
    await page.goto(target);
    const cells = await paths('main a[href^="/o/"]');
    const text = await words(page.locator("main"));
    assert.ok(cells.length > 0 || /Không có nguồn số liệu/i.test(text), `${target} leads to no cell`);
  }
  await page.goto("/ke-hoach/1/chi-tieu/2-3?ky=2023");
  await page.locator('main table a[href^="/o/"]').first().click();
  assert.match(await words(page.locator("main")), /84\/310.*\d\d:\d\d ngày \d\d\/\d\d\/2023/);
});

test("Every cell of the matrix is its own page, one step away", async () => {
  await page.goto("/ke-hoach/1/ma-tran?ky=2023&nhom=tat-ca");
  const cells = await paths("table.matrix td:not(.cell-total) a");
  const pages = cells.filter((path) => path.startsWith("/o/"));
  assert.equal(pages.length, cells.length);
  assert.ok(pages.length >= 54, `${pages.length} cells`);
  const office = await Visitor.signedIn(server, "chuyenvien");
  for (const path of pages.slice(0, 12)) assert.equal((await office.get(path)).status, 200, path);
});

test("Every number of the report's paper leads to the rows that make it", async () => {
  await page.goto("/ke-hoach/1/tong-hop?ky=2023");
  const sources = await paths("a.figure");
  assert.ok(sources.length > 20, `${sources.length} numbers`);
  const office = await Visitor.signedIn(server, "chuyenvien");
  for (const path of sources) {
    const source = await office.get(path);
    assert.equal(source.status, 200, path);
    assert.ok(
      source.links.some((link) => /^\/(o|ke-hoach\/1\/(bao-cao|nhiem-vu))\//.test(link.href ?? "")) || /Không có nguồn/i.test(source.text),
      `${path} leads no further`,
    );
  }
});

test("The file of the report says what its page says", async () => {
  await page.goto("/ke-hoach/1/tong-hop?ky=2023");
  const onPage = (await words(page.locator("main"))).replaceAll("\u00a0", " ");
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải báo cáo .docx" }).click();
  const sentences = paragraphsOf(await readFile(await (await arriving).path())).filter((text) => /\d+,\d\d%/.test(text) && text.length > 60);
  assert.ok(sentences.length >= 10, `${sentences.length} sentences with a rate`);
  for (const sentence of sentences) assert.ok(onPage.includes(sentence.replace(/^[-+] /, "").replace(/\s+/g, " ").trim()), sentence);
});

test("Communes stand in the order of their names, and are found without marks", async () => {
  await page.goto("/ke-hoach/1/bao-cao?ky=2023");
  const communes = page.locator('main th[scope=row] a[title*="nhân dân"]');
  assert.deepEqual(await communes.allInnerTexts(), ["Bờ Y", "Đắk Ang", "Đắk Dục", "Đắk Kan", "Đắk Nông", "Đắk Xú", "Plei Kần", "Sa Loong"]);
  await page.goto("/ke-hoach/1/don-doc?ky=2023");
  await page.locator("#tim").fill("dak duc");
  await page.getByRole("button", { name: "Tìm" }).click();
  await page.waitForURL(/tim=/);
  assert.deepEqual(await page.locator("main tbody th[scope=row]").allInnerTexts(), ["Ủy ban nhân dân xã Đắk Dục"]);
});

test("None of the twenty units has an empty form", async () => {
  const office = await Visitor.signedIn(server, "chuyenvien");
  const list = await office.get("/ke-hoach/1/bao-cao?ky=2023");
  const units = [...new Set(list.links.map((link) => /\/bao-cao\/([^/]+)\/2023/.exec(link.href ?? "")?.[1]).filter(Boolean))];
  assert.equal(units.length, 20);
  for (const unit of units) {
    const report = await office.get(`/ke-hoach/1/bao-cao/${unit}/2023`);
    const asked = report.markup.match(/data-item="(cell|duty|task|activity)\//g) ?? report.markup.match(/<tr\b/g) ?? [];
    assert.ok(asked.length > 0, `${unit} is asked nothing`);
  }
});

test("The English pages write numbers and days as English does", async () => {
  const reader = await browser.person(server, "pct");
  await reader.getByRole("button", { name: "English" }).click();
  await reader.locator('html[lang="en"]').waitFor();
  for (const path of ["/ke-hoach/1/tong-quan?ky=2023", "/ke-hoach/1/ma-tran?ky=2023", "/ke-hoach/1/chi-tieu/3-2a?ky=2023", "/ke-hoach/1/don-doc?ky=2023"]) {
    await reader.goto(path);
    const text = await words(reader.locator("main"));
    assert.doesNotMatch(text, /\d,\d\d\s?%/, path);
    assert.doesNotMatch(text, /\b\d\d\/\d\d\/20\d\d\b/, path);
  }
  await reader.context().close();
});
