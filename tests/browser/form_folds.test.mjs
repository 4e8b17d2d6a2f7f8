import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { Browser, type, words } from "./stage/browser.mjs";
import { Server } from "./stage/server.mjs";

/** A commune's form is folded to what is left to do, and everything folded is found. */

const report = "/ke-hoach/1/bao-cao/sa-loong/2023";
const screens = 3;

let server;
let browser;
let page;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  page = await browser.person(server, "saloong", { width: 1366, height: 900 });
});
after(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  await page.goto("about:blank");
  await page.goto(new URL(report, server.address).href);
});

const head = (number) => page.locator(`.fold:has(> #part-${number}) > summary`);
const isOpen = (number) => page.locator(`.fold:has(> #part-${number})`).evaluate((fold) => fold.open);

test("What is left to do stands open within three screens, the rest says what it holds", async () => {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height <= screens * 900, `${height} px`);
  assert.equal(await isOpen(1), true);
  assert.match(await words(head(1)), /3\/5 đã điền/);
  assert.equal(await isOpen(2), false);
  assert.match(await words(head(2)), /5\/5 đã báo cáo/);
  assert.equal(await isOpen(4), false);
});

test("A link into a folded part opens it, with scripts and without", async () => {
  await page.getByRole("link", { name: "II. Nhiệm vụ được giao" }).click();
  assert.equal(await isOpen(2), true);
  const context = await browser.chromium.newContext({ javaScriptEnabled: false, baseURL: server.address, storageState: await page.context().storageState() });
  const plain = await context.newPage();
  await plain.goto(`${report}#duty/7.4`);
  await plain.locator('[id="duty/7.4"]').waitFor({ state: "visible" });
  await context.close();
});

test("An error that a link names is shown though its table was folded", async () => {
  await page.locator('[id="activity/money"] > summary').click();
  await type(page.locator('[id="activity/money/0/spent"]'), "abc");
  await page.getByRole("button", { name: "Kiểm tra và nộp" }).click();
  await page.locator(".error-summary").waitFor();
  assert.equal(await page.locator('[id="activity/money"]').evaluate((table) => table.open), true);
  await page.locator('[id="activity/money/0/spent"]').fill("");
  await page.getByRole("button", { name: "Lưu nháp" }).click();
});

test("The heads count along while one types", async () => {
  await type(page.locator('[id="3.2a.num"]'), "1");
  await type(page.locator('[id="3.2a.den"]'), "3");
  await page.keyboard.press("Tab");
  await head(1).locator("[data-part]", { hasText: "4/5 đã điền" }).waitFor();
  assert.equal(await isOpen(1), true);
});

test("A printer shows what is folded", async () => {
  await page.emulateMedia({ media: "print" });
  const closing = page.locator('[id="narrative/strengths/text"]');
  assert.ok(await closing.evaluate((field) => field.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })));
  await page.emulateMedia({ media: "screen" });
});
