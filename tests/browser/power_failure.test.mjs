import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { handsIn, saLoongCompletes } from "./stage/reporting.mjs";
import { Server } from "./stage/server.mjs";
import { Visitor } from "./stage/visitor.mjs";

const killsAtMost = Number(process.env.TIENDO_KILLS ?? 200);
const killsAtLeast = 10;
const millisecondsAtMost = 60_000;

const reporters = ["sa-loong", "dak-xu", "dak-kan"];
const loginOf = (unit) => (unit === "sa-loong" ? "saloong" : unit);

let server;

before(async () => {
  server = await Server.sample();
});
after(async () => {
  await server?.close();
});

/** One unit that hands in its report and takes it back, again and again, each time with another number. */
class Reporter {
  static async of(unit) {
    const visitor = await Visitor.signedIn(server, loginOf(unit));
    return new Reporter(visitor, `/ke-hoach/1/bao-cao/${unit}/2023`);
  }

  constructor(visitor, path) {
    this.visitor = visitor;
    this.path = path;
    this.number = 1000;
    this.acknowledged = { version: 0, number: 0 };
    this.count = 0;
  }

  /** Until the server dies. */
  async report() {
    try {
      for (;;) await this.handIn();
    } catch (error) {
      if (!isBroken(error)) throw error;
    }
  }

  async handIn() {
    const page = await this.visitor.get(this.path);
    const withdraw = page.forms.find((form) => form.action?.endsWith("/thu-hoi"));
    if (withdraw) await this.visitor.send(page, withdraw);
    ++this.number;
    this.visitor.acknowledged = "";
    try {
      const values = { ...saLoongCompletes, "cell/6.1/num": String(this.number) };
      await handsIn(this.visitor, this.path, values);
    } finally {
      if (this.visitor.acknowledged.endsWith("/da-nop")) {
        this.acknowledged = { version: this.acknowledged.version + 1, number: this.number };
        ++this.count;
      }
    }
  }
}

const isBroken = (error) => error instanceof TypeError && /fetch failed|terminated/.test(error.message);

/** What the office sees of the newest version: its number and the value that it carries. */
async function newest(office, path) {
  const page = await office.get(`${path}/duyet`);
  assert.equal(page.status, 200, page.text);
  const version = /Lần nộp (\d+)/.exec(page.text);
  const row = /<td>6\.1<\/td>[\s\S]*?<\/tr>/.exec(page.markup)[0];
  const number = /([\d.]+)\/[\d.]+/.exec(row.replace(/<[^>]*>/g, " "));
  return { version: Number(version?.[1] ?? 0), number: Number(number[1].replaceAll(".", "")) };
}

test("Whatever was acknowledged is there after the power failed, and nothing is half there", async (t) => {
  const office = await Visitor.signedIn(server, "chuyenvien");
  const units = [];
  for (const unit of reporters) units.push(await Reporter.of(unit));
  const oneAfterAnother = Date.now();
  for (const unit of units) {
    unit.acknowledged = await newest(office, unit.path);
    await unit.handIn();
  }
  const together = Date.now() - oneAfterAnother; // what all of them take at once, on one processor

  const began = Date.now();
  let kills = 0;
  while (kills < killsAtMost && (kills < killsAtLeast || Date.now() - began < millisecondsAtMost)) {
    const atWork = Promise.all(units.map((unit) => unit.report()));
    const part = ((kills * 131) % 700) / 350; // up to twice as long, in another order each time
    await new Promise((resolve) => setTimeout(resolve, part * together));
    await server.kill();
    await atWork;
    ++kills;
    await server.start();
    for (const visitor of [office, ...units.map((unit) => unit.visitor)]) visitor.address = server.address;
    for (const unit of units) await assertWhole(office, unit);
  }
  const count = units.reduce((sum, unit) => sum + unit.count, 0);
  t.diagnostic(`${kills} kills, ${count} acknowledged submissions, ${Math.round((Date.now() - began) / 1000)} s`);
  assert.ok(count > units.length, "somebody got through between two failures");
});

/** Either as acknowledged, or one further that came to be while the answer was under way. */
async function assertWhole(office, unit) {
  const found = await newest(office, unit.path);
  if (found.version === unit.acknowledged.version + 1) {
    assert.equal(found.number, unit.number, `${unit.path}: version ${found.version} is not what was sent`);
  } else {
    assert.deepEqual(found, unit.acknowledged, unit.path);
  }
  unit.acknowledged = found;
}
