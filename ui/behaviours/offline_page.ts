import { dropItem, forgetAll, type KeptItem, keptForms, owner, unsentItems } from "./kept_here";
import { sendUnsent } from "./outbox";
import { endSession, hourText, keptPage, leaveForLater, tokenOfPage } from "./person";

/** The page of what this machine keeps; it also stands for any page that cannot be reached. */

type Show = (name: string, isShown?: boolean) => void;

export function enhanceOfflinePage(page: HTMLElement): void {
  const show: Show = (name, isShown = true) => {
    const part = page.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part) part.hidden = !isShown;
  };
  show("unscripted", false);
  const query = new URLSearchParams(window.location.search);
  show("needs-network", window.location.pathname !== keptPage);
  show("erased", query.has("da-xoa"));
  show("unsafe", !("serviceWorker" in navigator));
  const person = document.body.dataset.person;
  const kept = owner();
  const isOther = kept !== null && (person === undefined ? kept.isAway === true : kept.login !== person);
  const acts = new Acts(page, show);
  if (isOther) void acts.askAbout(kept.name);
  else void acts.sendAndList(query.has("dang-xuat"));
}

class Acts {
  private readonly signOutForm = document.querySelector<HTMLFormElement>(".masthead-person");

  constructor(
    private readonly page: HTMLElement,
    private readonly show: Show,
  ) {
    this.on("send", () => this.send());
    this.on("erase", () => this.erase());
    this.on("erase-other", () => this.eraseOther());
    this.on("make-way", () => this.makeWay());
    this.on("later", () => this.goOn());
  }

  /** Of somebody else no more is told than how much there is. */
  async askAbout(name: string): Promise<void> {
    const count = (await unsentItems().catch(() => [])).length;
    this.write("other-name", name);
    this.write("other-count", `${count}`);
    this.show("other", count > 0);
  }

  /** What can be sent need not be asked about. */
  async sendAndList(isLeaving: boolean): Promise<void> {
    await this.list(false);
    if (tokenOfPage() !== "") await sendUnsent(tokenOfPage());
    await this.list(isLeaving);
  }

  async list(isLeaving: boolean): Promise<void> {
    const [forms, items] = await Promise.all([keptForms(), unsentItems()]).catch(() => [[], []] as const);
    this.fill("forms", forms, (row, form) => {
      const link = row.querySelector<HTMLAnchorElement>("a");
      if (link) link.href = form.path;
      if (link) link.textContent = form.title;
      this.write("until", form.until, row);
    });
    this.fill("items", items, (row, item) => this.writeItem(row, item));
    this.show("has-forms", forms.length > 0);
    this.show("no-forms", forms.length === 0);
    this.show("has-items", items.length > 0);
    this.show("no-items", items.length === 0);
    this.write("count", `${items.length}`);
    this.show("leaving", isLeaving && items.length > 0);
  }

  private writeItem(row: HTMLElement, item: KeptItem): void {
    const link = row.querySelector<HTMLAnchorElement>("a");
    if (link) link.href = `${item.form}#${item.item.replace(/^cell\//, "")}`;
    if (link) link.textContent = item.label;
    const typed = item.fields.filter(([name, value]) => value !== "" && !/\/(revision|state|estimate)$/.test(name));
    this.write("typed", typed.map(([, value]) => value).join("; "), row);
    this.write("form", item.title, row);
    this.write("at", hourText(item.at), row);
    const conflict = row.querySelector<HTMLElement>("[data-conflict]");
    if (conflict) conflict.hidden = item.state !== "conflict";
    row.querySelector("button")?.addEventListener("click", () => void dropItem(item.form, item.item).then(() => this.list(false)));
  }

  private async send(): Promise<void> {
    await sendUnsent(tokenOfPage());
    await this.list(false);
    this.show("not-sent", (await unsentItems()).length > 0);
  }

  private async erase(): Promise<void> {
    await forgetAll();
    const isEnded = this.signOutForm !== null && (await endSession(this.signOutForm));
    window.location.assign(isEnded ? "/dang-nhap" : `${keptPage}?da-xoa=1`);
  }

  private async eraseOther(): Promise<void> {
    await forgetAll();
    window.location.assign("/");
  }

  private async makeWay(): Promise<void> {
    if (this.signOutForm) await endSession(this.signOutForm, true);
    window.location.assign("/dang-nhap");
  }

  private async goOn(): Promise<void> {
    leaveForLater();
    window.location.assign("/");
  }

  private on(act: string, work: () => Promise<void>): void {
    this.page.querySelectorAll(`[data-act="${act}"]`).forEach((button) => button.addEventListener("click", () => void work()));
  }

  private write(slot: string, text: string, within: HTMLElement = this.page): void {
    within.querySelectorAll(`[data-slot="${slot}"]`).forEach((place) => (place.textContent = text));
  }

  private fill<T>(name: string, list: readonly T[], write: (row: HTMLElement, one: T) => void): void {
    const place = this.page.querySelector(`[data-list="${name}"]`);
    const template = this.page.querySelector<HTMLTemplateElement>(`template[data-row="${name}"]`);
    const rows = list.map((one) => {
      const row = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
      write(row, one);
      return row;
    });
    place?.replaceChildren(...rows);
  }
}
