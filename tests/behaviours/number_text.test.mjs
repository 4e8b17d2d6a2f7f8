import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const { readTypedNumber, readFraction, isStateWord } = await import(`${process.env.TIENDO_BEHAVIOURS}/number_text.mjs`);

test("a typed number is read as the server reads it", () => {
  const cases = JSON.parse(readFileSync(new URL("../data/typed-numbers.json", import.meta.url)));
  for (const { typed, value, reading, unit } of cases) {
    assert.deepEqual(readTypedNumber(typed), value === null ? null : { value, reading, unit }, typed);
  }
});

test("a fraction is a numerator with its denominator", () => {
  assert.deepEqual(readFraction("1/3"), ["1", "3"]);
  assert.deepEqual(readFraction(" 1.234 / 2.000 "), ["1.234", "2.000"]);
  assert.equal(readFraction("1/"), null);
  assert.equal(readFraction("12/5/2023"), null);
});

test("words for a state are known, a dash is none of them", () => {
  assert.ok(isStateWord("KPS"));
  assert.ok(isStateWord("không  áp dụng"));
  assert.ok(!isStateWord("-"));
});
