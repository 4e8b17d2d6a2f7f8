import { addRow } from "./activity_rows";
import { reveal } from "./folds";
import { isStateWord, readFraction, readTypedNumber } from "./number_text";
import { cellsOf, inVietnameseNotation } from "./pasted_block";

/** The habits of Excel over ordinary inputs: Tab and screen readers see a plain form. */

type Change = { cell: HTMLInputElement; before: string; after: string };

const cellSelector = "input[data-line][data-column]";

function cellAt(grid: Element, line: number, column: number): HTMLInputElement | null {
  return grid.querySelector(`input[data-line="${line}"][data-column="${column}"]`);
}

function hasColumn(grid: Element, column: number): boolean {
  return cellAt(grid, 0, column) !== null;
}

function asCell(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.matches(cellSelector) ? target : null;
}

function put(cell: HTMLInputElement, value: string): void {
  cell.value = value;
  cell.dispatchEvent(new Event("input", { bubbles: true }));
  cell.dispatchEvent(new Event("change", { bubbles: true }));
}

function isNumberCell(cell: HTMLInputElement): boolean {
  return cell.inputMode === "decimal";
}

class Grid {
  private valueOnArrival = "";
  private done: Change[][] = [];
  private undone: Change[][] = [];

  constructor(
    private readonly grid: HTMLElement,
    private readonly tell: (filled: number, skipped: number, invalid: number) => void,
  ) {
    grid.addEventListener("focusin", (event) => this.arrive(asCell(event.target)));
    grid.addEventListener("keydown", (event) => this.press(event));
    grid.addEventListener("paste", (event) => this.paste(event));
    grid.addEventListener("change", (event) => splitFraction(asCell(event.target)));
  }

  private arrive(cell: HTMLInputElement | null): void {
    if (!cell) return;
    this.valueOnArrival = cell.value;
    cell.select();
  }

  private press(event: KeyboardEvent): void {
    const cell = asCell(event.target);
    // While a Vietnamese keyboard composes, its keys are its own.
    if (!cell || event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      const isUntouched = cell.value === this.valueOnArrival || this.isLastPasted(cell);
      if (key === "z" && !event.shiftKey && isUntouched && this.replay(this.done, this.undone, "before")) event.preventDefault();
      if ((key === "y" || (key === "z" && event.shiftKey)) && this.replay(this.undone, this.done, "after")) event.preventDefault();
      return;
    }
    if (this.act(event, cell)) event.preventDefault();
  }

  private act(event: KeyboardEvent, cell: HTMLInputElement): boolean {
    // Where a list of names opens under the cell, the arrows walk through it.
    if (cell.list && (event.key === "ArrowDown" || event.key === "ArrowUp")) return false;
    switch (event.key) {
      case "Enter":
        this.move(cell, event.shiftKey ? -1 : 1, 0);
        return true;
      case "ArrowDown":
        return this.move(cell, 1, 0);
      case "ArrowUp":
        return this.move(cell, -1, 0);
      case "ArrowRight":
        return this.isCaretAtEdge(cell, cell.value.length) && this.move(cell, 0, 1);
      case "ArrowLeft":
        return this.isCaretAtEdge(cell, 0) && this.move(cell, 0, -1);
      case "Escape":
        if (cell.value !== this.valueOnArrival) put(cell, this.valueOnArrival);
        cell.select();
        return true;
      case "F2":
        cell.setSelectionRange(cell.value.length, cell.value.length);
        return true;
    }
    return false;
  }

  private isCaretAtEdge(cell: HTMLInputElement, edge: number): boolean {
    const { selectionStart: start, selectionEnd: end, value } = cell;
    const isAllSelected = start === 0 && end === value.length;
    return isAllSelected || (start === edge && end === edge);
  }

  private move(cell: HTMLInputElement, lines: number, columns: number): boolean {
    const line = Number(cell.dataset.line) + lines;
    const column = Number(cell.dataset.column) + columns;
    // A line with fewer columns is entered at its first one.
    const next = cellAt(this.grid, line, column) ?? (lines !== 0 ? cellAt(this.grid, line, 0) : null);
    reveal(next);
    next?.focus();
    return next !== null;
  }

  private paste(event: ClipboardEvent): void {
    const cell = asCell(event.target);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!cell || !/[\t\n\r]/.test(text.trimEnd())) return;
    event.preventDefault();
    const changes: Change[] = [];
    let skipped = 0;
    let invalid = 0;
    inVietnameseNotation(cellsOf(text)).forEach((row, i) =>
      row.forEach((value, j) => {
        if (value === "") return;
        const line = Number(cell.dataset.line) + i;
        const column = Number(cell.dataset.column) + j;
        const target = cellAt(this.grid, line, column) ?? (hasColumn(this.grid, column) ? this.grow(line, column) : null);
        if (!target) {
          skipped += 1;
          return;
        }
        changes.push({ cell: target, before: target.value, after: value });
        if (isNumberCell(target) && !readTypedNumber(value) && !isStateWord(value)) {
          invalid += 1;
          target.setAttribute("aria-invalid", "true");
        }
      }),
    );
    changes.forEach((change) => put(change.cell, change.after));
    changes.forEach((change) => reveal(change.cell));
    this.done.push(changes);
    this.undone = [];
    this.tell(changes.length, skipped, invalid);
  }

  /** A block that is longer than a table of activities makes the table longer. */
  private grow(line: number, column: number): HTMLInputElement | null {
    const rows = this.grid.matches(".activity-table") ? this.grid.querySelector("tbody") : null;
    while (rows && rows.children.length <= line) if (!addRow(rows)) return null;
    return cellAt(this.grid, line, column);
  }

  private isLastPasted(cell: HTMLInputElement): boolean {
    return this.done.at(-1)?.some((change) => change.cell === cell && change.after === cell.value) ?? false;
  }

  private replay(from: Change[][], to: Change[][], value: "before" | "after"): boolean {
    const changes = from.pop();
    if (!changes) return false;
    changes.forEach((change) => put(change.cell, change[value]));
    to.push(changes);
    return true;
  }
}

/** "1/3" in the numerator fills the denominator too. */
function splitFraction(cell: HTMLInputElement | null): void {
  const fraction = cell ? readFraction(cell.value) : null;
  const element = cell?.name.split("/").at(-1) ?? "";
  if (!cell || !fraction || !element.startsWith("num")) return;
  const denominator = cell.form?.elements.namedItem(cell.name.replace(/num(?=[^/]*$)/, "den"));
  if (!(denominator instanceof HTMLInputElement)) return;
  cell.value = fraction[0];
  put(denominator, fraction[1]);
}

export function enhanceGrids(form: HTMLFormElement, say: (sentence: string) => void): void {
  const words = form.dataset.pasted ?? "";
  form.querySelectorAll<HTMLElement>("[data-grid]").forEach(
    (grid) =>
      new Grid(grid, (filled, skipped, invalid) =>
        say(words.replace("{filled}", `${filled}`).replace("{skipped}", `${skipped}`).replace("{invalid}", `${invalid}`)),
      ),
  );
}
