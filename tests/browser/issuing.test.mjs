import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { paragraphsOf } from "./stage/archive.mjs";
import { Browser, words } from "./stage/browser.mjs";
import { handsIn, saLoongCompletes } from "./stage/reporting.mjs";
import { Server } from "./stage/server.mjs";
import { Visitor } from "./stage/visitor.mjs";

/** The consolidated report from its draft to its number, what stays as it was, and its correction. */

const issuing = "/ke-hoach/1/phat-hanh?ky=2023";
const consolidated = "/ke-hoach/1/tong-hop?ky=2023";
const saLoong = "/ke-hoach/1/bao-cao/sa-loong/2023";

let server;
let browser;
let office;
let head;
let issued;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  office = await browser.person(server, "chuyenvien");
  head = await browser.person(server, "truongphong");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Fills the form with this button and presses it. */
async function does(page, label, fields = {}) {
  const form = page.locator("form", { has: page.getByRole("button", { name: label, exact: true }) });
  for (const [field, value] of Object.entries(fields)) await form.locator(`[name="${field}"]`).fill(value);
  await Promise.all([page.waitForEvent("load"), form.getByRole("button", { name: label, exact: true }).click()]);
}

async function stageOf(page) {
  await page.goto(issuing);
  return words(page.locator(".steps [aria-current=step]"));
}

/** The file behind a link of a page. */
async function fileOf(page, link) {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readFile(await download.path());
}

function digestOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

test("A report cannot be presented while reports wait to be accepted, and the page says which", async () => {
  await office.goto(issuing);
  assert.equal(await words(office.locator(".steps [aria-current=step]")), "Bản nháp");
  await does(office, "Trình lãnh đạo phòng");
  const summary = office.locator(".error-summary");
  assert.match(await words(summary), /Còn báo cáo chưa tiếp nhận: .*Đắk Kan/);
  await summary.getByRole("link").first().click();
  assert.equal(await office.locator("#point-accepted").evaluate((element) => element.matches(":target")), true);
});

test("The head of the office gives a report back with a reason only, and the writer reads it", async () => {
  await does(office, "Dùng số liệu đã nộp, chưa tiếp nhận", { reason: "Số liệu đã đối chiếu qua điện thoại" });
  await does(office, "Trình lãnh đạo phòng");
  assert.equal(await stageOf(office), "Trình lãnh đạo phòng");

  assert.equal(await stageOf(head), "Trình lãnh đạo phòng");
  await does(head, "Trả lại");
  assert.match(await words(head.locator(".error-summary")), /Chưa ghi lý do/);
  await does(head, "Trả lại", { reason: "Ghi tên người ký" });

  assert.equal(await stageOf(office), "Bản nháp");
  assert.match(await words(office.locator(".banner").first()), /Được trả lại: Ghi tên người ký/);
});

test("With its signer it goes on through the head and the clerk until it is issued", async () => {
  await office.goto(consolidated);
  await office.getByText("Sửa phần đầu, nơi nhận và người ký").click();
  const signer = office.locator("form", { has: office.locator("#setup-signer_name") });
  await signer.locator("#setup-signer_name").fill("Đỗ Thành Trung");
  await Promise.all([office.waitForEvent("load"), signer.getByRole("button", { name: "Lưu" }).click()]);

  await office.goto(issuing);
  if (await office.getByRole("button", { name: "Dùng số liệu đã nộp, chưa tiếp nhận" }).count())
    await does(office, "Dùng số liệu đã nộp, chưa tiếp nhận", { reason: "Số liệu đã đối chiếu qua điện thoại" });
  await does(office, "Trình lãnh đạo phòng");
  await head.goto(issuing);
  await does(head, "Đồng ý, trình ký");
  assert.equal(await stageOf(office), "Trình ký");

  await does(office, "Ghi số, ngày", { number: "15", date: "32/12/2023" });
  assert.equal(await office.locator("#date").inputValue(), "32/12/2023");
  await does(office, "Ghi số, ngày", { number: "15", date: "15/12/2023" });
  assert.equal(await stageOf(office), "Đã có số, ngày");
  await does(office, "Ban hành");
  assert.equal(await stageOf(office), "Đã ban hành");
  assert.match(await words(office.locator("main")), /Văn bản số 15\/BC-LĐTBXH ngày 15\/12\/2023/);
});

