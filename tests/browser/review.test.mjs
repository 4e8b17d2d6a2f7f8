import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser, words } from "./stage/browser.mjs";
import { Server } from "./stage/server.mjs";

/** The review of a reading by keys alone, by two people at once, and of a scan beside its pictures. */

const malformed = "#finding-ratio-malformed-47";
const notReduced = "#finding-rate-not-reduced-51";

let server;
let browser;
let page;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  page = await browser.person(server, "chuyenvien");
  await page.goto("/ke-hoach/1/ra-soat");
  await page.getByRole("button", { name: "Đọc lại từ đầu" }).click();
  await page.waitForURL(/\/ke-hoach\/2\/ra-soat/);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const focused = (window) => window.evaluate(() => document.activeElement?.closest("article.finding")?.id ?? "");
const progress = (window) => words(window.locator(".review-progress strong"));

async function recorded(window, act) {
  await Promise.all([window.waitForEvent("load"), act()]);
}

test("A finding is decided by keys, the next one gets the focus, and a slip is undone", async () => {
  const [, before] = /Còn (\d+) điều/.exec(await progress(page));
  await page.keyboard.press("j");
  const first = await focused(page);
  assert.match(first, /^finding-/);
  await page.keyboard.press("g");
  await page.keyboard.type("Đã hỏi người soạn thảo");
  await recorded(page, () => page.keyboard.press("Enter"));
  assert.ok((await progress(page)).startsWith(`Còn ${before - 1} điều`));
  assert.notEqual(await focused(page), first);
  assert.match(await words(page.locator(`#${first} .decision`)), /giữ như văn bản.*Đã hỏi người soạn thảo/);

  await recorded(page, () => page.keyboard.press("u"));
  assert.ok((await progress(page)).startsWith(`Còn ${before} điều`));
  assert.equal(await focused(page), first);
});

