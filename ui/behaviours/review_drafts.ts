const prefix = "tiendo.review.";

type Draft = Record<string, string>;

function read(form: HTMLFormElement): Draft {
  const draft: Draft = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && (name === "reason" || name === "choice" || name.startsWith("field:"))) draft[name] = value;
  return draft;
}

function write(form: HTMLFormElement, draft: Draft): void {
  for (const [name, value] of Object.entries(draft)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      if (field instanceof HTMLInputElement && field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
  }
}

/** What is typed about a finding and not recorded yet stays in this browser until it is. */
export function keepDrafts(): void {
  const page = prefix + window.location.pathname.split("/")[2] + ".";
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    const key = page + (form.dataset.draft ?? "");
    // A form that came back holds what was sent, which is newer.
    const draft = form.querySelector("input:checked, [name=reason]:not([value=''])") ? null : localStorage.getItem(key);
    if (draft) write(form, JSON.parse(draft) as Draft);
    form.addEventListener("input", () => localStorage.setItem(key, JSON.stringify(read(form))));
    form.addEventListener("submit", () => localStorage.removeItem(key));
  }
  // What somebody has decided since needs no draft.
  const waiting = new Set([...document.querySelectorAll<HTMLFormElement>("form[data-draft]")].map((form) => page + (form.dataset.draft ?? "")));
  for (const key of Object.keys(localStorage)) if (key.startsWith(page) && !waiting.has(key)) localStorage.removeItem(key);
}
