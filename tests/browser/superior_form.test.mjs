import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { entryOf } from "./stage/archive.mjs";
import { Browser, words } from "./stage/browser.mjs";
import { Server } from "./stage/server.mjs";

/** A superior's workbook: what its words propose, what a person confirms, and what stands in it then. */

const forms = "/ke-hoach/1/bieu-cap-tren/2023";
const form = fileURLToPath(new URL("../data/superior-form.xlsx", import.meta.url));

let server;
let browser;
let office;
let page;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  office = await browser.person(server, "chuyenvien");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function press(label) {
  await Promise.all([office.waitForEvent("load"), office.getByRole("button", { name: label, exact: true }).first().click()]);
}

/** What is chosen in the field of that name, as people read it. */
async function chosen(field) {
  return office.locator(`[name="${field}"]`).evaluate((select) => select.selectedOptions[0].textContent);
}

async function filledFile() {
  await office.goto(page);
  const link = office.getByRole("link", { name: "Tải biểu đã điền" });
  const [download] = await Promise.all([office.waitForEvent("download"), link.click()]);
  assert.equal(download.suggestedFilename(), "superior-form.xlsx");
  return readFile(await download.path());
}

test("The words of a workbook propose what its rows and columns are about, and nothing is kept of it", async () => {
  await office.goto(forms);
  await office.locator("#file").setInputFiles(form);
  await press("Nạp biểu");
  page = new URL(office.url()).pathname;
  assert.match(await words(office.locator("main")), /đề xuất theo chữ trên biểu, chưa được lưu/);
  assert.match(await chosen("t0r5"), /^2\.1 /);
  assert.match(await chosen("t0r8"), /^6\.1 /);
  assert.equal(await chosen("t0r9"), "(để trống)");
  assert.equal(await chosen("t0c3"), "Kế hoạch năm (số)");
  assert.equal(await chosen("t0c4"), "Thực hiện năm trước");
  assert.equal(await chosen("t0c5"), "Kết quả (85,00%)");
  assert.equal(await chosen("t0c7"), "Đánh giá");
  assert.match(await chosen("t1r3"), /Đắk Xú$/);
  assert.equal(await chosen("t1c1"), "Tử số");
  assert.match(await chosen("t1s1"), /^6\.1 /);
  assert.match(await words(office.locator("main")), /0 ô đã chỉ số liệu/);
  assert.equal(await office.getByRole("link", { name: "Tải biểu đã điền" }).count(), 0);
});

test("What was confirmed fills numbers cell by cell, and what has no figure stays empty with its reason", async () => {
  await press("Lưu");
  const main = await words(office.locator("main"));
  assert.match(main, /48,48%/);
  assert.match(main, /ô đã chỉ số liệu nhưng còn để trống/);
  const bytes = await filledFile();
  const measures = entryOf(bytes, "xl/worksheets/sheet1.xml").toString("utf8");
  assert.match(measures, /<c r="F6"[^>]*><v>0\.4848<\/v>/);
  assert.match(measures, /<c r="G6"[^>]*><f>/);
  const units = entryOf(bytes, "xl/worksheets/sheet2.xml").toString("utf8");
  assert.match(units, /<c r="B3"[^>]*><v>11830<\/v>/);
  assert.match(units, /<c r="B9"[^>]*\/>/, "Sa Loong has not reported");
  assert.match(units, /<c r="B11"[^>]*><f>SUM\(B3:B10\)<\/f><\/c>/);
});

test("Each filled cell leads to its source, and an empty one says why", async () => {
  await office.goto(`${page}/o-da-dien`);
  const value = office.locator("tr", { has: office.getByRole("rowheader", { name: "Theo xã!B3", exact: true }) });
  assert.equal(await value.getByRole("link").getAttribute("href"), "/o/plei-kan.6-1.2023");
  assert.equal(await words(value.getByRole("link")), "11.830");
  const empty = office.locator("tr", { has: office.getByRole("rowheader", { name: "Theo xã!B9", exact: true }) });
  assert.match(await words(empty), /để trống: chưa có số liệu/);
  await Promise.all([office.waitForEvent("load"), value.getByRole("link").click()]);
  assert.match(await words(office.locator("main")), /11\.830/);
});

/** Points at one cell of the first sheet. */
async function point(address, kind, text = "") {
  await office.goto(page);
  await office.locator("#address").fill(address);
  await office.locator("#with").selectOption({ label: kind });
  await office.locator("#text").fill(text);
  await press("Điền ô này");
}

test("A single cell takes what its address is given, but never a formula's place", async () => {
  await point("G1", "Kỳ báo cáo");
  await point("g2", "Ngày", "11/12/2023");
  assert.match(await words(office.locator("main")), /Biểu 05!G2: Ngày → 11\/12\/2023/);
  await point("G6", "Số", "1");
  assert.match(await words(office.locator("main")), /Ô G6 có công thức nên không được ghi đè/);
  await point("5C", "Số", "1");
  assert.match(await words(office.locator("main")), /không phải địa chỉ ô/);
  const sheet = entryOf(await filledFile(), "xl/worksheets/sheet1.xml").toString("utf8");
  assert.match(sheet, /<c r="G1"[^>]* t="inlineStr"><is><t xml:space="preserve">năm 2023<\/t>/);
  assert.match(sheet, /<c r="G2"[^>]*><v>45271<\/v>/);
});

test("A form that was filled before comes back with its choices", async () => {
  await office.goto(forms);
  await office.locator("#file").setInputFiles(form);
  await press("Nạp biểu");
  assert.equal(new URL(office.url()).pathname, page);
  assert.equal(await chosen("t0c5"), "Kết quả (85,00%)");
  assert.match(await words(office.locator("main")), /Biểu 05!G1: Kỳ báo cáo → năm 2023/);
});

test("What is neither Word nor Excel is refused with a sentence", async () => {
  await office.goto(forms);
  await office.locator("#file").setInputFiles({ name: "bieu.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") });
  await press("Nạp biểu");
  assert.match(await words(office.locator("main")), /không phải biểu \.docx hay \.xlsx/);
});
