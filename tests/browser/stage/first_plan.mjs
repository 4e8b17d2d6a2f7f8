/** What the office decides about the sample plan, so that its period can be opened. */

export const samplePlan = new URL("../../../samples/ngoc-hoi-2023.txt", import.meta.url);

/** The findings that block a period: the sentence that shows each, and the choice by its label. */
export const decisions = [
  { sentence: "108 bé trai/110", choice: "Giữ như văn bản, chưa đánh giá chỉ tiêu này", reason: "Chờ Phòng Y tế xác nhận mẫu số" },
  { sentence: "Giảm từ 55 xuống 56", choice: "Giữ như văn bản, chưa đánh giá chỉ tiêu này", reason: "Chờ Ủy ban nhân dân huyện xác định" },
  { sentence: "phụ lục kèm theo", choice: "Đã giao nhiệm vụ trong hệ thống thay cho phụ lục", reason: "Phòng giao từng nhiệm vụ" },
];

const communes = "Tất cả các xã, thị trấn";
const health = ["Y tế"];
const schools = ["GD&ĐT"];

/** Measure, how it is computed, and who answers it; a text is the reason why nobody can. */
export const suppliers = [
  ["1.1", "women-key-leaders", ["Nội vụ"]],
  ["2.1", "women-paid-employees", ["LĐTBXH"]],
  ["2.2", "women-in-agriculture", ["LĐTBXH"]],
  ["2.3", "women-directors", ["TC-KH"]],
  ["3.1", "unpaid-work-ratio", "không có nguồn số liệu cấp huyện"],
  ["3.2a", "violence-victims-served", [communes]],
  ["3.2b", "violence-perpetrators-counselled", [communes]],
  ["3.3", "trafficking-victims-served", ["LĐTBXH"]],
  ["4.1", "sex-ratio-at-birth", health],
  ["4.2", "maternal-mortality", health],
  ["4.3", "adolescent-birth-rate", health],
  ["5.1", "gender-in-curriculum", schools],
  ["5.2a", "minority-primary-completion", schools],
  ["5.2b", "minority-lower-secondary-completion", schools],
  ["5.3", "women-vocational-entrants", schools],
  ["5.4", "women-masters", ["Nội vụ"]],
  ["6.1", "people-with-knowledge", [communes]],
  ["6.2", "organisations-committed", [communes]],
  ["6.3", "communes-with-news-each-quarter", [communes]],
  ["6.4", "monthly-programme", ["Trung tâm VH-TT-DL-TT"]],
];

/** “Khoảng 80%”: one percentage point below is still met. */
export const approximate = "5.2b";

/** What the commune types into the rows that it answers; the office returns it for 3.2a. */
export const numbers = {
  "3.2a": { num: "1", den: "3" },
  "3.2b": { num: "1", den: "2" },
  "6.1": { num: "2790", den: "6200" },
  "6.2": { num: "17", den: "18" },
  "6.3": { q1: "2", q2: "3", q3: "3", q4: "1" },
};
export const correctedServed = "2";
export const returnReason = "Chỉ tiêu 3.2a: đề nghị đối chiếu với sổ của trạm y tế xã.";
