/** Reads what officers type, by the same rules as src/base/number_text.cpp (tests/data/typed-numbers.json). */
export type NumberReading = "plain" | "dot_as_thousands" | "dot_as_decimal";

export interface TypedNumber {
  /** Digits with a decimal point, as programs exchange it. */
  value: string;
  reading: NumberReading;
  unit: string;
}

const groupedBy = (separator: "." | " ") =>
  separator === "." ? /^\d{1,3}(\.\d{3})+$/ : /^\d{1,3}( \d{3})+$/;

function withoutZeros(whole: string, fraction: string): string {
  const digits = whole.replace(/^0+(?=\d)/, "");
  const rest = fraction.replace(/0+$/, "");
  return rest === "" ? digits : `${digits}.${rest}`;
}

export function readTypedNumber(typed: string): TypedNumber | null {
  const text = typed.replace(/\s+/g, " ").trim().replace(/\u2212/g, "-");
  const match = /^(-?)([\d.,]+(?: \d{3}(?!\d)[\d.,]*)*)\s*(.*)$/.exec(text);
  if (!match) return null;
  const [, sign, number, unit] = match;
  if (/^[\d\-/]/.test(unit) || !/^\d/.test(number) || !/\d$/.test(number)) return null;

  const [wholePart, fractionPart, ...more] = number.split(",");
  if (more.length > 0) return null;
  let whole = wholePart;
  let fraction = fractionPart ?? "";
  let reading: NumberReading = "plain";
  const dots = number.split(".").length - 1;
  if (fractionPart === undefined && dots === 1 && !groupedBy(".").test(number)) {
    [whole, fraction] = number.split(".");
    reading = "dot_as_decimal";
  } else if (groupedBy(".").test(whole)) {
    if (fractionPart === undefined && dots === 1) reading = "dot_as_thousands";
    whole = whole.replaceAll(".", "");
  } else if (groupedBy(" ").test(whole)) {
    whole = whole.replaceAll(" ", "");
  }
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction)) return null;
  const value = withoutZeros(whole, fraction);
  return { value: sign && value !== "0" ? `-${value}` : value, reading, unit };
}

/** "KPS", "không áp dụng" …: words that stand for a state; a dash is none. */
export function isStateWord(typed: string): boolean {
  const words = typed.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  return ["kps", "không ps", "không phát sinh", "kad", "không áp dụng"].includes(words);
}

/** "1/3": the numerator with its denominator. */
export function readFraction(typed: string): [string, string] | null {
  const match = /^\s*([\d.,]+)\s*\/\s*([\d.,]+)\s*$/.exec(typed);
  return match ? [match[1], match[2]] : null;
}
