import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser, type, words } from "./stage/browser.mjs";
import { Server } from "./stage/server.mjs";

/** The office asks for what is missing, gives back what is wrong, and the unit finds what was said. */

let server;
let browser;
let office;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  office = await browser.person(server, "chuyenvien");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("Of three units that are reminded, the one without a contact is named, and each text lists its own gaps", async () => {
  await office.goto("/ke-hoach/1/don-doc?ky=2023");
  for (const unit of ["sa-loong", "dak-duc", "phong-dan-toc"]) await office.locator(`#${unit} input[type=checkbox]`).check();
  await office.getByRole("button", { name: "Soạn nhắc" }).click();
  await office.waitForURL(/\/don-doc\/soan/);
  const letters = await words(office.locator("main"));
  assert.match(letters, /Phòng Dân tộc Chưa có địa chỉ thư điện tử Thêm liên hệ/);
  for (const unit of ["saloong", "dakduc"]) assert.ok(letters.includes(`Thư điện tử: ${unit}@ngochoi.example`), unit);
  const texts = await office.locator("main textarea").evaluateAll((areas) => areas.map((area) => area.value));
  const to = (name) => texts.find((text) => text.startsWith(`Kính gửi: ${name}`));
  assert.match(to("Ủy ban nhân dân xã Sa Loong"), /còn thiếu \(2\):\n- Chỉ tiêu 3\.2a: .*\n- Chỉ tiêu 3\.2b: /);
  assert.match(to("Phòng Dân tộc"), /còn thiếu \(1\):\n- Phần tổ chức thực hiện, mục 5: /);
  assert.doesNotMatch(to("Phòng Dân tộc"), /3\.2a/);
  await office.getByRole("button", { name: "Gửi nhắc (3)" }).click();
  await office.waitForURL((url) => !url.pathname.endsWith("/soan"));
  await office.goto("/ke-hoach/1/don-doc/nhat-ky?ky=2023");
  const log = await words(office.locator("main"));
  for (const name of ["Sa Loong", "Đắk Dục", "Dân tộc"]) assert.ok(log.includes(name), log);

  const commune = await browser.person(server, "saloong");
  await commune.goto("/viec-cua-toi");
  assert.match(await words(commune.locator("main")), /3\.2a/);
  await commune.context().close();
});

test("A report that was given back for a cell shows the reason on top, and its link leads to the cell", async () => {
  const commune = await browser.person(server, "dakduc");
  await commune.goto("/ke-hoach/1/bao-cao/dak-duc/2023");
  const banner = commune.locator(".banner-returned");
  assert.match(await words(banner), /Chỉ tiêu 3\.2a: số người được tiếp cận dịch vụ \(4\) lớn hơn số người bị bạo lực được phát hiện \(3\)/);
  assert.match(await words(commune.locator(".report-head")), /Trả lại/);
  assert.equal(await commune.locator('[id="3.2a.num"]').inputValue(), "4");
  await banner.getByRole("link", { name: "3.2a" }).click();
  assert.equal(await commune.locator('[id="3.2a"]').evaluate((element) => element.matches(":target")), true);
  await type(commune.locator('[id="3.2a.num"]'), "2");
  await commune.keyboard.press("Tab");
  await commune.locator("[data-save-state]", { hasText: "Đã lưu lúc 08:" }).waitFor();
  await commune.context().close();
});

test("Nothing, “không phát sinh”, “không áp dụng” and nought look different wherever they are shown", async () => {
  const commune = await browser.person(server, "saloong");
  await commune.goto("/ke-hoach/1/bao-cao/sa-loong/2023");
  await type(commune.locator('[id="3.2a.num"]'), "0");
  await type(commune.locator('[id="3.2a.den"]'), "4");
  await type(commune.locator('[id="3.2b.num"]'), "KPS");
  await commune.locator('[id="6.1.state"]').selectOption("not_applicable");
  await commune.locator('[id="6.1.reason"]').fill("Xã không được giao");
  for (const field of ["num", "den"]) await commune.locator(`[id="6.2.${field}"]`).fill("");
  await commune.keyboard.press("Tab");
  await commune.getByRole("button", { name: "Kiểm tra và nộp" }).click();
  await commune.waitForURL(/\/kiem-tra/);
  const shown = await words(commune.locator("main"));
  assert.match(shown, /0,00%.*0\/4/);
  assert.match(shown, /Không phát sinh/i);
  assert.match(shown, /Không áp dụng/i);
  assert.match(shown, /Chưa có số liệu/i);
  await commune.locator("#incomplete_reason").fill("Chưa có số của các chi bộ");
  await commune.getByRole("button", { name: "Nộp báo cáo" }).click();
  await commune.waitForURL(/\/da-nop/);
  await commune.context().close();

  await office.goto("/ke-hoach/1/ma-tran?ky=2023");
  const cell = (measure) => words(office.locator(`table.matrix a[href="/o/sa-loong.${measure}.2023"] > [aria-hidden]`));
  assert.match(await cell("3-2a"), /0,00%/);
  assert.equal(await cell("3-2b"), "KPS");
  assert.equal(await cell("6-1"), "KAD");
  assert.equal(await cell("6-2"), "chưa có số liệu");

  await office.goto("/ke-hoach/1/chi-tieu/3-2b?ky=2023");
  assert.match(await words(office.locator("main")), /7\/8 xã/);
  await office.goto("/ke-hoach/1/chi-tieu/6-2?ky=2023");
  assert.match(await words(office.locator("main")), /6\/8 xã/);
});
