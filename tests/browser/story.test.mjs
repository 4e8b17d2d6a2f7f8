import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { paragraphsOf } from "./stage/archive.mjs";
import { Browser, tableRow, type, words } from "./stage/browser.mjs";
import { handsIn, saLoongCompletes } from "./stage/reporting.mjs";
import { Server } from "./stage/server.mjs";
import { Visitor } from "./stage/visitor.mjs";

const overview = "/ke-hoach/1/tong-quan?ky=2023";
const saLoong = "/ke-hoach/1/bao-cao/sa-loong/2023";
const dakDuc = "/ke-hoach/1/bao-cao/dak-duc/2023";
const consolidated = "/ke-hoach/1/tong-hop?ky=2023";

let server;
let browser;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** As a newcomer does: the card of a role on the sign-in page. */
async function entersAs(login) {
  const page = await browser.window(server.address);
  await page.goto("/dang-nhap");
  await page.locator(".role-cards button", { has: page.locator("code", { hasText: new RegExp(`^${login}$`) }) }).click();
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
  return page;
}

/** From the plan's review, where the sample world offers it. */
async function readsAfresh(page, { plans, review, again }) {
  await page.getByRole("link", { name: plans, exact: true }).click();
  await page.getByRole("link", { name: review, exact: true }).last().click();
  await page.getByRole("button", { name: again }).click();
  await page.waitForURL(/\/ke-hoach\/2\/ra-soat/);
}

/** The finding stands beside the document, and its link marks the line that it is about. */
async function opensTheRateThatDoesNotFall(page, sentence, line) {
  const finding = page.locator("article.finding", { hasText: sentence });
  await finding.getByRole("link", { name: line }).click();
  const source = page.locator("#l51");
  assert.match(await words(source), /giảm từ 55 ca sinh\/1\.000 phụ nữ xuống 56\/1\.000 phụ nữ/);
  assert.equal(await source.evaluate((element) => element.matches(":target.is-marked")), true);
  const [left, right] = [await source.boundingBox(), await page.locator("article.finding").first().boundingBox()];
  assert.ok(left.x + left.width <= right.x, "the text stands left of the findings");
  assert.ok(left.y >= 0 && left.y < page.viewportSize().height, "the line is in view");
}

async function rowOf(page, measure) {
  return words(tableRow(page, measure));
}

async function mentions(page, ...expected) {
  const text = await words(page.locator("main"));
  for (const each of expected) assert.ok(text.includes(each), `${page.url()} does not say “${each}”: ${text}`);
}