test("The issued file is the one whose digest is printed, and holds number, day, signer and figures", async () => {
  const link = office.getByRole("link", { name: "Tải .docx như khi ban hành" });
  issued = await fileOf(office, link);
  assert.ok((await words(office.locator("main"))).includes(digestOf(issued)));
  const text = paragraphsOf(issued).join("\n");
  for (const part of ["15", "ngày 15 tháng 12 năm 2023", "Đỗ Thành Trung", "85,00%"]) assert.ok(text.includes(part), part);
});

test("The signed paper is kept beside the issued version", async () => {
  await office.getByText("Tải bản ký lên").click();
  await office.locator("#file").setInputFiles({
    name: "ban-ky.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
  });
  await does(office, "Lưu bản ký");
  assert.match(await words(office.locator("main")), /Báo cáo số 15 ngày 15\/12\/2023/);
});

test("What a unit sends afterwards leaves the issued version as it was, and the page tells both", async () => {
  await handsIn(await Visitor.signedIn(server, "saloong"), saLoong, saLoongCompletes);
  await office.goto(issuing);
  const changed = office.locator("section", { has: office.locator("#changed") });
  assert.match(await words(changed), /3\.2a .*85,00 \(17\/20\).*78,26 \(18\/23\).*Sa Loong/);
  assert.deepEqual(await fileOf(office, office.getByRole("link", { name: "Tải .docx như khi ban hành" })), issued);
});

test("A correction walks the same way, names what differs, and leaves the first version in the list", async () => {
  await does(office, "Lập bản đính chính, thay thế", { reason: "Xã Sa Loong báo cáo bổ sung" });
  assert.equal(await stageOf(office), "Bản nháp");
  assert.match(await words(office.locator(".banner").first()), /Thay thế bản đã ban hành. Lý do: Xã Sa Loong báo cáo bổ sung/);
  if (await office.getByRole("button", { name: "Dùng số liệu đã nộp, chưa tiếp nhận" }).count())
    await does(office, "Dùng số liệu đã nộp, chưa tiếp nhận", { reason: "Số liệu đã đối chiếu" });
  await does(office, "Trình lãnh đạo phòng");
  await head.goto(issuing);
  await does(head, "Đồng ý, trình ký");
  await office.goto(issuing);
  await does(office, "Ghi số, ngày", { number: "16", date: "18/12/2023" });
  await office.goto(issuing);
  assert.match(await words(office.locator("section", { has: office.locator("#corrections") })), /85,00.*78,26/);
  await does(office, "Ban hành");
  await office.goto(issuing);
  const versions = office.locator("section", { has: office.locator("#versions") });
  assert.match(await words(versions), /Văn bản số 16\/.*Văn bản số 15\//);
  const files = versions.getByRole("link", { name: "Tải .docx như khi ban hành" });
  assert.deepEqual(await fileOf(office, files.last()), issued);
  const replacing = paragraphsOf(await fileOf(office, files.first())).join("\n");
  for (const part of ["78,26%", "Xã Sa Loong báo cáo bổ sung"]) assert.ok(replacing.includes(part), part);
});

test("A leader reads the whole way and can do nothing to it", async () => {
  const leader = await browser.person(server, "pct");
  await leader.goto(issuing);
  assert.match(await words(leader.locator("main")), /Ban hành/);
  assert.equal(await leader.getByRole("button", { name: "Lập bản đính chính, thay thế" }).count(), 0);
  await leader.context().close();
});

test("No page complained of anything", () => {
  assert.deepEqual(browser.complaints.filter((line) => !line.includes("422")), []);
});
