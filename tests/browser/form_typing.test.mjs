import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { Browser, type, words } from "./stage/browser.mjs";
import { Server } from "./stage/server.mjs";

/** The habits of the keyboard and of Excel on a commune's form: what is typed, pasted, undone and saved. */

const report = "/ke-hoach/1/bao-cao/sa-loong/2023";

let server;
let browser;
let page;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  page = await browser.person(server, "saloong");
});
after(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  await page.goto(report);
});

const cell = (id) => page.locator(`[id="${id}"]`);
const told = (item) => cell(`${item.includes("/") ? item : `cell/${item}`}/told`);
const saveState = () => page.locator("[data-save-state]");
const activeId = () => page.evaluate(() => document.activeElement.id);

async function valuesOf(...ids) {
  return Promise.all(ids.map((id) => cell(id).inputValue()));
}

/** Nothing waits; beside it may stand what was just pasted. */
const saved = /(^|· )Đã lưu lúc 08:\d\d[^·]*$/;

async function allSaved() {
  await saveState().filter({ hasText: saved }).waitFor();
}

/** Until a cell of this page holds the value. */
async function holds(id, value) {
  await page.waitForFunction(([name, text]) => document.getElementById(name)?.value === text, [id, value]);
}

/** Until the server itself has the value; asked again, since what a closed page sent may still be on its way. */
async function serverHolds(id, value) {
  const field = new RegExp(`id="${id.replaceAll(".", "\\.")}" name="[^"]*" value="${value}"`);
  const until = Date.now() + 20_000;
  for (let markup = ""; !field.test(markup); markup = await (await page.request.get(report)).text())
    assert.ok(Date.now() < until, `${id} did not become ${value} on the server`);
}

/** Puts a block on the clipboard of the page as Excel does, and pastes it at a cell. */
async function pastes(id, rows, lineBreak = "\r\n") {
  const text = rows.map((row) => row.join("\t") + lineBreak).join("");
  await cell(id).focus();
  await cell(id).evaluate((input, value) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", value);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("The arrow down leads one row down in the same column, and a decimal comma is kept", async () => {
  await type(cell("3.2a.num"), "2");
  await page.keyboard.press("ArrowDown");
  assert.equal(await activeId(), "3.2b.num");
  await page.keyboard.press("ArrowDown");
  assert.equal(await activeId(), "6.1.num");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  assert.equal(await activeId(), "3.2b.den");

  await page.locator('[id="activity/money"] > summary').click();
  await type(cell("activity/money/0/allotted"), "26,05");
  await page.keyboard.press("Tab");
  await allSaved();
  await page.reload();
  assert.equal(await cell("activity/money/0/allotted").inputValue(), "26,05");
});

test("A dot before three digits is read as thousands, and the cell says so", async () => {
  await type(cell("6.1.den"), "6.200");
  await page.keyboard.press("Tab");
  await told("6.1").locator(".told-hint", { hasText: "đã hiểu là 6.200, dấu chấm là dấu phân cách hàng nghìn" }).waitFor();
  assert.equal(await cell("6.1.den").getAttribute("aria-describedby"), "cell/6.1/told");
  await cell("6.1").locator("[data-result]", { hasText: "45,00%" }).waitFor();
});

test("A dot before other digits is read as a decimal sign and said so, and breaks no count of people", async () => {
  await page.locator('[id="activity/money"]').evaluate((details) => (details.open = true));
  await type(cell("activity/money/0/spent"), "26.05");
  await page.keyboard.press("Tab");
  await told("activity/money").locator(".told-hint", { hasText: "“26.05” đã hiểu là 26,05, dấu chấm là dấu phẩy thập phân" }).waitFor();
  await type(cell("6.1.num"), "26.05");
  await page.keyboard.press("Tab");
  await told("6.1").locator(".told-error", { hasText: "“26.05” phải là số nguyên, vì đây là số đếm" }).waitFor();
  assert.equal(await cell("6.1.num").getAttribute("aria-invalid"), "true");
  await type(cell("6.1.num"), "2790");
  await page.keyboard.press("Tab");
  await cell("6.1").locator("[data-result]", { hasText: "45,00%" }).waitFor();
});

