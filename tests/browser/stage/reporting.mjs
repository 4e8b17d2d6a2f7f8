import assert from "node:assert/strict";

/** A unit's report handed in over plain HTTP: types these values, checks, submits; answers the receipt. */
export async function handsIn(visitor, path, values, reason = "Các nội dung khác chưa tổng hợp xong") {
  const form = await visitor.get(path);
  const entry = form.form((one) => one.button("Kiểm tra và nộp"));
  const check = await visitor.send(form, entry, values, "Kiểm tra và nộp");
  assert.match(check.path, /\/kiem-tra$/, check.text);
  const acts = check.form((one) => one.button("Nộp báo cáo"));
  const fields = acts.has("incomplete_reason") ? { incomplete_reason: reason } : {};
  const receipt = await visitor.send(check, acts, fields, "Nộp báo cáo");
  assert.match(receipt.path, /\/da-nop$/, receipt.text);
  return receipt;
}

/** How the story's commune completes its report: one of three served, one of two counselled. */
export const saLoongCompletes = {
  "cell/3.2a/num": "1",
  "cell/3.2a/den": "3",
  "cell/3.2b/num": "1",
  "cell/3.2b/den": "2",
};
