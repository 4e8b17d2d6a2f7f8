import { reveal } from "./folds";

/** Saves each item of the form as it is left, and keeps what could not be sent yet. */

interface Remark {
  place: string;
  isError: boolean;
  text: string;
}
interface Answer {
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

const retryMilliseconds = 30_000;
const pauseMilliseconds = 3_000;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(item: HTMLElement): Control[] {
  return [...item.querySelectorAll<Control>("input[name], textarea[name], select[name]")];
}

function fieldsOf(item: HTMLElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const control of controlsOf(item)) {
    const isChoice = control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
    if (!isChoice || (control as HTMLInputElement).checked) fields.append(control.name, control.value);
  }
  return fields;
}

class Autosave {
  private readonly waiting = new Set<HTMLElement>();
  private readonly sending = new Map<HTMLElement, Promise<void>>();
  private readonly changedWhileSending = new Set<HTMLElement>();
  private pause = 0;
  private trouble = "";
  private savedAt = "";

  constructor(
    private readonly form: HTMLFormElement,
    private readonly bar: HTMLElement,
  ) {
    this.savedAt = bar.textContent?.trim() ?? "";
    this.takeBack();
    form.addEventListener("input", (event) => this.touch(itemOf(event.target)));
    form.addEventListener("change", (event) => this.leave(itemOf(event.target)));
    form.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("online", () => this.sendAll());
    window.addEventListener("focus", () => this.sendAll());
    window.setInterval(() => this.sendAll(), retryMilliseconds);
    window.addEventListener("beforeunload", (event) => {
      if (this.waiting.size === 0) return;
      this.sendAll();
      // What can be sent still arrives after the page is gone; only what cannot is asked about.
      if (this.trouble !== "") event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.sendAll();
    });
  }

  say(sentence: string): void {
    if (this.bar.textContent !== sentence) this.bar.textContent = sentence;
  }

