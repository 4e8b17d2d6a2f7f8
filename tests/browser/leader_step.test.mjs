import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser, words } from "./stage/browser.mjs";
import { accessibilityFaults, overflow } from "./stage/inspection.mjs";
import { Server } from "./stage/server.mjs";

/** The step inside a unit, walked by its two people after the office has asked for it. */

const report = "/ke-hoach/1/bao-cao/sa-loong/2023";

let server;
let browser;
let office;
let clerk;
let leader;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  office = await browser.person(server, "chuyenvien");
  clerk = await browser.person(server, "saloong");
  leader = await browser.person(server, "saloong-ld");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const main = (page) => words(page.locator("main"));

async function presents() {
  await clerk.goto(`${report}/kiem-tra`);
  await clerk.locator("#incomplete_reason").fill("Chờ số liệu của công an xã");
  await clerk.getByRole("button", { name: "Trình lãnh đạo đơn vị" }).click();
  assert.match(await main(clerk), /đang chờ lãnh đạo đơn vị duyệt, chưa nộp/);
}

async function opensFromOwnWork() {
  await leader.goto("/viec-cua-toi");
  assert.match(await main(leader), /Chờ đồng chí duyệt/);
  await leader.getByRole("link", { name: /Báo cáo Năm 2023/ }).first().click();
  assert.match(await leader.title(), /Duyệt trước khi nộp/);
}

test("The office finds the setting beside the periods and asks for the step", async () => {
  await office.goto("/ke-hoach/1/ky");
  await office.getByRole("link", { name: /Quy trình nộp báo cáo/ }).click();
  await office.getByLabel(/Trình lãnh đạo đơn vị; lãnh đạo duyệt/).check();
  await office.getByRole("button", { name: "Lưu quy trình" }).click();
  assert.match(await main(office), /Báo cáo qua lãnh đạo đơn vị trước khi nộp/);
});

test("What the clerk presented is read-only, waits for the leader, and can be taken back", async () => {
  await presents();
  assert.equal(await clerk.locator("main input.number").count(), 0);
  await clerk.getByRole("button", { name: "Rút lại" }).click();
  assert.ok((await clerk.locator("main input.number").count()) > 0);
});

test("The office sees whom the report waits for, and that nothing was handed in", async () => {
  await presents();
  await office.goto("/ke-hoach/1/bao-cao?tt=chua-nop");
  assert.match(await words(office.locator("tr", { hasText: "Sa Loong" })), /Chờ lãnh đạo đơn vị duyệt/);
  await office.goto("/ke-hoach/1/don-doc?tim=Sa%20Loong");
  assert.match(await main(office), /Chờ lãnh đạo đơn vị duyệt/);
});

test("The leader gives it back with a reason, which the clerk reads above the form", async () => {
  await opensFromOwnWork();
  await leader.getByText("Trả lại người nhập").first().click();
  await leader.locator("#reason").fill("3.2a: xem lại số người được hỗ trợ");
  await leader.getByRole("button", { name: "Trả lại người nhập" }).click();
  assert.match(await main(leader), /Đã trả lại báo cáo cho người nhập/);
  await clerk.goto(report);
  assert.match(await main(clerk), /Lãnh đạo đơn vị trả lại: 3\.2a: xem lại số người được hỗ trợ/);
});

test("The leader's approval is the submission, with a receipt in the leader's name", async () => {
  await presents();
  await opensFromOwnWork();
  assert.deepEqual(await accessibilityFaults(leader), []);
  await leader.setViewportSize({ width: 360, height: 740 });
  assert.equal(await overflow(leader), 0);
  await leader.getByRole("button", { name: "Duyệt và nộp" }).click();
  assert.match(await main(leader), /Đã nộp báo cáo.*Người nộp A Đức/);
  await office.goto("/ke-hoach/1/bao-cao?tt=cho-duyet");
  assert.match(await words(office.locator("tr", { hasText: "Sa Loong" })), /Đã nộp/);
});
