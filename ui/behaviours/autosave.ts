import { showConflict, showCounts, showRemarks, openExplanation } from "./item_answer";
import { fieldsOf, fill, itemOf, labelOf, revisionOf, shows } from "./item_fields";
import { type KeptItem, dropItem, keptItems, putItem } from "./kept_here";
import { freshToken, noteSaved, type Outcome, send } from "./outbox";
import { hourText, type Person } from "./person";

/** Saves each item of the form as it is left, and keeps what could not be sent yet. */

const retryMilliseconds = 30_000;
const pauseMilliseconds = 3_000;

type Trouble = "" | "offline" | "signedOut" | "refused";

class Autosave {
  private readonly waiting = new Set<HTMLElement>();
  private readonly typedAt = new Map<HTMLElement, number>();
  private readonly sending = new Map<HTMLElement, Promise<void>>();
  private readonly changedWhileSending = new Set<HTMLElement>();
  private readonly path = window.location.pathname;
  private readonly isKeptPage: boolean;
  private pause = 0;
  private trouble: Trouble = "";
  private isUnkept = false; // the browser takes nothing more
  private isSubmitting = false;
  private savedAt = "";

  constructor(
    private readonly form: HTMLFormElement,
    private readonly bar: HTMLElement,
    private readonly person: Promise<Person | null>,
  ) {
    this.savedAt = bar.textContent?.trim() ?? "";
    this.isKeptPage = form.dataset.kept !== undefined;
    void this.takeBack();
    form.addEventListener("input", (event) => this.touch(itemOf(event.target)));
    form.addEventListener("change", (event) => this.leave(itemOf(event.target)));
    form.addEventListener("submit", (event) => void this.submit(event));
    window.addEventListener("online", () => void this.sendAll());
    window.addEventListener("focus", () => void this.sendAll());
    window.setInterval(() => void this.sendAll(), retryMilliseconds);
    window.addEventListener("beforeunload", (event) => {
      if (this.waiting.size === 0) return;
      void this.sendAll();
      // What can be sent still arrives after the page is gone; only what would be lost is asked about.
      if (this.trouble !== "" && this.isUnkept) event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.sendAll();
    });
  }

  say(sentence: string): void {
    if (this.bar.textContent !== sentence) this.bar.textContent = sentence;
  }

