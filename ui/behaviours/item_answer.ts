import { reveal } from "./folds";

/** What the server answered about an item, shown in it. */

interface Remark {
  place: string;
  isError: boolean;
  text: string;
}
export interface Answer {
  revision?: number;
  result?: string;
  remarks?: Remark[];
  savedAt?: string;
  filled?: number;
  parts?: string[];
  yours?: string;
  theirs?: string;
  theirsBy?: string;
}

export function showRemarks(item: HTMLElement, answer: Answer): void {
  item.querySelectorAll("[aria-invalid]").forEach((control) => control.removeAttribute("aria-invalid"));
  const list = item.querySelector("[data-told]");
  const remarks = answer.remarks ?? [];
  list?.replaceChildren(
    ...remarks.map((remark) => {
      const line = document.createElement("li");
      line.className = remark.isError ? "told-error" : "told-hint";
      line.textContent = remark.text;
      if (remark.isError) document.getElementById(remark.place)?.setAttribute("aria-invalid", "true");
      return line;
    }),
  );
  if (remarks.some((remark) => remark.isError)) reveal(item);
  if (remarks.some((remark) => remark.place.endsWith(".reason"))) openExplanation(item);
  const result = item.querySelector("[data-result]");
  if (result && answer.result !== undefined) result.textContent = answer.result;
}

export function openExplanation(item: HTMLElement): void {
  const details = item.querySelector<HTMLDetailsElement>(".entry-more");
  if (details) details.open = true;
}

/** The same row that the server draws: both versions, none chosen. */
export function showConflict(item: HTMLElement, answer: Answer, typedAt: string): void {
  const template = document.querySelector<HTMLTemplateElement>("#conflict-template");
  const row = template?.content.firstElementChild?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return;
  const name = item.dataset.item ?? "";
  row.querySelectorAll<HTMLInputElement>("input").forEach((input) => (input.name = `${name}/${input.name}`));
  const slot = (slotName: string, text: string) => {
    const place = row.querySelector(`[data-slot="${slotName}"]`);
    if (place) place.textContent = text;
  };
  slot("mine", answer.yours ?? "");
  slot("mine-at", typedAt);
  slot("theirs", answer.theirs ?? "");
  slot("theirs-by", answer.theirsBy ?? "");
  const theirRevision = row.querySelector<HTMLInputElement>('input[name$="/their_revision"]');
  if (theirRevision) theirRevision.value = `${answer.revision}`;
  item.append(row);
  reveal(row);
}

/** The form's head says how much is filled in by now. */
export function showCounts(form: HTMLFormElement, answer: Answer): void {
  const filled = form.querySelector("[data-filled]");
  if (filled && answer.filled !== undefined) filled.textContent = `${answer.filled}`;
  answer.parts?.forEach((count, i) => {
    const head = form.querySelector(`[data-part="${i + 1}"]`);
    if (head) head.textContent = count;
  });
}
