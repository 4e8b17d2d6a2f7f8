import { addRow } from "./activity_rows";

/** What an item of the form holds, as names and values. */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function itemOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-item]") : null;
}

function controlsOf(item: HTMLElement): Control[] {
  return [...item.querySelectorAll<Control>("input[name], textarea[name], select[name]")];
}

function isChoice(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}

/** What the server is sent. A choice between two versions is made by the button of the form. */
export function fieldsOf(item: HTMLElement): [string, string][] {
  return controlsOf(item)
    .filter((control) => !isChoice(control) || control.checked)
    .filter((control) => !/\/(choice|their_revision|shown)$/.test(control.name))
    .map((control) => [control.name, control.value]);
}

export function revisionOf(item: HTMLElement): HTMLInputElement | null {
  return item.querySelector<HTMLInputElement>('input[name$="/revision"]');
}

/** Whether the page says just that; an empty row or field says nothing. */
export function shows(item: HTMLElement, fields: [string, string][]): boolean {
  const said = (list: [string, string][]) =>
    JSON.stringify(list.filter(([name, value]) => value !== "" && !name.endsWith("/revision")).sort());
  return said(fieldsOf(item)) === said(fields);
}

/** Puts the fields into the item, rows that the page lacks and the revision included. */
export function fill(item: HTMLElement, fields: [string, string][]): void {
  const values = new Map(fields);
  const rows = item.querySelector("tbody");
  const row = (name: string) => Number(/\/(\d+)\/[^/]+$/.exec(name)?.[1] ?? -1);
  const last = Math.max(...fields.map(([name]) => row(name)));
  while (rows && rows.children.length <= last) if (!addRow(rows)) break;
  for (const control of controlsOf(item)) {
    if (/\/(choice|their_revision|shown)$/.test(control.name)) continue;
    if (isChoice(control)) control.checked = values.get(control.name) === control.value;
    else control.value = values.get(control.name) ?? "";
  }
}

/** By what a person knows the item: "3.2a Người bị bạo lực …". */
export function labelOf(item: HTMLElement): string {
  const title = item.querySelector(".entry-title, summary, label");
  return (title?.textContent ?? "").replace(/\s+/g, " ").trim();
}
