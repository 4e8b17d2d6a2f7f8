import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Server } from "./stage/server.mjs";
import { Visitor } from "./stage/visitor.mjs";

const report = "/ke-hoach/1/bao-cao/sa-loong/2023";

let server;

before(async () => {
  server = await Server.sample();
});
after(async () => {
  await server?.close();
});

const entryOf = (page) => page.form((form) => form.has("cell/3.2a/num"));
const valueOf = (page, name) => entryOf(page).named(name)[0].value;

test("A value that is no number stays on the page and is marked, and the other cells are saved", async () => {
  const commune = await Visitor.signedIn(server, "saloong");
  const page = await commune.get(report);
  const fields = { "cell/3.2a/num": "abc", "cell/3.2a/den": "3", "cell/3.2b/num": "1", "cell/3.2b/den": "2" };
  const answer = await commune.send(page, entryOf(page), fields, "Lưu nháp");
  assert.equal(answer.status, 422);
  assert.equal(valueOf(answer, "cell/3.2a/num"), "abc");
  assert.match(answer.markup, /name="cell\/3\.2a\/num"[^>]*aria-invalid="true"/);
  const again = await commune.get(report);
  assert.equal(valueOf(again, "cell/3.2b/num"), "1");
  assert.equal(valueOf(again, "cell/3.2b/den"), "2");
});

test("A form that was opened before somebody else saved shows both values, and none is lost", async () => {
  const first = await Visitor.signedIn(server, "saloong");
  const second = await Visitor.signedIn(server, "saloong");
  const [old, other] = [await first.get(report), await second.get(report)];
  await second.send(other, entryOf(other), { "cell/6.1/num": "2801" }, "Lưu nháp");
  const answer = await first.send(old, entryOf(old), { "cell/6.1/num": "2799" }, "Lưu nháp");
  assert.equal(answer.status, 409);
  assert.match(answer.text, /2\.801/);
  assert.match(answer.text, /2\.799/);
  assert.equal(valueOf(await first.get(report), "cell/6.1/num").replace(".", ""), "2801");
});

test("A program that saves a cell by an old revision is told both values", async () => {
  const commune = await Visitor.signedIn(server, "saloong");
  const page = await commune.get(report);
  const token = entryOf(page).named("csrf")[0].value;
  const save = (num, revision) =>
    commune.request("/api/v1/drafts/1/2023/sa-loong/items/cell/6-2", {
      method: "PUT",
      headers: { "x-csrf-token": token, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        "cell/6.2/num": num,
        "cell/6.2/den": "18",
        "cell/6.2/state": "value",
        "cell/6.2/revision": revision,
      }).toString(),
    });
  const held = entryOf(page).named("cell/6.2/revision")[0]?.value;
  assert.notEqual(held, undefined);
  assert.equal((await save("16", held)).status, 200);
  const answer = await save("15", held);
  assert.equal(answer.status, 409);
  const both = JSON.parse(answer.bytes.toString());
  assert.match(both.yours, /15\/18/);
  assert.match(both.theirs, /16\/18/);
});

test("Another unit's report cannot be reached by a forged address", async () => {
  const commune = await Visitor.signedIn(server, "saloong");
  for (const path of [
    "/ke-hoach/1/bao-cao/dak-duc/2023",
    "/ke-hoach/1/bao-cao/dak-duc/2023/in",
    "/ke-hoach/1/bao-cao/khong-co/2023",
    "/ke-hoach/99/bao-cao/sa-loong/2023",
    "/o/dak-duc.3-2a.2023",
  ])
    assert.equal((await commune.get(path)).status, 404, path);
  const own = await commune.get(report);
  const forged = Object.assign(entryOf(own), { action: "/ke-hoach/1/bao-cao/dak-duc/2023" });
  assert.equal((await commune.send(own, forged, { "cell/3.2a/num": "9" }, "Lưu nháp")).status, 404);
});

test("A form without its token changes nothing", async () => {
  const commune = await Visitor.signedIn(server, "saloong");
  const page = await commune.get(report);
  const answer = await commune.send(page, entryOf(page), { csrf: "0", "cell/6.1/den": "1" }, "Lưu nháp");
  assert.equal(answer.status, 403);
  assert.notEqual(valueOf(await commune.get(report), "cell/6.1/den"), "1");
});

test("A wrong password is answered with one sentence that tells nothing more", async () => {
  const visitor = new Visitor(server.address);
  const texts = [];
  for (const login of ["saloong", "khong-co-ai"]) {
    const page = await visitor.get("/dang-nhap");
    const answer = await visitor.send(page, page.form((form) => form.has("password")), { login, password: "sai-mat-khau" });
    assert.equal(answer.status, 422);
    texts.push(answer.text.match(/Tên đăng nhập hoặc mật khẩu[^.]*\./)[0]);
  }
  assert.equal(texts[0], texts[1]);
});
