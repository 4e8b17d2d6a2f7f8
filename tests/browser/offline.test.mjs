import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { machine, signsIn, type, words } from "./stage/browser.mjs";
import { NewerProgram } from "./stage/newer_program.mjs";
import { Server } from "./stage/server.mjs";
import { Visitor } from "./stage/visitor.mjs";

/** A commune's officer works on where the network ends; the machine is one, and others sit down at it too. */

const report = "/ke-hoach/1/bao-cao/sa-loong/2023";

let server;
let folder;
let context;
let page;

before(async () => {
  server = await Server.sample();
});
after(async () => {
  await server?.close();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiendo-machine-"));
  await opensBrowser();
});
afterEach(async () => {
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

async function opensBrowser(address = server.address) {
  context = await machine(folder, address);
  page = context.pages()[0] ?? (await context.newPage());
}

async function closesBrowser() {
  await context.close();
}

const cell = (id) => page.locator(`[id="${id}"]`);
const saveState = () => page.locator("[data-save-state]");
const keptLine = () => page.locator("[data-kept-line]");
const waits = (count) => saveState().filter({ hasText: `${count} ô chờ gửi` }).waitFor();
const allSaved = () => saveState().filter({ hasText: /^Đã lưu lúc \d\d:\d\d$/ }).waitFor();

/** Opens the form and waits until it is kept on the machine. */
async function keepsForm(login = "saloong") {
  await signsIn(page, server, login);
  await page.goto(report);
  await page.locator('[data-kept-how="kept"]').waitFor();
}

async function types(id, value) {
  await type(cell(id), value);
  await page.keyboard.press("Tab");
}

/** What the server says that a field of the form holds. */
async function onServer(...ids) {
  const visitor = await Visitor.signedIn(server, "saloong");
  const { markup } = await visitor.get(report);
  return ids.map((id) => new RegExp(`id="${id.replaceAll(".", "\\.")}" name="[^"]*" value="([^"]*)"`).exec(markup)?.[1]);
}

/** As somebody else of the commune does at another machine. */
async function savesElsewhere(login, fields) {
  const visitor = await Visitor.signedIn(server, login);
  const form = await visitor.get(report);
  await visitor.send(form, form.form((one) => one.button("Lưu nháp")), fields, "Lưu nháp");
}

/** Everything that this site has on the machine, as text. */
function keptOnMachine() {
  return page.evaluate(async () => {
    const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames)
        found.push(
          await new Promise((resolve) => {
            const all = database.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => resolve(JSON.stringify(all.result));
          }),
        );
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(request.url, await (await cache.match(request)).text());
    }
    return found.join("\n");
  });
}

test("A form opens without a network after the browser was closed, takes values, and sends them once", async () => {
  await keepsForm();
  await closesBrowser();
  await opensBrowser();
  await context.setOffline(true);
  await page.goto(report);
  assert.match(await words(keptLine()), /^Đang làm ngoại tuyến, số liệu máy chủ tính đến 08:\d\d ngày 11\/12\/2023\.$/);
  await types("3.2b.num", "1");
  await types("3.2b.den", "2");
  await types("6.1.num", "2811");
  await types("6.2.num", "18");
  await waits(3);
  await page.reload();
  await waits(3);
  const typed = ["3.2b.num", "3.2b.den", "6.1.num", "6.2.num"];
  assert.deepEqual(await Promise.all(typed.map((id) => cell(id).inputValue())), ["1", "2", "2811", "18"]);

  const sent = [];
  page.on("response", (response) => response.request().method() === "PUT" && sent.push(`${response.status()} ${response.url().split("/").at(-1)}`));
  await context.setOffline(false);
  await allSaved();
  assert.deepEqual(await onServer(...typed), ["1", "2", "2811", "18"]);
  assert.deepEqual(sent, ["200 3-2b", "200 6-1", "200 6-2"]);
  assert.match(await words(keptLine()), /Đã có mạng lại\. Tải lại trang/);
  await keptLine().getByRole("link").click();
  await page.locator('[data-kept-how="kept"]').waitFor();
  assert.equal(await keptLine().isVisible(), false);
  assert.equal(sent.length, 3);
});