test("A word is marked and said to be no number, while the other cells are saved", async () => {
  await type(cell("3.2a.num"), "abc");
  await page.keyboard.press("Tab");
  await page.locator('[id="3.2a.num"][aria-invalid="true"]').waitFor();
  await told("3.2a").locator(".told-error").first().waitFor();
  const red = await told("3.2a").locator(".told-error").first().evaluate((line) => getComputedStyle(line).color);
  assert.equal(red, "rgb(158, 27, 18)");
  await type(cell("3.2b.num"), "1");
  await type(cell("3.2b.den"), "2");
  await page.keyboard.press("Tab");
  await cell("3.2b").locator("[data-result]", { hasText: "50,00%" }).waitFor();
  await page.reload();
  assert.deepEqual(await valuesOf("3.2b.num", "3.2b.den"), ["1", "2"]);
});

test("A block of Excel fills its cells, is counted, and comes back as a whole with one Ctrl+Z", async () => {
  const ids = ["3.2a.num", "3.2a.den", "3.2b.num", "3.2b.den", "6.1.num", "6.1.den"];
  const before = await valuesOf(...ids);
  await pastes("3.2a.num", [["1", "3"], ["KAD", "2"], ["", "x1"]]);
  assert.deepEqual(await valuesOf(...ids), ["1", "3", "KAD", "2", before[4], "x1"]);
  await allSaved();
  assert.match(await words(saveState()), /^Đã dán 5 ô; bỏ qua 0 ô ngoài bảng; 1 ô không phải là số\. · Đã lưu lúc/);
  assert.equal(await cell("6.1.den").getAttribute("aria-invalid"), "true");
  await cell("6.1.den").focus();
  await page.keyboard.press("Control+z");
  assert.deepEqual(await valuesOf(...ids), before);
  await saveState().filter({ hasText: /^Đã lưu lúc 08:\d\d[^·]*$/ }).waitFor();
  await page.reload();
  assert.deepEqual(await valuesOf(...ids), before);
});

test("What is pasted beyond the table is counted as left out, and nothing is wrapped", async () => {
  const before = await valuesOf("6.1.num", "6.1.den");
  await pastes("3.2a.den", [["4", "5", "6"], ["3", "7", "8"]]); // the column after it ends the table
  assert.deepEqual(await valuesOf("3.2a.den", "3.2b.den"), ["4", "3"]);
  assert.deepEqual(await valuesOf("6.1.num", "6.1.den"), before);
  assert.match(await words(saveState()), /^Đã dán 2 ô; bỏ qua 4 ô ngoài bảng/);
  await allSaved();
});

test("A block of an English Excel is read with one notation throughout", async () => {
  await pastes("6.1.num", [["2,790", "6,200"], ["17.0", "18"]]);
  assert.deepEqual(await valuesOf("6.1.num", "6.1.den", "6.2.num"), ["2790", "6200", "17,0"]);
  await allSaved(); // or the next page would be drawn before it, and its form meet a newer cell
});