  private touch(item: HTMLElement | null): void {
    if (!item) return;
    this.waiting.add(item);
    if (this.sending.has(item)) this.changedWhileSending.add(item);
    const shown = item.querySelector<HTMLInputElement>('input[name$="/shown"]');
    if (shown) shown.value = ""; // the page no longer shows what is kept
    this.keepHere();
    this.show();
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.sendAll(), pauseMilliseconds);
  }

  private leave(item: HTMLElement | null): void {
    if (!item) return;
    this.touch(item);
    this.send(item);
  }

  private sendAll(): void {
    for (const item of this.waiting) this.send(item);
  }

  private send(item: HTMLElement): void {
    // A choice between two versions is made with the button of the form.
    if (this.sending.has(item) || item.querySelector(".conflict")) return;
    this.changedWhileSending.delete(item);
    this.sending.set(item, this.deliver(item));
  }

  private async deliver(item: HTMLElement): Promise<void> {
    try {
      const [kind, id] = (item.dataset.item ?? "").split("/");
      const response = await fetch(`${this.form.dataset.drafts}${kind}/${id.replaceAll(".", "-")}`, {
        method: "PUT",
        credentials: "same-origin",
        headers: { Accept: "application/json", "X-CSRF-Token": this.form.querySelector<HTMLInputElement>('[name="csrf"]')?.value ?? "" },
        body: fieldsOf(item),
        keepalive: true,
      });
      await this.take(item, response);
    } catch {
      this.trouble = this.bar.dataset.offline ?? "";
    } finally {
      this.sending.delete(item);
    }
    this.keepHere();
    this.show();
    if (this.changedWhileSending.has(item) && this.trouble === "") this.send(item);
  }

  private async take(item: HTMLElement, response: Response): Promise<void> {
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json") ?? false;
    if (response.redirected || !isJson || response.status === 401 || response.status === 403) {
      this.trouble = this.bar.dataset.signedOut ?? "";
      if (response.status === 403) await this.renewToken();
      return;
    }
    const answer = (await response.json()) as Answer;
    if (response.status === 409 && answer.theirs !== undefined) {
      showConflict(item, answer);
      this.trouble = "";
      return;
    }
    if (response.status !== 200 && response.status !== 422) {
      this.trouble = this.bar.dataset.refused ?? "";
      return;
    }
    this.trouble = "";
    const revision = item.querySelector<HTMLInputElement>('input[name$="/revision"]');
    if (revision && answer.revision !== undefined) revision.value = `${answer.revision}`;
    if (answer.savedAt !== undefined) this.savedAt = `${this.bar.dataset.saved} ${answer.savedAt}`;
    // A day that is none was not kept; it waits on the page for its correction.
    if (!this.changedWhileSending.has(item)) this.waiting.delete(item);
    showRemarks(item, answer);
    const filled = this.form.querySelector("[data-filled]");
    if (filled && answer.filled !== undefined) filled.textContent = `${answer.filled}`;
    answer.parts?.forEach((count, i) => {
      const head = this.form.querySelector(`[data-part="${i + 1}"]`);
      if (head) head.textContent = count;
    });
  }

  /** Signed in again on another tab: the session has a new token, and this page the old one. */
  private async renewToken(): Promise<void> {
    const response = await fetch(window.location.pathname, { credentials: "same-origin" });
    if (response.redirected) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const token = page.querySelector<HTMLInputElement>('.entry-form [name="csrf"]')?.value;
    if (!token) return;
    document.querySelectorAll<HTMLInputElement>('[name="csrf"]').forEach((input) => (input.value = token));
  }

  private show(): void {
    const waiting = this.waiting.size === 0 ? "" : `${this.waiting.size} ${this.bar.dataset.waiting}`;
    this.say([this.trouble || this.savedAt, waiting].filter((part) => part !== "").join(" · "));
  }

  /** For the case that the page is loaded again before everything was sent; lives as long as the tab. */
  private keepHere(): void {
    try {
      const kept = [...this.waiting].map((item) => [item.dataset.item, [...fieldsOf(item)]]);
      if (kept.length === 0) sessionStorage.removeItem(this.form.action);
      else sessionStorage.setItem(this.form.action, JSON.stringify(kept));
    } catch {
      // The browser keeps nothing: the page itself still does.
    }
  }

  private takeBack(): void {
    const kept = read(this.form.action);
    for (const [name, fields] of kept) {
      const item = this.form.querySelector<HTMLElement>(`[data-item="${name}"]`);
      if (!item) continue;
      const values = new Map(fields);
      const revision = item.querySelector<HTMLInputElement>('input[name$="/revision"]');
      // Somebody, perhaps this very person, has saved it since: the page is right.
      if (!revision || values.get(revision.name) !== revision.value) continue;
      for (const control of controlsOf(item)) {
        if (control.name.endsWith("/revision") || control.name.endsWith("/shown")) continue;
        if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio"))
          control.checked = values.get(control.name) === control.value;
        else control.value = values.get(control.name) ?? control.value;
      }
      this.touch(item);
    }
    if (kept.length > 0) this.sendAll();
  }

  /** What is on its way arrives first, so that the form does not contradict it. */
  private submit(event: SubmitEvent): void {
    if (this.sending.size === 0) {
      this.waiting.clear();
      return;
    }
    event.preventDefault();
    void Promise.all(this.sending.values()).then(() => event.submitter?.click());
  }
}

function read(key: string): [string, [string, string][]][] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "[]");
  } catch {
    return [];
  }
}

function itemOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-item]") : null;
}

function showRemarks(item: HTMLElement, answer: Answer): void {
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

function openExplanation(item: HTMLElement): void {
  const details = item.querySelector<HTMLDetailsElement>(".entry-more");
  if (details) details.open = true;
}

/** The same row that the server draws: both versions, none chosen. */
function showConflict(item: HTMLElement, answer: Answer): void {
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
  slot("theirs", answer.theirs ?? "");
  slot("theirs-by", answer.theirsBy ?? "");
  const theirRevision = row.querySelector<HTMLInputElement>('input[name$="/their_revision"]');
  if (theirRevision) theirRevision.value = `${answer.revision}`;
  item.append(row);
  reveal(row);
}

export function enhanceForm(form: HTMLFormElement): (sentence: string) => void {
  const bar = form.querySelector<HTMLElement>("[data-save-state]");
  if (!bar || !form.dataset.drafts) return () => undefined;
  const autosave = new Autosave(form, bar);
  form.addEventListener("change", (event) => {
    const target = event.target;
    if (target instanceof HTMLSelectElement && target.value === "not_applicable") {
      const item = itemOf(target);
      if (item) openExplanation(item);
    }
  });
  form.addEventListener("keydown", (event) => {
    const item = itemOf(event.target);
    if (event.key !== "Enter" || !event.ctrlKey || !item?.querySelector(".entry-more")) return;
    event.preventDefault();
    openExplanation(item);
    item.querySelector<HTMLTextAreaElement>(".entry-more textarea")?.focus();
  });
  return (sentence) => autosave.say(sentence);
}
