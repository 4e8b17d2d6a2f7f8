import { type Answer, showConflict, showCounts, showRemarks, openExplanation } from "./item_answer";
import { fieldsOf, fill, itemOf, labelOf, revisionOf, shows } from "./item_fields";
import { dropItem, type Fields, type KeptItem, keptItems, putItem } from "./kept_here";
import { bring, freshToken, noteSaved, type Outcome, withRevision } from "./outbox";
import { hourText, type Person } from "./person";
import { Retry } from "./retry";
import { SaveBar } from "./save_bar";

/** Saves each item of the form as it is left, and keeps what could not be sent yet. */

const pauseMilliseconds = 3_000;
const patienceMilliseconds = 1_000; // with a browser that keeps nothing

class Autosave {
  private readonly waiting = new Set<HTMLElement>();
  private readonly typedAt = new Map<HTMLElement, number>();
  private readonly sending = new Map<HTMLElement, Promise<void>>();
  private readonly changedWhileSending = new Set<HTMLElement>();
  private readonly unanswered = new Map<HTMLElement, Fields>();
  private readonly toKeep = new Set<HTMLElement>();
  private readonly retry = new Retry(() => void this.sendAll());
  private readonly path = window.location.pathname;
  private readonly isKeptPage: boolean;
  private stored: Promise<void> = Promise.resolve();
  private pause = 0;
  private isSubmitting = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly bar: SaveBar,
    private readonly person: Promise<Person | null>,
  ) {
    this.isKeptPage = form.dataset.kept !== undefined;
    void this.takeBack();
    form.addEventListener("input", (event) => this.touch(itemOf(event.target)));
    form.addEventListener("change", (event) => this.leave(itemOf(event.target)));
    form.addEventListener("submit", (event) => void this.submit(event));
    window.addEventListener("online", () => void this.sendAll());
    window.addEventListener("focus", () => void this.sendAll());
    window.addEventListener("beforeunload", (event) => {
      if (this.waiting.size === 0) return;
      void this.sendAll();
      // What can be sent still arrives after the page is gone; only what would be lost is asked about.
      if (this.bar.trouble !== "" && this.bar.isUnkept) event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.sendAll();
    });
  }

  tell(sentence: string): void {
    this.bar.tell(sentence);
    this.bar.show(this.waiting.size);
  }

  private touch(item: HTMLElement | null): void {
    if (!item) return;
    this.typedAt.set(item, Date.now());
    this.bar.tell("");
    this.await(item);
    if (this.sending.has(item)) this.changedWhileSending.add(item);
    this.keep(item);
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => void this.sendAll(), pauseMilliseconds);
  }

  private await(item: HTMLElement): void {
    this.waiting.add(item);
    const shown = item.querySelector<HTMLInputElement>('input[name$="/shown"]');
    if (shown) shown.value = ""; // the page no longer shows what is kept
    this.bar.show(this.waiting.size);
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
      if (this.bar.trouble === "offline" || this.bar.trouble === "signedOut") return;
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
      const noteSending = (fields: Fields) => void this.unanswered.set(item, fields);
      this.take(item, sent, token === null ? { kind: "signedOut" } : await bring(sent, token, noteSending));
    } catch {
      this.bar.trouble = "offline";
    } finally {
      this.sending.delete(item);
    }
    if (this.bar.trouble === "") this.retry.noteSent();
    else this.retry.noteFailed();
    this.bar.show(this.waiting.size);
    if (this.changedWhileSending.has(item) && this.bar.trouble === "") await this.send(item);
  }

  private take(item: HTMLElement, sent: KeptItem, outcome: Outcome): void {
    this.bar.trouble = outcome.answer ? "" : outcome.kind;
    if (outcome.kind !== "offline") this.unanswered.delete(item);
    if (outcome.kind === "signedOut") this.setToken(""); // signed in again, the session has a new one
    if (outcome.kind === "conflict") showConflict(item, outcome.answer, hourText(sent.at));
    if (outcome.kind === "unreadable") showRemarks(item, outcome.answer);
    if (outcome.kind === "saved") this.takeSaved(item, sent, outcome.answer);
  }

  private takeSaved(item: HTMLElement, sent: KeptItem, answer: Answer): void {
    const revision = revisionOf(item);
    if (revision && answer.revision !== undefined) revision.value = `${answer.revision}`;
    this.bar.noteSaved(answer.savedAt ?? "");
    showRemarks(item, answer);
    showCounts(this.form, answer);
    if (this.isKeptPage) document.querySelector("[data-kept-line]")?.classList.add("is-connected");
    if (this.changedWhileSending.has(item)) return this.keep(item);
    this.waiting.delete(item);
    this.inStore(async () => {
      if (!this.waiting.has(item)) await noteSaved(sent, answer.revision ?? 0);
    });
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

  private record(item: HTMLElement): KeptItem {
    const name = item.dataset.item ?? "";
    const [kind, id] = name.split("/");
    return {
      form: this.path,
      item: name,
      state: "waiting",
      address: `${this.form.dataset.drafts}${kind}/${id.replaceAll(".", "-")}`,
      fields: fieldsOf(item),
      unanswered: this.unanswered.get(item),
      title: document.querySelector("h1")?.textContent ?? "",
      label: labelOf(item),
      at: this.typedAt.get(item) ?? Date.now(),
    };
  }

  private keep(item: HTMLElement): void {
    if (this.toKeep.has(item)) return;
    this.toKeep.add(item);
    this.inStore(async (person) => {
      this.toKeep.delete(item);
      if (!this.waiting.has(item)) return;
      person.keepsHere();
      await putItem(this.record(item));
    });
  }

  /** One after the other; what is sent does not wait for it, since a browser's database can take its time or never answer. */
  private inStore(work: (person: Person) => Promise<unknown>): void {
    this.stored = this.stored.then(async () => {
      const person = await this.person;
      this.bar.isUnkept = person === null || !(await work(person).then(() => true, () => false));
      if (this.bar.isUnkept) this.bar.show(this.waiting.size);
    });
  }

  /** What was typed here before and the server may not have. */
  private async takeBack(): Promise<void> {
    const records = (await this.person) ? await keptItems(this.path).catch(() => []) : [];
    for (const record of records) {
      const item = this.form.querySelector<HTMLElement>(`[data-item="${CSS.escape(record.item)}"]`);
      if (!item || this.typedAt.has(item)) continue; // what is typed now is newer
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
      if (record.unanswered) this.unanswered.set(item, record.unanswered);
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
    if (this.bar.trouble === "offline") return;
    for (const item of this.waiting) this.settle(item);
    await Promise.race([this.stored, new Promise((resolve) => window.setTimeout(resolve, patienceMilliseconds))]);
    this.isSubmitting = true;
    this.waiting.clear();
    (event.submitter as HTMLElement | null)?.click();
    this.isSubmitting = false;
  }

  /** Between two versions the person has chosen: the other one is not brought up again. */
  private settle(item: HTMLElement): void {
    const choice = item.querySelector<HTMLInputElement>('input[name$="/choice"]:checked')?.value;
    const theirs = item.querySelector<HTMLInputElement>('input[name$="/their_revision"]')?.value;
    if (choice === "theirs") this.inStore(() => dropItem(this.path, item.dataset.item ?? ""));
    if (choice !== "mine" || !theirs) return;
    const record = withRevision(this.record(item), Number(theirs));
    this.inStore(() => putItem(record));
  }
}

export function enhanceForm(form: HTMLFormElement, person: Promise<Person | null>): (sentence: string) => void {
  const line = form.querySelector<HTMLElement>("[data-save-state]");
  if (!line || !form.dataset.drafts) return () => undefined;
  const bar = new SaveBar(line, form.querySelector<HTMLElement>("[data-sign-in]"));
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
  return (sentence) => autosave.tell(sentence);
}