  private touch(item: HTMLElement | null): void {
    if (!item) return;
    this.typedAt.set(item, Date.now());
    this.await(item);
    if (this.sending.has(item)) this.changedWhileSending.add(item);
    void this.keep(item);
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => void this.sendAll(), pauseMilliseconds);
  }

  private await(item: HTMLElement): void {
    this.waiting.add(item);
    const shown = item.querySelector<HTMLInputElement>('input[name$="/shown"]');
    if (shown) shown.value = ""; // the page no longer shows what is kept
    this.show();
  }

  private leave(item: HTMLElement | null): void {
    if (!item) return;
    this.touch(item);
    void this.send(item);
  }

  /** One after the other, as they were typed: over a line that has just come back, all at once is too much. */
  private async sendAll(): Promise<void> {
    for (const item of [...this.waiting]) {
      await this.send(item);
      if (this.trouble === "offline" || this.trouble === "signedOut") return;
    }
  }

  private send(item: HTMLElement): Promise<void> {
    const underWay = this.sending.get(item);
    if (underWay) return underWay;
    // A choice between two versions is made with the button of the form.
    if (!this.waiting.has(item) || item.querySelector(".conflict")) return Promise.resolve();
    this.changedWhileSending.delete(item);
    const delivery = this.deliver(item);
    this.sending.set(item, delivery);
    return delivery;
  }

  private async deliver(item: HTMLElement): Promise<void> {
    const sent = this.record(item);
    try {
      const token = await this.token();
      await this.take(item, sent, token === null ? { kind: "signedOut" } : await send(sent.address, sent.fields, token));
    } catch {
      this.trouble = "offline";
    } finally {
      this.sending.delete(item);
    }
    this.show();
    if (this.changedWhileSending.has(item) && this.trouble === "") await this.send(item);
  }

  private async take(item: HTMLElement, sent: KeptItem, outcome: Outcome): Promise<void> {
    this.trouble = "";
    switch (outcome.kind) {
      case "offline":
      case "refused":
        this.trouble = outcome.kind;
        return;
      case "signedOut":
        this.trouble = "signedOut";
        this.setToken(""); // signed in again, the session has a new one
        return;
      case "conflict":
        showConflict(item, outcome.answer, hourText(sent.at));
        return;
      case "unreadable":
        showRemarks(item, outcome.answer);
        return;
    }
    const { answer } = outcome;
    const revision = revisionOf(item);
    if (revision && answer.revision !== undefined) revision.value = `${answer.revision}`;
    this.savedAt = `${this.bar.dataset.saved} ${answer.savedAt}`;
    showRemarks(item, answer);
    showCounts(this.form, answer);
    if (this.isKeptPage) document.querySelector("[data-kept-line]")?.classList.add("is-connected");
    if (this.changedWhileSending.has(item)) return void this.keep(item);
    this.waiting.delete(item);
    await this.inStore(() => noteSaved(sent, answer.revision ?? 0));
  }

  private get csrf(): HTMLInputElement | null {
    return this.form.querySelector<HTMLInputElement>('[name="csrf"]');
  }

  /** A kept page has no token, and one of a session that has ended no valid one. */
  private async token(): Promise<string | null> {
    if (this.csrf?.value) return this.csrf.value;
    const token = await freshToken(this.path, document.body.dataset.person ?? "");
    if (token) this.setToken(token);
    return token;
  }

  private setToken(token: string): void {
    document.querySelectorAll<HTMLInputElement>('[name="csrf"]').forEach((input) => (input.value = token));
  }

  private show(): void {
    const waiting = this.waiting.size === 0 ? "" : `${this.waiting.size} ${this.bar.dataset.waiting}`;
    const trouble = this.trouble === "" ? "" : (this.bar.dataset[this.trouble] ?? "");
    const unkept = this.isUnkept && trouble !== "" ? (this.bar.dataset.unkept ?? "") : "";
    this.say([unkept || trouble || this.savedAt, waiting].filter((part) => part !== "").join(" · "));
    const way = this.form.querySelector<HTMLElement>("[data-sign-in]");
    if (way) way.hidden = this.trouble !== "signedOut";
  }

  private record(item: HTMLElement): KeptItem {
    const name = item.dataset.item ?? "";
    const [kind, id] = name.split("/");
    return {
      form: this.path,
      item: name,
      state: "waiting",
      address: `${this.form.dataset.drafts}${kind}/${id.replaceAll(".", "-")}`,
      fields: fieldsOf(item),
      title: document.querySelector("h1")?.textContent ?? "",
      label: labelOf(item),
      at: this.typedAt.get(item) ?? Date.now(),
    };
  }

  private async keep(item: HTMLElement): Promise<void> {
    const record = this.record(item);
    await this.inStore(async (person) => {
      person.keepsHere();
      await putItem(record);
    });
    if (this.isUnkept) this.show();
  }

  private async inStore(work: (person: Person) => Promise<unknown>): Promise<void> {
    const person = await this.person;
    this.isUnkept = person === null || !(await work(person).then(() => true, () => false));
  }

  /** What was typed here before and the server may not have. */
  private async takeBack(): Promise<void> {
    const records = (await this.person) ? await keptItems(this.path).catch(() => []) : [];
    for (const record of records) {
      const item = this.form.querySelector<HTMLElement>(`[data-item="${CSS.escape(record.item)}"]`);
      if (!item || this.waiting.has(item)) continue;
      if (record.state === "saved") {
        if (this.isKeptPage) fill(item, record.fields);
        continue;
      }
      if (!this.isKeptPage && !item.querySelector(".conflict") && shows(item, record.fields)) {
        await dropItem(record.form, record.item);
        continue;
      }
      // With the revision over which it was typed: if somebody else was faster, the server says so.
      if (!item.querySelector(".conflict")) fill(item, record.fields);
      this.typedAt.set(item, record.at);
      this.await(item);
    }
    if (this.waiting.size > 0) await this.sendAll();
  }

  /** What waits arrives first, so that the form does not contradict it; a report is handed in over the network alone. */
  private async submit(event: SubmitEvent): Promise<void> {
    if (this.isSubmitting || (this.waiting.size === 0 && this.sending.size === 0)) return;
    event.preventDefault();
    await this.sendAll();
    await Promise.all(this.sending.values());
    if (this.trouble === "offline") return;
    for (const item of this.waiting) await this.settle(item);
    this.isSubmitting = true;
    this.waiting.clear();
    (event.submitter as HTMLElement | null)?.click();
    this.isSubmitting = false;
  }

  /** Between two versions the person has chosen: the other one is not brought up again. */
  private async settle(item: HTMLElement): Promise<void> {
    const choice = item.querySelector<HTMLInputElement>('input[name$="/choice"]:checked')?.value;
    const theirs = item.querySelector<HTMLInputElement>('input[name$="/their_revision"]')?.value;
    const revision = revisionOf(item);
    if (choice === "theirs") await this.inStore(() => dropItem(this.path, item.dataset.item ?? ""));
    if (choice !== "mine" || !theirs || !revision) return;
    const typedOver = revision.value;
    revision.value = theirs;
    await this.keep(item);
    revision.value = typedOver;
  }
}

export function enhanceForm(form: HTMLFormElement, person: Promise<Person | null>): (sentence: string) => void {
  const bar = form.querySelector<HTMLElement>("[data-save-state]");
  if (!bar || !form.dataset.drafts) return () => undefined;
  const autosave = new Autosave(form, bar, person);
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