test("Keys lead forth and back, to the line of the document, and tell what they do", async () => {
  await page.goto("/ke-hoach/2/ra-soat");
  await page.keyboard.press("j");
  const first = await focused(page);
  await page.keyboard.press("j");
  assert.notEqual(await focused(page), first);
  await page.keyboard.press("k");
  assert.equal(await focused(page), first);
  const outline = await page.locator(`#${first}`).evaluate((element) => getComputedStyle(element).outlineWidth);
  assert.equal(outline, "3px");
  await page.keyboard.press("v");
  await page.waitForURL(/#l\d+$/);
  await page.keyboard.press("?");
  assert.ok(await page.getByRole("dialog", { name: "Phím tắt khi rà soát" }).isVisible());
  await page.keyboard.press("Escape");
  await page.getByLabel("Bật phím tắt").uncheck();
  await page.locator("h1").click();
  await page.keyboard.press("?");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.getByLabel("Bật phím tắt").check();
});

test("What was typed and not recorded is there again when the page is", async () => {
  await page.goto("/ke-hoach/2/ra-soat");
  await page.locator(notReduced).getByLabel("Lý do, căn cứ").fill("Chờ Phòng Y tế");
  await page.reload();
  assert.equal(await page.locator(notReduced).getByLabel("Lý do, căn cứ").inputValue(), "Chờ Phòng Y tế");
});

test("Two people who decide the same see both decisions, and nothing is overwritten unseen", async () => {
  const other = await browser.person(server, "truongphong");
  for (const window of [page, other]) await window.goto("/ke-hoach/2/ra-soat");
  const decide = async (window, choice, reason) => {
    const finding = window.locator(malformed);
    await finding.getByRole("radio", { name: choice, exact: true }).check();
    await finding.getByLabel("Lý do, căn cứ").fill(reason);
    await recorded(window, () => finding.getByRole("button", { name: "Ghi quyết định" }).click());
  };
  await decide(page, "Giữ như văn bản, chưa đánh giá chỉ tiêu này", "Chờ Chi cục Dân số");
  await decide(other, "Giữ như văn bản", "Theo bản chính");
  assert.match(await words(other.locator(".error-summary")), /vừa ghi về mục này/);
  const both = other.locator(malformed);
  assert.match(await words(both.locator(".decision")), /Chờ Chi cục Dân số/);
  assert.equal(await both.getByLabel("Lý do, căn cứ").inputValue(), "Theo bản chính");
  await page.reload();
  assert.match(await words(page.locator(`${malformed} .decision`)), /Chờ Chi cục Dân số/);

  await recorded(other, () => both.getByRole("button", { name: "Ghi quyết định" }).click());
  await page.reload();
  assert.match(await words(page.locator(`${malformed} .decision`)), /giữ như văn bản.*Theo bản chính/);
});

/** A plan as a worn photocopy: letters small and grey, so that some numbers are not certain. */
async function photocopy() {
  const paper = await browser.window(server.address, { width: 794, height: 1123 });
  await paper.setContent(`<body style="margin:60px 70px;font:17px/1.5 'Liberation Serif',serif;color:#555;filter:blur(.7px)">
    <p>ỦY BAN NHÂN DÂN<br>XÃ AN BÌNH<br>Số: 15/KH-UBND</p><p>An Bình, ngày 12 tháng 01 năm 2024</p>
    <p style="text-align:center"><b>KẾ HOẠCH</b><br><b>Giảm nghèo bền vững năm 2024</b></p>
    <p>I. MỤC TIÊU</p><p>1. Giảm tỷ lệ hộ nghèo xuống còn 3,86%.</p>
    <p>2. Tỷ lệ người dân tham gia bảo hiểm y tế đạt 93,5%.</p><p>3. Hỗ trợ sửa chữa 18 căn nhà trước ngày 30/9/2024.</p>
    <p>II. NHIỆM VỤ</p><p>1. Rà soát hộ nghèo theo từng nguyên nhân.</p><p>2. Báo cáo Ủy ban nhân dân huyện trước ngày 15/12/2024.</p>
    </body>`);
  const picture = await paper.screenshot({ type: "png" });
  await paper.context().close();
  return picture;
}

test("Of a scan, what was not certain is confirmed beside its picture by one key", async () => {
  await page.goto("/ke-hoach/nap");
  await page.locator('input[type="file"]').setInputFiles({ name: "ke-hoach.png", mimeType: "image/png", buffer: await photocopy() });
  await page.getByRole("button", { name: "Đọc văn bản" }).click();
  await page.waitForURL(/\/ke-hoach\/\d+\/ra-soat/, { timeout: 240_000 });
  const sheet = page.locator(".scan-sheet img");
  await sheet.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector(".scan-sheet img")?.naturalWidth > 1000);

  const doubts = page.locator("article.finding[data-waits]", { has: page.getByRole("button", { name: "Đúng như ảnh" }) });
  const count = await doubts.count();
  assert.ok(count > 0, "something is doubtful");
  const doubt = doubts.first();
  const cut = await doubt.locator("svg.cut-out").first().boundingBox();
  assert.ok(cut.width > 100 && cut.height > 20, "the place is cut out of the picture");
  await doubt.getByRole("link", { name: /dòng/ }).click();
  assert.equal(await page.locator(".scan-line:target").count(), 1, "the line is marked on the page");

  const key = await doubt.getAttribute("id");
  await doubt.focus();
  await recorded(page, () => page.keyboard.press("a"));
  assert.match(await words(page.locator(`#${key} .decision`)), /đúng như ảnh/);
  assert.equal(await doubts.count(), count - 1);
});

test("Before a period is opened, the page says what was not compared with the picture", async () => {
  const plan = /\/ke-hoach\/(\d+)\//.exec(page.url())[1];
  await page.goto(`/ke-hoach/${plan}/ky`);
  assert.match(await words(page.locator("main")), /chưa đối chiếu với ảnh/);
});
