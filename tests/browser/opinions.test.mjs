import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser, words } from "./stage/browser.mjs";
import { overflow } from "./stage/inspection.mjs";
import { Server } from "./stage/server.mjs";

/** What the units say of themselves, chosen and worded by the office on a telephone and without scripts. */

const shortcomings = "/ke-hoach/1/tong-hop/2023/y-kien/ton-tai";
const consolidated = "/ke-hoach/1/tong-hop?ky=2023";

let server;
let browser;
let office;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  office = await browser.person(server, "chuyenvien", { width: 360, height: 740, javaScriptEnabled: false });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** The card of the sentence that begins so. */
function card(beginning) {
  return office.locator(".opinion", { has: office.locator(".opinion-said", { hasText: beginning }) }).first();
}

async function saves() {
  await Promise.all([office.waitForEvent("load"), office.getByRole("button", { name: "Lưu lựa chọn" }).click()]);
}

test("The report's page leads to each part with the number of its sentences", async () => {
  await office.goto(consolidated);
  await Promise.all([office.waitForEvent("load"), office.getByRole("link", { name: "Tồn tại, hạn chế: 7 câu" }).click()]);
  assert.equal(new URL(office.url()).pathname, shortcomings);
  assert.equal(await office.locator(".opinion").count(), 7);
});

test("A sentence is left out, another merged, a third worded anew and put first", async () => {
  await card("Tỷ lệ lao động nữ làm công hưởng lương").locator("select").selectOption("left_out");
  const merged = card("Kinh phí cho hoạt động");
  const under = await merged.locator("option", { hasText: "Chưa ban hành kế hoạch riêng" }).getAttribute("value");
  await merged.locator("select").selectOption(under);
  const worded = card("Một số người bị bạo lực");
  await worded.locator("textarea").fill("Một số nạn nhân còn e ngại khi trình báo.");
  await card("Tỷ số giới tính khi sinh").locator(".opinion-place").fill("1");
  await saves();
  assert.match(await words(office.locator(".opinion").first()), /Tỷ số giới tính khi sinh còn cao/);
  assert.match(await words(office.locator("main")), /Không đưa vào báo cáo Tỷ lệ lao động nữ làm công hưởng lương/);
  assert.match(await words(card("Một số người bị bạo lực")), /Câu ghép từ ý kiến đơn vị: .*\(xã Bờ Y\)/);
  assert.equal(await overflow(office), 0);
});

test("The report follows, and a leader reads what was said beside what was made of it", async () => {
  const leader = await browser.person(server, "pct");
  await leader.goto(consolidated);
  const report = await words(leader.locator("article.paper").first());
  assert.ok(report.includes("Một số nạn nhân còn e ngại khi trình báo."));
  assert.ok(report.includes("quý III mới có 01 tin, bài; kinh phí cho hoạt động bình đẳng giới của xã còn hạn chế (xã Đắk Ang, xã Đắk Xú)."));
  assert.ok(!report.includes("Tỷ lệ lao động nữ làm công hưởng lương chưa đạt kế hoạch ("));
  await leader.goto(shortcomings);
  assert.match(await words(leader.locator("main")), /Một số người bị bạo lực còn ngại trình báo/);
  assert.equal(await leader.getByRole("button", { name: "Lưu lựa chọn" }).count(), 0);
  await leader.context().close();
});

test("Empty words let the unit's own stand again", async () => {
  await office.goto(shortcomings);
  await card("Một số người bị bạo lực").locator("textarea").fill("");
  await saves();
  assert.equal(await card("Một số người bị bạo lực").locator("textarea").inputValue(), "Một số người bị bạo lực còn ngại trình báo (xã Bờ Y).");
});

test("A computed sentence is replaced with a reason, and stands beside it with that", async () => {
  await office.goto(consolidated);
  const paragraph = office.locator("li", { has: office.locator("#text-result-3-2a") });
  await paragraph.locator("summary").click();
  await paragraph.locator("textarea").fill("Tỷ lệ người bị bạo lực được hỗ trợ đang rà soát lại.");
  await paragraph.locator("[name=reason]").fill("Hai xã đang bổ sung số liệu");
  await Promise.all([office.waitForEvent("load"), paragraph.getByRole("button", { name: "Lưu" }).click()]);
  const shown = (await paragraph.textContent()).replace(/\s+/g, " ");
  assert.match(shown, /Câu do máy soạn: “Tỷ lệ người bị bạo lực gia đình.*85,00%/);
  assert.match(shown, /Lý do: Hai xã đang bổ sung số liệu/);
});