test("“Không áp dụng” without its reason cannot be submitted, and the error names the target", async () => {
  await page.locator('[id="6.2.state"]').selectOption("not_applicable");
  await allSaved();
  await page.getByRole("button", { name: "Kiểm tra và nộp" }).click();
  await page.locator(".error-summary:focus").waitFor();
  assert.match(await page.title(), /^Lỗi: /);
  const problem = page.locator(".error-summary a", { hasText: "6.2" });
  await problem.first().click();
  assert.match(page.url(), /#6\.2/);
});

test("Nought of nought is no rate: the form asks for “không phát sinh”", async () => {
  await type(cell("3.2a.num"), "0");
  await type(cell("3.2a.den"), "0");
  await page.keyboard.press("Tab");
  // While only the numerator had arrived, the row may have been told something else.
  await told("3.2a").locator("li", { hasText: "tử số và mẫu số đều bằng 0" }).filter({ hasText: "không phát sinh" }).waitFor();
  const row = await words(cell("3.2a"));
  assert.doesNotMatch(row, /NaN|Infinity|0,00%/);
});

test("A cell is saved within two seconds of leaving it, and is there after a reload", async () => {
  await type(cell("6.2.num"), "18");
  const saving = page.waitForResponse((response) => response.request().method() === "PUT", { timeout: 2_000 });
  await page.keyboard.press("Tab");
  await saving;
  await allSaved();
  await page.reload();
  assert.equal(await cell("6.2.num").inputValue(), "18");
});

test("Two tabs in the same cell: the second sees both values with name and hour, and none is lost", async () => {
  const second = await page.context().newPage();
  await second.goto(report);
  await type(cell("6.1.num"), "2801");
  await page.keyboard.press("Tab");
  await allSaved();
  await type(second.locator('[id="6.1.num"]'), "2799");
  await second.keyboard.press("Tab");
  const conflict = second.locator('[id="6.1"] .conflict');
  await conflict.waitFor();
  const text = await words(conflict);
  for (const part of ["2.799/", "2.801/", "Y Mai", "08:0", "11/12/2023"]) assert.ok(text.includes(part), `${part}: ${text}`);
  assert.equal(await conflict.locator("input:checked").count(), 0);
  await conflict.getByText("2.801/").click();
  await second.getByRole("button", { name: "Lưu nháp" }).click();
  await second.waitForLoadState();
  await page.reload();
  assert.equal((await cell("6.1.num").inputValue()).replace(".", ""), "2801");
});

test("When the session has ended, what is typed stays, and is saved after signing in on another tab", async () => {
  await page.context().clearCookies();
  await type(cell("3.2b.den"), "4");
  await page.keyboard.press("Tab");
  await saveState().filter({ hasText: "Phiên làm việc đã hết. Số liệu chưa mất" }).waitFor();
  assert.equal(await cell("3.2b.den").inputValue(), "4");
  const entrance = await page.context().newPage();
  await entrance.goto("/dang-nhap");
  await entrance.locator("#login").fill("saloong");
  await entrance.locator("#password").fill(server.password);
  await entrance.locator("#password").press("Enter");
  await entrance.waitForURL((url) => url.pathname !== "/dang-nhap");
  await entrance.close();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await allSaved();
  await page.reload();
  assert.equal(await cell("3.2b.den").inputValue(), "4");
});

test("A value is saved though the browser's own database never answers", async () => {
  const other = await page.context().newPage(); // the script stays with its page
  await other.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget();
  });
  await other.goto(report);
  await type(other.locator('[id="6.2.num"]'), "19");
  await other.keyboard.press("Tab");
  await serverHolds("6.2.num", "19");
  await other.locator("[data-save-state]").filter({ hasText: saved }).waitFor();
  await other.close();
});

/** Until this browser has written the value down. */
async function keptHere(value) {
  await page.waitForFunction(async (text) => {
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await done(indexedDB.open("tiendo"));
    const items = await done(database.transaction("items").objectStore("items").getAll());
    database.close();
    return JSON.stringify(items).includes(text);
  }, value);
}

test("A short gap in the line is bridged within seconds, and the bar says so meanwhile", async () => {
  await page.context().setOffline(true);
  await type(cell("6.2.num"), "20");
  await page.keyboard.press("Tab");
  await saveState().filter({ hasText: "1 ô chờ gửi" }).waitFor();
  await page.evaluate(() => window.addEventListener("online", (event) => event.stopImmediatePropagation(), true));
  await page.context().setOffline(false);
  await allSaved();
  await serverHolds("6.2.num", "20");
});

/** Types over a value that the server has and nobody told this page so, as when the line breaks. */
async function typesOverUnanswered(id, first, second) {
  const arrived = new Promise((resolve) => {
    void page.route("**/api/v1/drafts/**", (route) => route.fetch().then(resolve), { times: 1 });
  });
  await type(cell(id), first);
  await page.keyboard.press("Tab");
  await arrived;
  await type(cell(id), second);
  await page.keyboard.press("Tab");
  await keptHere(second);
}

test("What was typed over an unanswered change meets no conflict with one's own hand when the form is opened again", async () => {
  await typesOverUnanswered("6.1.den", "6211", "6212");
  await page.reload();
  await holds("6.1.den", "6212");
  await serverHolds("6.1.den", "6212");
  await allSaved();
  assert.equal(await page.locator(".conflict").count(), 0);
});

test("What was typed over an unanswered change is sent by the next page, and the form goes on from there", async () => {
  await typesOverUnanswered("6.1.den", "6221", "6222");
  await page.goto("/viec-cua-toi");
  await serverHolds("6.1.den", "6222");
  await page.goto(report);
  await type(cell("6.1.den"), "6223");
  await page.keyboard.press("Tab");
  await serverHolds("6.1.den", "6223");
  await allSaved();
  assert.equal(await page.locator(".conflict").count(), 0);
});
