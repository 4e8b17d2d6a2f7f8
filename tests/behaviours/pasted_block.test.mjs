import assert from "node:assert/strict";
import { test } from "node:test";

const { cellsOf, decimalSignOf, inVietnameseNotation } = await import(`${process.env.TIENDO_BEHAVIOURS}/pasted_block.mjs`);

test("a block of Excel comes as rows of cells", () => {
  assert.deepEqual(cellsOf("1\t3\r\n26,05\tKAD\r\n"), [
    ["1", "3"],
    ["26,05", "KAD"],
  ]);
  assert.deepEqual(cellsOf("a\t\n\tb"), [
    ["a", ""],
    ["", "b"],
  ]);
});

test("one comma before decimals makes every dot of the block a thousands sign", () => {
  const block = cellsOf("1.234\t26,05\n2.000\t3");
  assert.equal(decimalSignOf(block), ",");
  assert.deepEqual(inVietnameseNotation(block), block);
});

test("a block of an English Excel is turned as a whole", () => {
  const block = cellsOf("26.05\t1,234\n7\tXã A, thôn 1.5");
  assert.equal(decimalSignOf(block), ".");
  assert.deepEqual(inVietnameseNotation(block), [
    ["26,05", "1234"],
    ["7", "Xã A, thôn 1.5"],
  ]);
});

test("a block that does not tell is read in the Vietnamese way", () => {
  assert.equal(decimalSignOf(cellsOf("1.234\t2.000")), ",");
});
