import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser, type, words } from "./stage/browser.mjs";
import { accessibilityFaults, overflow } from "./stage/inspection.mjs";
import { Server } from "./stage/server.mjs";

/** The office asks what the plan does not name; a commune answers; the rows come together. */

const report = "/ke-hoach/1/bao-cao/sa-loong/2023";

let server;
let browser;
let office;
let clerk;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  office = await browser.person(server, "chuyenvien");
  clerk = await browser.person(server, "saloong");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const main = (page) => words(page.locator("main"));

test("The office makes a table from the list of reports", async () => {
  await office.goto("/ke-hoach/1/bao-cao?ky=2023");
  await office.getByRole("link", { name: /Bảng riêng/ }).click();
  await office.getByRole("link", { name: "Thêm bảng" }).click();
  assert.deepEqual(await accessibilityFaults(office), []);
  await office.locator("#title").fill("Thăm hộ gia đình");
  await office.locator("#note").fill("Mỗi thôn một dòng");
  for (const [i, head, kind] of [[0, "Thôn", "text"], [1, "Số hộ", "whole"], [2, "Có biên bản", "yes_no"]]) {
    await office.locator(`#column_title_${i}`).fill(head);
    await office.locator(`[name=kind_${i}]`).selectOption(kind);
  }
  await office.locator("[name=summed_1]").check();
  await office.getByRole("button", { name: "Lưu bảng" }).click();
  assert.match(await main(office), /Đã thêm bảng.*0 dòng đã nộp.*Chưa có báo cáo: .*Sa Loong/);
});

test("The commune types rows, pastes more, and hands them in", async () => {
  await clerk.goto(report);
  const table = clerk.locator('[id="activity/office_1"]');
  assert.equal(await table.evaluate((one) => one.open), true);
  assert.match(await words(table), /Thăm hộ gia đình chưa có dòng Mỗi thôn một dòng/);
  await type(clerk.locator('[id="activity/office_1/0/c1"]'), "Giang Lố 1");
  await type(clerk.locator('[id="activity/office_1/0/c2"]'), "mười hai");
  await clerk.keyboard.press("Tab");
  await table.locator(".told-error", { hasText: "mười hai" }).waitFor();
  await type(clerk.locator('[id="activity/office_1/0/c2"]'), "12");
  await type(clerk.locator('[id="activity/office_1/0/c3"]'), "Có");
  await clerk.keyboard.press("Tab");
  await clerk.locator("[data-save-state]").filter({ hasText: /^Đã lưu lúc 08:\d\d[^·]*$/ }).waitFor();
  await clerk.goto(`${report}/kiem-tra`);
  assert.match(await main(clerk), /Thăm hộ gia đình Thôn Số hộ Có biên bản Giang Lố 1 12 Có/);
  await clerk.locator("#incomplete_reason").fill("Chờ số liệu của công an xã");
  await clerk.getByRole("button", { name: "Nộp báo cáo" }).click();
});

test("The office sees the rows with their sum, and the report has them as an annex", async () => {
  await office.goto("/ke-hoach/1/bang-rieng/office_1?ky=2023");
  assert.match(await main(office), /1 dòng đã nộp.*Sa Loong Giang Lố 1 12 Có Tổng cộng 12/);
  assert.deepEqual(await accessibilityFaults(office), []);
  await office.setViewportSize({ width: 360, height: 740 });
  assert.equal(await overflow(office), 0);
  await office.getByRole("link", { name: "Sửa bảng" }).click();
  assert.equal(await overflow(office), 0);
  await office.setViewportSize({ width: 1366, height: 768 });
  await office.goto("/ke-hoach/1/tong-hop?ky=2023");
  assert.match(await main(office), /Thăm hộ gia đình.*Giang Lố 1/);
});
