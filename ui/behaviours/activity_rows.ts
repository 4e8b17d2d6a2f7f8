/** One more empty row behind the last; null where the table has none to copy. */
export function addRow(rows: Element): HTMLElement | null {
  const last = rows.lastElementChild;
  if (!last) return null;
  const number = rows.children.length;
  const row = last.cloneNode(true) as HTMLElement;
  row.querySelectorAll("button, a").forEach((act) => act.remove());
  row.querySelectorAll("input").forEach((input) => {
    input.value = "";
    input.removeAttribute("aria-invalid");
    input.name = input.name.replace(/\/\d+\/(?=[^/]*$)/, `/${number}/`);
    input.id = input.name;
    input.dataset.line = `${number}`;
    input.setAttribute("aria-label", (input.getAttribute("aria-label") ?? "").replace(/\d+$/, `${number + 1}`));
  });
  rows.append(row);
  return row;
}

/** "Thêm dòng" without a round trip; without scripts the button posts the form. */
export function enhanceActivityRows(form: HTMLFormElement): void {
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-add-row]") : null;
    const rows = button?.closest("[data-item]")?.querySelector("tbody");
    const row = rows ? addRow(rows) : null;
    if (!row) return;
    event.preventDefault();
    row.querySelector("input")?.focus();
  });
}
