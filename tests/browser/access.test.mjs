import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser, words } from "./stage/browser.mjs";
import { accessibilityFaults, markupFaults, overflow, wordingFaults } from "./stage/inspection.mjs";
import { Server } from "./stage/server.mjs";

/** One person in several posts, and programs that work for a person. */

const formOf = (unit) => `/ke-hoach/1/bao-cao/${unit}/2023`;

let server;
let browser;

before(async () => {
  server = await Server.sample();
  browser = await Browser.open();
  const admin = await browser.person(server, "quantri");
  await admin.goto("/nguoi-dung/saloong");
  await admin.locator("#position_unit").selectOption("dak-duc");
  await admin.locator("#position_roles input[value=entry]").check();
  await admin.getByRole("button", { name: "Giao vị trí" }).click();
  await admin.getByRole("row", { name: /Đắk Dục/ }).waitFor();
  await assertSound(admin);
  await admin.context().close();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function faultsAt(page, width) {
  await page.setViewportSize({ width, height: 768 });
  const faults = [...(await accessibilityFaults(page)), ...(await wordingFaults(page))];
  const excess = await overflow(page);
  if (excess > 0) faults.push(`${excess} px too wide`);
  return faults.map((fault) => `at ${width} px: ${fault}`);
}

/** The page as it stands now, with what was opened on it; its markup as the server sends it. */
async function assertSound(page) {
  const markup = await page.evaluate(async () => (await fetch(location.href)).text());
  const faults = [...(await markupFaults(markup)), ...(await faultsAt(page, 360)), ...(await faultsAt(page, 1366))];
  assert.deepEqual(faults, [], new URL(page.url()).pathname);
}

test("A person who answers for two units chooses at the top of the page for which one", async () => {
  const page = await browser.person(server, "saloong");
  const unit = page.locator(".positions summary");
  assert.match(await words(unit), /^Ủy ban nhân dân xã Sa Loong/);
  await unit.click();
  await assertSound(page);
  await page.getByRole("button", { name: /xã Đắk Dục/ }).click();
  await page.getByText("Đang làm việc ở vị trí: Ủy ban nhân dân xã Đắk Dục.").waitFor();
  assert.match(await words(unit), /^Ủy ban nhân dân xã Đắk Dục/);
  assert.equal((await page.goto(formOf("dak-duc"))).status(), 200);
  await page.context().close();
});

test("What belongs to the other position is refused with an offer to change, also without scripts", async () => {
  const page = await browser.person(server, "saloong", { javaScriptEnabled: false });
  assert.equal((await page.goto(formOf("dak-duc"))).status(), 404);
  assert.equal(await words(page.locator("h1")), "Việc này thuộc vị trí khác của đồng chí");
  await page.locator("main").getByRole("button", { name: /^Đổi sang: Ủy ban nhân dân xã Đắk Dục/ }).click();
  await page.waitForURL(`**${formOf("dak-duc")}`);
  assert.equal((await page.goto(formOf("sa-loong"))).status(), 404);
  await page.context().close();

  const drawn = await browser.person(server, "saloong");
  await drawn.goto(formOf("dak-duc"));
  await assertSound(drawn);
  await drawn.context().close();
});

test("A program reads by its token until the token is revoked", async () => {
  const page = await browser.person(server, "saloong");
  await page.goto("/mat-khau");
  await page.getByRole("link", { name: "Xem và lập mã truy cập" }).click();
  await page.locator("#name").fill("Phần mềm một cửa");
  await page.locator("#present").fill(server.password);
  await page.getByRole("button", { name: "Lập mã" }).click();
  const token = await words(page.locator("main code"));
  assert.match(token, /^tdo_[\w-]{43}$/);
  await assertSound(page);

  const asked = async (path, headers = {}) =>
    fetch(server.address + path, { headers: { authorization: `Bearer ${token}`, ...headers }, redirect: "manual" });
  assert.equal((await asked("/api/v1/plans")).status, 200);
  assert.equal((await asked("/viec-cua-toi")).status, 303);

  await page.goto("/ma-truy-cap");
  assert.equal(await page.getByText(token).count(), 0);
  await page.getByRole("button", { name: "Thu hồi: Phần mềm một cửa" }).click();
  await page.getByText("Đã thu hồi mã truy cập.").waitFor();
  const refused = await asked("/api/v1/plans");
  assert.equal(refused.status, 401);
  assert.match((await refused.json()).message, /^Mã truy cập đã được thu hồi\./);
  await page.context().close();
});