test("The three minutes of the sample world go as they are told", async (t) => {
  const began = Date.now();
  let leader;
  let commune;

  await t.test("The deputy chair sees the opening state", async () => {
    leader = await entersAs("pct");
    await leader.goto(overview);
    await mentions(leader, "10 đạt", "7 chưa đạt", "3.3 không phát sinh", "3.1 không có nguồn số liệu", "4.3 chưa đánh giá");
    await mentions(leader, "12 đã tiếp nhận", "3 đã nộp, chờ tiếp nhận", "1 trả lại", "2 quá hạn");
    assert.match(await rowOf(leader, "3.2a"), /17\/20.*85,00%|85,00%.*17\/20/);
    assert.match(await rowOf(leader, "3.2a"), /6\/8 xã/);
    assert.match(await words(leader.locator(".sample-world")), /số liệu minh hoạ.*08:00.*11\/12\/2023/);
  });

  await t.test("The office reads the plan afresh and opens “giảm từ 55 … xuống 56” beside its line", async () => {
    const office = await entersAs("chuyenvien");
    await readsAfresh(office, { plans: "Kế hoạch", review: "Rà soát", again: "Đọc lại từ đầu" });
    await mentions(office, "6 mục tiêu, 18 chỉ tiêu (20 chỉ tiêu thành phần), 25 nhiệm vụ");
    await opensTheRateThatDoesNotFall(office, "“Giảm từ 55 xuống 56” thực chất không giảm.", "dòng 51");
    await office.context().close();
  });

  await t.test("The commune fills what was left of its report, checks, submits and prints it", async () => {
    commune = await entersAs("saloong");
    await commune.locator(`a[href^="${saLoong}"]`).first().click();
    assert.match(await words(commune.locator(".save-count")), /^4\/6/);
    await type(commune.locator('[id="3.2a.num"]'), "1");
    await type(commune.locator('[id="3.2a.den"]'), "3");
    await type(commune.locator('[id="3.2b.num"]'), "1");
    await type(commune.locator('[id="3.2b.den"]'), "2");
    await commune.keyboard.press("Tab");
    await commune.locator('[id="3.2a"] [data-result]', { hasText: "33,33%" }).waitFor();
    await commune.locator('[id="3.2b"] [data-result]', { hasText: "50,00%" }).waitFor();
    await commune.locator("[data-save-state]", { hasText: "Đã lưu lúc 08:" }).waitFor();
    assert.match(await words(commune.locator(".save-count")), /^6\/6/);

    await commune.getByRole("button", { name: "Kiểm tra và nộp" }).click();
    await commune.waitForURL(/\/kiem-tra/);
    const changedPage = await pressesSubmit(commune);
    t.diagnostic(`from pressing “Nộp báo cáo” to the leader's changed page: ${changedPage} ms`);
    assert.ok(changedPage < 10_000);
    await commune.waitForURL(/\/da-nop/);
    await commune.getByRole("link", { name: "In báo cáo" }).click();
    await commune.waitForURL(/\/in$/);
    await commune.emulateMedia({ media: "print" });
    assert.match(await words(tableRow(commune, "3.2a")), /33,33%.*1\/3/);
    assert.match(await words(tableRow(commune, "3.2b")), /50,00%.*1\/2/);
    assert.match(await words(tableRow(commune, "6.2")), /94,44%.*17\/18/);
    assert.equal(await commune.locator(".masthead").isVisible(), false);
  });

  /** Milliseconds until the leader's overview shows the commune's figures. */
  async function pressesSubmit(page) {
    const pressed = Date.now();
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Nộp báo cáo" }).click();
    await answer;
    await leader.reload({ waitUntil: "domcontentloaded" });
    const took = Date.now() - pressed;
    assert.match(await rowOf(leader, "3.2a"), /78,26%/);
    return took;
  }

  await t.test("The deputy chair finds the figures changed", async () => {
    await leader.goto(overview);
    await mentions(leader, "8 đạt", "9 chưa đạt");
    const served = await rowOf(leader, "3.2a");
    assert.match(served, /78,26%.*18\/23|18\/23.*78,26%/);
    assert.match(served, /7\/8 xã/);
    assert.match(served, /Chưa đạt.*còn thiếu 1/i);
    const access = await rowOf(leader, "6.2");
    assert.match(access, /99,31%.*143\/144|143\/144.*99,31%/);
    assert.match(access, /Chưa đạt/i);
  });

  await t.test("The report's sentence is redrawn and marked against the version of 08:00", async () => {
    await leader.goto(consolidated);
    await mentions(leader, "con số đã đổi so với bản 1 lúc 08:00 ngày 11/12/2023");
    const changed = leader.locator(".changed", { has: leader.locator("a.figure", { hasText: "78,26%" }) }).first();
    assert.equal(await words(changed), "78,26% 85,00%");
    assert.equal(await changed.locator("del").innerText(), "85,00%");
    assert.equal(await changed.getAttribute("title"), "So với bản 1 lúc 08:00 ngày 11/12/2023: trước là 85,00%");
    const sentence = await words(changed.locator("xpath=ancestor::*[self::p or self::li][1]"));
    assert.match(sentence, /78,26% 85,00% \(18\/23 17\/20 người\), chưa đạt/);
  });

  await t.test("A figure leads to the seven communes, to the person and to the hour", async () => {
    await leader.goto(consolidated);
    await leader.locator("a.figure", { hasText: "78,26%" }).first().click();
    await leader.waitForURL(/\/chi-tieu\/3-2a/);
    const text = await words(leader.locator("main"));
    for (const [commune, counts] of [
      ["Plei Kần", "5/6"],
      ["Bờ Y", "6/7"],
      ["Đắk Nông", "2/2"],
      ["Đắk Xú", "4/5"],
      ["Sa Loong", "1/3"],
    ])
      assert.match(text, new RegExp(`${commune}[^/]{0,80}${counts}`), text);
    await leader.locator('table a[href*="/o/sa-loong.3-2a.2023"]').first().click();
    await leader.waitForURL(/\/o\/sa-loong\.3-2a\.2023/);
    await mentions(leader, "Sa Loong", "1/3", "33,33%", "08:0", "11/12/2023");
  });

  await t.test("The report as a file says the same", async () => {
    await leader.goto(consolidated);
    const arriving = leader.waitForEvent("download");
    await leader.getByRole("link", { name: "Tải báo cáo .docx" }).click();
    const file = await readFile(await (await arriving).path());
    const report = paragraphsOf(file).join("\n");
    assert.match(report, /78,26%/);
    assert.match(report, /99,31%/);
    assert.doesNotMatch(report, /undefined|NaN|85,00%/);
  });

  const told = Date.now() - began;
  t.diagnostic(`told in ${Math.round(told / 1000)} s`);
  assert.ok(told < 180_000, `the three minutes took ${told} ms`);

  await t.test("Encore: Đắk Dục corrects its report", async () => {
    const page = await entersAs("dakduc");
    await page.goto(dakDuc);
    await mentions(page, "Trả lại");
    await type(page.locator('[id="3.2a.num"]'), "2");
    await page.locator('[id="6.3"] summary').first().click();
    await type(page.locator('[id="6.3.note"]'), "Trang thông tin điện tử xã, tháng 9/2023", 5);
    await page.keyboard.press("Tab");
    await page.locator('[id="3.2a"] [data-result]', { hasText: "66,67%" }).waitFor();
    await page.getByRole("button", { name: "Kiểm tra và nộp" }).click();
    await page.waitForURL(/\/kiem-tra/);
    await page.getByRole("button", { name: "Nộp báo cáo" }).click();
    await page.waitForURL(/\/da-nop/);
    await leader.goto(overview);
    const served = await rowOf(leader, "3.2a");
    assert.match(served, /76,92%.*20\/26|20\/26.*76,92%/);
    assert.match(served, /8\/8 xã/);
  });

  assert.deepEqual(browser.complaints, []);
});

