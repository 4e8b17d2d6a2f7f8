/** A block of cells as Excel puts it on the clipboard: tabs between cells, line breaks between rows. */
export function cellsOf(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return lines.map((line) => line.split("\t").map((cell) => cell.replace(/^"(.*)"$/, "$1").trim()));
}

/** Decided once for a whole block, never cell by cell: which sign stands before the decimals. */
export function decimalSignOf(cells: string[][]): "," | "." {
  const all = cells.flat();
  if (all.some((cell) => /\d,\d{1,2}(?!\d)/.test(cell))) return ",";
  return all.some((cell) => /\d\.\d{1,2}(?!\d)/.test(cell)) ? "." : ",";
}

/** A block of a PC with English Excel ("26.05", "1,234") as Vietnamese offices write it. */
export function inVietnameseNotation(cells: string[][]): string[][] {
  if (decimalSignOf(cells) === ",") return cells;
  return cells.map((row) =>
    row.map((cell) => (/^-?[\d.,]+\s*%?$/.test(cell) ? cell.replaceAll(",", "").replace(".", ",") : cell)),
  );
}
