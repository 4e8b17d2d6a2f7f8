import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { paragraphsOf } from "./stage/archive.mjs";
import { Browser, tableRow, words } from "./stage/browser.mjs";
import { approximate, correctedServed, decisions, numbers, returnReason, samplePlan, suppliers } from "./stage/first_plan.mjs";
import { handsIn } from "./stage/reporting.mjs";
import { Server } from "./stage/server.mjs";
import { Upload, Visitor } from "./stage/visitor.mjs";

/** From the plan's text to the office's report, by what a newcomer sees and presses. */

let browser;

before(async () => {
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
});

async function world(t) {
  const server = await Server.sample();
  t.after(() => server.close());
  return server;
}

const findingWith = (page, sentence) => page.locator("article.finding", { hasText: sentence });

test("A plan's text becomes a period, a report, a figure and a document", async (t) => {
  const server = await world(t);
  const office = await browser.person(server, "chuyenvien");
  const commune = await browser.person(server, "saloong");
  const main = (page) => words(page.locator("main"));
  let isBroken = false;
  /** What comes after a broken step would only wait for it. */
  const step = (name, act) =>
    t.test(name, { skip: isBroken }, async () => {
      isBroken = true;
      await act();
      isBroken = false;
    });

  await step("The office uploads the plan and sees what was read", async () => {
    await office.getByRole("link", { name: "Kế hoạch", exact: true }).click();
    await office.getByRole("link", { name: "Nạp kế hoạch" }).click();
    await office.locator("#document").setInputFiles(fileURLToPath(samplePlan));
    await office.getByRole("button", { name: "Đọc văn bản" }).click();
    await office.waitForURL(/\/ke-hoach\/2\/ra-soat/);
    assert.match(await main(office), /6 mục tiêu, 18 chỉ tiêu \(20 chỉ tiêu thành phần\), 25 nhiệm vụ/);
  });

  await step("A period cannot be opened yet, and each thing to settle is a link to its place", async () => {
    await office.getByRole("link", { name: "Mở kỳ báo cáo" }).first().click();
    await office.getByRole("button", { name: "Mở kỳ báo cáo" }).click();
    await office.locator(".error-summary:focus").waitFor();
    assert.match(await office.title(), /^Lỗi: /);
    const problems = office.locator(".error-summary li a");
    // Three findings, two questions about each measure, and what “khoảng” allows.
    assert.equal(await problems.count(), 3 + 2 * 20 + 1);
    await problems.filter({ hasText: "Giảm từ 55 xuống 56" }).click();
    await office.waitForURL(/\/ra-soat#finding-rate-not-reduced-51$/);
    await findingWith(office, "Giảm từ 55 xuống 56").waitFor();
  });

  await step("A decision without its reason comes back as it was made", async () => {
    const finding = findingWith(office, decisions[1].sentence);
    await finding.getByText(decisions[1].choice).click();
    await finding.getByRole("button", { name: "Ghi quyết định" }).click();
    await office.locator(".error-summary:focus").waitFor();
    const back = findingWith(office, decisions[1].sentence);
    assert.equal(await back.getByLabel(decisions[1].choice).isChecked(), true);
  });

  await step("The office decides the blocking findings with its reasons", async () => {
    for (const { sentence, choice, reason } of decisions) {
      const finding = findingWith(office, sentence);
      await finding.getByText(choice).click();
      await finding.getByLabel("Lý do, căn cứ").fill(reason);
      await finding.getByRole("button", { name: "Ghi quyết định" }).click();
      await findingWith(office, sentence).getByText(`Lý do: ${reason}`).waitFor();
    }
    assert.doesNotMatch(await main(office), /cảnh báo phải quyết định/);
  });

  await step("It says for each measure who answers it, or why nobody can", async () => {
    await office.getByRole("link", { name: "Giao số liệu", exact: true }).click();
    for (const [measure, indicator, answers] of suppliers) {
      const row = office.locator(`#m-${measure.replace(".", "-")}`);
      await row.locator("select[name=indicator]").selectOption(indicator);
      for (const unit of Array.isArray(answers) ? answers : []) await row.getByLabel(unit, { exact: true }).check();
      if (measure === approximate) await row.locator("input[name=tolerance]").fill("1");
      if (!Array.isArray(answers)) await row.locator("input[name=no_source]").fill(answers);
      await row.getByRole("button", { name: "Lưu chỉ tiêu này" }).click();
      await office.locator(`#m-${measure.replace(".", "-")}:not([open])`).waitFor();
    }
    assert.match(await words(office.locator("#m-3-2a")), /Plei Kần.*Sa Loong/);
  });

  await step("It opens the period by the proposal that the plan's own words lead to", async () => {
    await office.getByRole("link", { name: "Mở kỳ báo cáo" }).first().click();
    assert.equal(await office.locator("#deadline").inputValue(), "17:00 08/12/2023");
    await office.locator("#deadline").fill("17 giờ ngày 15/12/2023");
    await office.locator("#own_report_due").fill("20/12/2023");
    await office.getByRole("button", { name: "Mở kỳ báo cáo" }).click();
    await office.waitForURL(/\/ke-hoach\/2\/tong-quan/);
    assert.match(await main(office), /Hạn nộp: 17:00 ngày 15\/12\/2023/);
  });

  const report = "/ke-hoach/2/bao-cao/sa-loong/2023";

  await step("The commune finds its form, fills it in and submits", async () => {
    await commune.goto("/viec-cua-toi");
    await commune.locator(`a[href^="${report}"]`).first().click();
    for (const [measure, fields] of Object.entries(numbers))
      for (const [field, value] of Object.entries(fields)) await commune.locator(`[name="cell/${measure}/${field}"]`).fill(value);
    await submits(commune);
    assert.match(await main(commune), /Mã biên nhận/);
  });

  async function submits(page) {
    await page.getByRole("button", { name: "Kiểm tra và nộp" }).click();
    await page.waitForURL(/\/kiem-tra/);
    const reason = page.locator("#incomplete_reason");
    if (await reason.count()) await reason.fill("Các nội dung khác chưa tổng hợp xong");
    await page.getByRole("button", { name: "Nộp báo cáo" }).click();
    await page.waitForURL(/\/da-nop/);
  }

  async function reviews(unit) {
    await office.getByRole("link", { name: "Báo cáo", exact: true }).click();
    await office.locator(`a[href*="/bao-cao/${unit}/2023/duyet"]`).first().click();
  }

  await step("The office returns it with a reason", async () => {
    await reviews("sa-loong");
    await office.getByText("Trả lại, gia hạn và các việc khác").click();
    await office.locator("#reason").fill(returnReason);
    await office.getByRole("button", { name: "Trả lại" }).click();
    await office.getByText("Trả lại").first().waitFor();
  });

  await step("The commune reads the reason, corrects and submits again", async () => {
    await commune.goto("/viec-cua-toi");
    assert.ok((await main(commune)).includes(returnReason));
    await commune.locator(`a[href^="${report}"]`).first().click();
    assert.ok((await main(commune)).includes(returnReason));
    assert.equal(await commune.locator('[name="cell/3.2a/num"]').inputValue(), "1");
    await commune.locator('[name="cell/3.2a/num"]').fill(correctedServed);
    await submits(commune);
  });

  await step("The office accepts it and sees the figure by one ordinary visit of the overview", async () => {
    await reviews("sa-loong");
    await office.getByRole("button", { name: "Tiếp nhận" }).click();
    await office.getByRole("link", { name: "Tổng quan", exact: true }).click();
    const row = await words(tableRow(office, "3.2a"));
    assert.match(row, /66,67%.*2\/3/);
    assert.match(row, /1\/8 xã, đã tiếp nhận/);
    assert.match(row, /Chưa đạt/);
  });

  await step("It follows the figure to the cell, with both versions and who typed them", async () => {
    await tableRow(office, "3.2a").getByRole("link", { name: /66,67%/ }).click();
    await office.waitForURL(/\/ke-hoach\/2\/chi-tieu\/3-2a/);
    await office.locator('table a[href*="/o/sa-loong.3-2a.2023"]').first().click();
    await office.waitForURL(/\/o\/sa-loong\.3-2a\.2023/);
    const text = await main(office);
    for (const each of ["Sa Loong", "2/3", "1/3", "Y Mai", "11/12/2023"]) assert.ok(text.includes(each), `${each}: ${text}`);
  });

  await step("It downloads the report as a document", async () => {
    await office.goBack();
    await office.getByRole("link", { name: "Tổng hợp", exact: true }).click();
    const arriving = office.waitForEvent("download");
    await office.getByRole("link", { name: "Tải báo cáo .docx" }).click();
    const document = paragraphsOf(await readFile(await (await arriving).path())).join("\n");
    assert.match(document, /66,67%/);
    assert.doesNotMatch(document, /undefined|NaN/);
  });

  // Chromium notes each refused form; everything else would be a fault.
  assert.deepEqual(browser.complaints.filter((one) => !/ky: .*422|quyet-dinh: .*422/.test(one)), []);
});

test("The same way is open without scripts", async (t) => {
  const server = await world(t);
  const office = await Visitor.signedIn(server, "chuyenvien");
  const commune = await Visitor.signedIn(server, "saloong");

  let page = await office.follow(await office.get("/"), "Kế hoạch");
  page = await office.follow(page, "Nạp kế hoạch");
  const document = new Upload("ngoc-hoi-2023.txt", await readFile(samplePlan));
  page = await office.send(page, page.form((form) => form.isMultipart), { document });
  assert.match(page.path, /\/ke-hoach\/2\/ra-soat$/);

  const choices = {
    "ratio_malformed@47": "unjudged",
    "rate_not_reduced@51": "unjudged",
    "annex_missing@143": "replaced",
  };
  for (const [finding, choice] of Object.entries(choices)) {
    const form = page.form((one) => one.named("finding")[0]?.value === finding);
    page = await office.send(page, form, { choice, reason: "Phòng quyết định" }, "Ghi quyết định");
    assert.equal(page.status, 200, page.text);
  }

  page = await office.follow(page, "Giao số liệu");
  for (const [measure, indicator, answers] of suppliers) {
    const form = page.form((one) => one.named("measure")[0]?.value === measure);
    const isAnswered = Array.isArray(answers);
    const all = isAnswered && answers[0] === "Tất cả các xã, thị trấn";
    const unit = isAnswered && !all ? form.named("unit").find((one) => page.labelOf(one) === answers[0])?.value : undefined;
    assert.ok(!isAnswered || all || unit, `${measure}: ${answers}`);
    const fields = { indicator, unit, all_communes: all ? "1" : undefined, no_source: isAnswered ? "" : answers };
    if (measure === approximate) fields.tolerance = "1";
    page = await office.send(page, form, fields, "Lưu chỉ tiêu này");
    assert.equal(page.status, 200, page.text);
  }

  page = await office.follow(page, "Mở kỳ báo cáo");
  page = await office.send(page, page.form((form) => form.has("deadline")), { deadline: "17:00 15/12/2023" }, "Mở kỳ báo cáo");
  assert.match(page.path, /\/tong-quan/, page.text);

  const report = "/ke-hoach/2/bao-cao/sa-loong/2023";
  const fields = {};
  for (const [measure, typed] of Object.entries(numbers))
    for (const [field, value] of Object.entries(typed)) fields[`cell/${measure}/${field}`] = value;
  await handsIn(commune, report, fields);

  page = await office.get(`${report}/duyet`);
  page = await office.send(page, page.form((form) => form.has("reason")), { reason: returnReason }, "Trả lại");
  assert.equal(page.status, 200, page.text);
  assert.ok((await commune.get(report)).text.includes(returnReason));
  await handsIn(commune, report, { "cell/3.2a/num": correctedServed });

  page = await office.get(`${report}/duyet`);
  page = await office.send(page, page.form((form) => form.has("reason")), {}, "Tiếp nhận");
  assert.equal(page.status, 200, page.text);

  const overview = await office.follow(page, "Tổng quan");
  assert.match(overview.text, /66,67%.{0,20}2\/3/);
  const target = await office.get(overview.links.find((link) => link.text.startsWith("66,67%")).href);
  const cell = await office.get(target.links.find((link) => link.href?.includes("/o/sa-loong.3-2a.2023")).href);
  for (const each of ["Sa Loong", "2/3", "1/3", "Y Mai"]) assert.ok(cell.text.includes(each), each);

  const consolidated = await office.follow(overview, "Tổng hợp");
  const file = await office.follow(consolidated, "Tải báo cáo .docx");
  assert.match(paragraphsOf(file.bytes).join("\n"), /66,67%/);
});