test("The story is told in English too", async (t) => {
  const world = await Server.sample();
  t.after(() => world.close());
  await handsIn(await Visitor.signedIn(world, "saloong"), saLoong, saLoongCompletes);
  const page = await browser.person(world, "pct");
  await page.getByRole("button", { name: "English" }).click();
  await page.locator('html[lang="en"]').waitFor();

  await page.goto(overview);
  await mentions(page, "8 met", "9 not met");
  assert.match(await rowOf(page, "3.2a"), /78\.26%.*18\/23|18\/23.*78\.26%/);
  assert.match(await rowOf(page, "6.2"), /99\.31%.*143\/144|143\/144.*99\.31%/);
  await page.goto(consolidated);
  await mentions(page, "figures differ from version 1 of 08:00 on 11 December 2023");
  const changed = page.locator(".changed", { has: page.locator("a.figure", { hasText: "78,26%" }) }).first();
  assert.equal(await words(changed), "78,26% 85,00%"); // the report itself is Vietnamese
  await page.getByRole("link", { name: /\.docx/ }).first().waitFor();
});

test("The plan is read afresh in English too", async (t) => {
  const world = await Server.sample();
  t.after(() => world.close());
  const page = await browser.person(world, "chuyenvien");
  await page.getByRole("button", { name: "English" }).click();
  await readsAfresh(page, { plans: "Plans", review: "Review", again: "Read it afresh" });
  await mentions(page, "6 objectives, 18 targets");
  await opensTheRateThatDoesNotFall(page, "“Falls from 55 to 56” is no fall.", "line 51");
});

for (const [language, button, expected] of [
  ["vi", undefined, { go: "Tới 02/07/2025", total: "Toàn huyện 78,26% 18/23", had: "2 trong 3 đơn vị đã có số liệu", rate: "83,33%" }],
  ["en", "English", { go: "Go to 2 July 2025", total: "Whole district 78.26% 18/23", had: "2 of 3 units have figures", rate: "83.33%" }],
])
  test(`The same data stand by the units of July 2025, with the same total (${language})`, async (t) => {
    const world = await Server.sample();
    t.after(() => world.close());
    await handsIn(await Visitor.signedIn(world, "saloong"), saLoong, saLoongCompletes);
    const page = await browser.person(world, "pct");
    if (button) await page.getByRole("button", { name: button }).click();
    await page.getByRole("button", { name: expected.go }).click();
    await page.waitForURL(/\/tong-quan/);
    assert.match(await rowOf(page, "3.2a"), /18\/23/);
    await page.goto("/ke-hoach/1/chi-tieu/3-2a?ky=2023");
    const map = page.locator("section, main").filter({ hasText: "Dục Nông" }).last();
    const rowNamed = async (name) => words(map.locator("tr", { has: page.locator("th", { hasText: new RegExp(`^${name}$`) }) }).last());
    assert.match(await rowNamed("Bờ Y"), new RegExp(`Plei Kần, Bờ Y, Đắk Xú ${expected.rate} 15/18 `));
    assert.match(await rowNamed("Dục Nông"), new RegExp(`Đắk Ang, Đắk Dục, Đắk Nông .*2/2 .*${expected.had}`));
    assert.match(await rowNamed("Sa Loong"), /Đắk Kan, Sa Loong .*1\/3/);
    assert.ok((await words(map)).includes(expected.total), await words(map));
  });