test("While the server itself is down the form opens, and what is typed arrives when it runs again", async () => {
  await keepsForm();
  await server.stop();
  try {
    await page.goto(report);
    await keptLine().waitFor();
    await types("6.2.num", "17");
    await saveState().filter({ hasText: "Không có mạng. Số liệu giữ trên máy này và tự gửi khi có mạng. · 1 ô chờ gửi" }).waitFor();
    // Handing in needs the network: the button leads nowhere, and nothing is lost.
    await page.getByRole("button", { name: "Kiểm tra và nộp" }).click();
    await waits(1);
    assert.equal(new URL(page.url()).pathname, report);
  } finally {
    await server.startAgain();
  }
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await allSaved();
  assert.deepEqual(await onServer("6.2.num"), ["17"]);
});

test("What was saved before the network ended is what the kept form shows", async () => {
  await keepsForm();
  await types("6.2.num", "16");
  await allSaved();
  await context.setOffline(true);
  await page.reload();
  await keptLine().waitFor();
  await page.waitForFunction(() => document.getElementById("6.2.num").value === "16");
  assert.equal(await words(saveState()).then((text) => text.includes("chờ gửi")), false);
});

test("Any other page says that it needs the network, and leads to the kept form", async () => {
  await keepsForm();
  await context.setOffline(true);
  await page.goto("/ke-hoach/1/bao-cao/sa-loong/2023/excel");
  await page.getByText("Trang đồng chí mở cần có mạng").waitFor();
  assert.equal(await page.title(), "Làm việc khi mất mạng – Tiến Độ");
  const form = page.getByRole("link", { name: "Ủy ban nhân dân xã Sa Loong – Báo cáo Năm 2023" });
  await form.click();
  await keptLine().waitFor();
});

