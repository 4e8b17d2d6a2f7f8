import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser, words } from "./stage/browser.mjs";
import { Server } from "./stage/server.mjs";

/** The review of a reading: what was found wrong quotes the document, and correcting words moves no number. */

const review = "/ke-hoach/1/ra-soat";

let server;
let browser;
let page;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  page = await browser.person(server, "chuyenvien");
  await page.goto("/ke-hoach");
  await page.getByRole("link", { name: "Rà soát", exact: true }).last().click();
  await page.getByRole("button", { name: "Đọc lại từ đầu" }).click();
  await page.waitForURL(/\/ke-hoach\/2\/ra-soat/);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const defects = [
  ["Số văn bản còn để trống", 3, "Số: /KH-UBND"],
  ["108 bé trai/110", 47, "Tỷ số giới tính khi sinh ở mức 108 bé trai/110 bé gái sinh ra sống"],
  ["“Giảm từ 55 xuống 56”", 51, "giảm từ 55 ca sinh/1.000 phụ nữ xuống 56/1.000 phụ nữ"],
  ["phụ lục kèm theo", 143, "(*tại phụ lục kèm theo*)"],
];

test("Each defect of the plan quotes its line and leads to it, and the way back works", async () => {
  for (const [sentence, line, quoted] of defects) {
    const finding = page.locator("article.finding", { hasText: sentence });
    assert.ok((await words(finding.locator("blockquote"))).includes(quoted), quoted);
    await finding.locator(`a[href="#l${line}"]`).click();
    const source = page.locator(`#l${line}`);
    assert.ok((await words(source)).includes(quoted), `line ${line}`);
    assert.equal(await source.evaluate((element) => element.matches(":target")), true);
    const box = await source.boundingBox();
    assert.ok(box.y >= 0 && box.y < page.viewportSize().height, `line ${line} is in view`);
    await page.goBack();
    assert.equal(new URL(page.url()).hash, "");
  }
});

test("A target with two numbers is read as two measures", async () => {
  const text = await words(page.locator("main"));
  for (const measure of ["3.2a", "3.2b", "5.2a", "5.2b"]) assert.ok(text.includes(measure), measure);
});

test("Accepting the corrections of spelling changes no target", async () => {
  const targets = async () => {
    await page.goto("/ke-hoach/2/giao-so-lieu");
    return page.locator("main details > summary").allInnerTexts();
  };
  const before = await targets();
  assert.equal(before.length, 20);
  assert.match(before.join(), /26,05/);
  await page.goto("/ke-hoach/2/ra-soat");
  await page.getByRole("button", { name: /Chấp nhận tất cả/ }).click();
  await page.waitForURL(/\/ra-soat/);
  assert.deepEqual(await targets(), before);
});

test("The confirmed plan keeps each decision with its person, hour and reason", async () => {
  await page.goto(review);
  const decided = await words(page.locator("#finding-rate-not-reduced-51"));
  assert.match(decided, /Đỗ Thành Trung, 08:40 ngày 27\/03\/2023\. Lý do: Văn bản ghi/);
});
