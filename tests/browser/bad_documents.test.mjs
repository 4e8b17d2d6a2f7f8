import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { bomb } from "./stage/bomb.mjs";
import { Server } from "./stage/server.mjs";
import { Upload, Visitor } from "./stage/visitor.mjs";

let server;

before(async () => {
  server = await Server.sample();
});
after(async () => {
  await server?.close();
});

async function uploads(name, bytes) {
  const office = await Visitor.signedIn(server, "chuyenvien");
  const before = (await office.get("/ke-hoach")).text;
  const page = await office.get("/ke-hoach/nap");
  const answer = await office.send(page, page.form((form) => form.isMultipart), { document: new Upload(name, bytes) });
  assert.equal((await office.get("/ke-hoach")).text, before, "no plan came of it");
  return answer;
}

function assertRefused(answer, ...statuses) {
  assert.ok(statuses.includes(answer.status), `${answer.status}: ${answer.text}`);
  assert.match(answer.text, /Lỗi|Không|không|Chưa|chưa/);
  assert.doesNotMatch(answer.text, /undefined|exception|std::/);
}

test("A text that is no plan is refused with a sentence", async () => {
  const recipe = "Cách nấu canh chua\n\nNguyên liệu: cá lóc, me, cà chua, giá đỗ.\n\nNấu nước sôi rồi thả cá vào.\n";
  assertRefused(await uploads("canh-chua.txt", Buffer.from(recipe)), 422);
});

test("A .docx that was cut short is refused with a sentence", async () => {
  const office = await Visitor.signedIn(server, "chuyenvien");
  const whole = await office.get("/ke-hoach/1/tong-hop/2023/bao-cao.docx");
  assert.equal(whole.status, 200);
  assertRefused(await uploads("ke-hoach.docx", whole.bytes.subarray(0, whole.bytes.length / 2)), 400, 422);
});

test("A file that unpacks to 600 MB is refused, and the server goes on", async () => {
  assertRefused(await uploads("ke-hoach.docx", await bomb(600)), 413, 422);
  assert.equal((await fetch(new URL("/healthz", server.address))).status, 200);
});

test("An empty file and no file at all are refused with a sentence", async () => {
  assertRefused(await uploads("ke-hoach.txt", Buffer.alloc(0)), 422);
  assertRefused(await uploads("", Buffer.alloc(0)), 422);
});

test("The sample plan is read as long as it is whole", async () => {
  const sample = await readFile(new URL("../../samples/ngoc-hoi-2023.txt", import.meta.url));
  const office = await Visitor.signedIn(server, "chuyenvien");
  const page = await office.get("/ke-hoach/nap");
  const answer = await office.send(page, page.form((form) => form.isMultipart), { document: new Upload("a.txt", sample) });
  assert.match(answer.path, /\/ra-soat$/);
});