test("If somebody else was faster, both values stand side by side with name and hour, and none is chosen", async () => {
  await keepsForm();
  await context.setOffline(true);
  await page.reload();
  await types("6.1.num", "2821");
  await waits(1);
  await savesElsewhere("chuyenvien", { "cell/6.1/num": "2822" });
  await context.setOffline(false);
  const conflict = cell("6.1").locator(".conflict");
  await conflict.waitFor();
  const text = await words(conflict);
  for (const part of [/Của bạn: 2\.821\/6\.200 \(45,50%\) \d\d:\d\d \d\d\/\d\d\/\d{4}/, /Trên máy chủ \([^)]+, 08:\d\d ngày 11\/12\/2023\): 2\.822\//]) assert.match(text, part);
  assert.equal(await conflict.locator("input:checked").count(), 0);
  assert.deepEqual(await onServer("6.1.num"), ["2822"]);

  // Whatever happens to the page, the question stays until it is answered.
  await page.reload();
  await conflict.waitFor();
  await conflict.getByText("2.821/").click();
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await page.getByText("Đã lưu. Báo cáo chưa nộp.").waitFor();
  assert.deepEqual(await onServer("6.1.num"), ["2821"]);
  await page.goto("/ngoai-tuyen");
  await page.getByText("Mọi số liệu đã gửi.").waitFor();
});

test("A session that has ended asks to sign in, and then what was typed is sent", async () => {
  await keepsForm();
  await context.setOffline(true);
  await page.reload();
  await types("6.2.num", "15");
  await waits(1);
  await context.clearCookies();
  await context.setOffline(false);
  await saveState().filter({ hasText: "Phiên làm việc đã hết" }).waitFor();
  await page.getByRole("link", { name: "Đăng nhập lại" }).click();
  await signsIn(page, server, "saloong");
  assert.equal(new URL(page.url()).pathname, report);
  await allSaved();
  assert.deepEqual(await onServer("6.2.num"), ["15"]);
});

test("Signing out asks while something is unsent, and then nothing stays on the machine", async () => {
  await keepsForm();
  await context.setOffline(true);
  await types("6.2.num", "14");
  await waits(1);
  assert.match(await keptOnMachine(), /Sa Loong/);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByText("Còn ô chưa gửi, đồng chí có đăng xuất không?").waitFor();
  await page.getByRole("button", { name: "Xóa và đăng xuất" }).click();
  await page.getByText("Đã xóa mọi thứ giữ trên máy này.").waitFor();
  assert.doesNotMatch(await keptOnMachine(), /saloong|sa-loong|Sa Loong|Y Mai/);
  await page.goto(report);
  await page.getByText("Trang đồng chí mở cần có mạng").waitFor();

  await context.setOffline(false);
  await page.goto(report);
  await page.locator('[data-kept-how="kept"]').waitFor();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.waitForURL((url) => url.pathname === "/dang-nhap");
  assert.doesNotMatch(await keptOnMachine(), /saloong|sa-loong|Sa Loong|Y Mai/);
  assert.notDeepEqual(await onServer("6.2.num"), ["14"]);
});

test("Somebody else at the same machine sees nothing of it, and erases it only after being asked", async () => {
  await keepsForm();
  await context.setOffline(true);
  await types("6.2.num", "13");
  await waits(1);
  await context.clearCookies(); // the session ends by itself
  await context.setOffline(false);
  page.close();
  page = await context.newPage();
  await signsIn(page, server, "dakduc");
  await page.waitForURL((url) => url.pathname === "/ngoai-tuyen");
  await page.getByText("Trên máy này còn số liệu chưa gửi của người khác").waitFor();
  const text = await words(page.locator("main"));
  assert.match(text, /Số liệu chưa gửi của [^:]+: 1 ô chờ gửi\./);
  assert.doesNotMatch(text, /6\.2|\b13\b/);
  await page.getByRole("button", { name: "Để đó, làm việc của tôi" }).click();
  await page.waitForURL((url) => url.pathname !== "/ngoai-tuyen");
  await context.setOffline(true);
  await page.goto(report);
  await page.getByText("Trang đồng chí mở cần có mạng").waitFor();
  assert.doesNotMatch(await words(page.locator("main")), /6\.2|\b13\b/);

  await context.setOffline(false);
  await page.goto("/ngoai-tuyen");
  await page.getByRole("button", { name: "Đăng xuất, để người đó đăng nhập" }).click();
  await page.waitForURL((url) => url.pathname === "/dang-nhap");
  await signsIn(page, server, "saloong");
  await page.goto("/ngoai-tuyen");
  await page.getByText("Mọi số liệu đã gửi.").waitFor();
  assert.deepEqual(await onServer("6.2.num"), ["13"]);

  await context.clearCookies();
  await signsIn(page, server, "dakduc");
  await page.waitForLoadState("networkidle");
  assert.doesNotMatch(await keptOnMachine(), /saloong|sa-loong|Sa Loong|Y Mai/);
});

test("A newer program takes over while something waits: the form still opens, and all of it is sent", async () => {
  await keepsForm();
  await context.setOffline(true);
  await page.reload();
  await types("6.2.num", "12");
  await waits(1);
  page.close();
  page = await context.newPage();
  await server.stop();
  const newer = await NewerProgram.before(server);
  try {
    await context.setOffline(false);
    newer.takesNothing = true;
    await page.goto("/tro-giup");
    await newer.worker;
    await page.waitForFunction(async () => (await caches.open("tiendo")).keys().then((all) => all.some(({ url }) => url.includes("newer"))));
    await context.setOffline(true);
    await page.goto(report);
    await page.waitForFunction(() => document.getElementById("6.2.num")?.value === "12");
    newer.takesNothing = false;
    await context.setOffline(false);
    await allSaved();
    assert.deepEqual(await onServer("6.2.num"), ["12"]);
  } finally {
    await newer.close();
    await server.stop();
    await server.startAgain();
  }
});

test("Where the browser has no room left, it is said, and the page is not closed unasked", async () => {
  await signsIn(page, server, "saloong");
  const storage = await context.newCDPSession(page);
  await storage.send("Storage.overrideQuotaForOrigin", { origin: server.address, quotaSize: 1 });
  await page.goto(report);
  await page.getByText("Trình duyệt không giữ được biểu trên máy này").waitFor();
  await context.setOffline(true);
  await types("6.2.num", "11");
  await saveState().filter({ hasText: "Ô chưa gửi chỉ còn trên trang này, vì trình duyệt không giữ được nữa" }).waitFor();
  const asked = new Promise((resolve) => page.once("dialog", (dialog) => dialog.dismiss().then(() => resolve(dialog.type()))));
  await page.evaluate(() => setTimeout(() => window.location.assign("/")));
  assert.equal(await asked, "beforeunload");
  await storage.send("Storage.overrideQuotaForOrigin", { origin: server.address });
  await context.setOffline(false);
  await allSaved();
});
