import { belongsTo, dropForms, forgetAll, isAway, owner, unsentItems } from "./kept_here";
import { sendUnsent } from "./outbox";

/** For whom this browser keeps something, and how that ends: by signing out, or when somebody else signs in. */

export interface Person {
  login: string;
  keepsHere(): void;
}

const askedKey = "tiendo.asked";
export const keptPage = "/ngoai-tuyen";

export function hourText(at: number): string {
  const two = (number: number) => `${number}`.padStart(2, "0");
  const day = new Date(at);
  return `${two(day.getHours())}:${two(day.getMinutes())} ${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`;
}

export function tokenOfPage(): string {
  return document.querySelector<HTMLInputElement>('.masthead-person [name="csrf"]')?.value ?? "";
}

/** The person who is signed in on this page, if things may be kept for that person; null if not. */
export async function personOfPage(): Promise<Person | null> {
  const { person: login, name } = document.body.dataset;
  if (!login) return null;
  const kept = owner();
  if (kept && kept.login !== login && !(await givesWay())) return null;
  const person = { login, keepsHere: () => belongsTo({ login, name: name ?? login }) };
  if (kept?.isAway && kept.login === login) person.keepsHere();
  return person;
}

/** What is kept of somebody else goes; if some of it was not sent, the person at the machine decides. */
async function givesWay(): Promise<boolean> {
  try {
    await dropForms();
    if ((await unsentItems()).length === 0) {
      await forgetAll();
      return true;
    }
    isAway();
    if (window.location.pathname !== keptPage && sessionStorage.getItem(askedKey) === null) window.location.replace(keptPage);
  } catch {
    // The database cannot be read: nothing of it is shown, and nothing is put into it.
  }
  return false;
}

/** The person saw the question and goes on without an answer. */
export function leaveForLater(): void {
  sessionStorage.setItem(askedKey, "");
}

/** Ends the session on the server, where it can be reached. */
export async function endSession(form: HTMLFormElement, keepsOthers = false): Promise<boolean> {
  const fields = new URLSearchParams([["csrf", form.querySelector<HTMLInputElement>('[name="csrf"]')?.value ?? ""]]);
  if (keepsOthers) fields.append("giu", "1");
  try {
    await fetch(form.action, { method: "POST", credentials: "same-origin", redirect: "manual", body: fields });
    return true;
  } catch {
    return false;
  }
}

/** Signing out takes along what is kept, and asks first if some of it was not sent. */
export function enhanceSignOut(): void {
  const form = document.querySelector<HTMLFormElement>(".masthead-person");
  form?.addEventListener("submit", (event) => {
    if (!owner()) return;
    event.preventDefault();
    void signOut(form);
  });
}

async function signOut(form: HTMLFormElement): Promise<void> {
  const isOwn = owner()?.login === document.body.dataset.person;
  if ((await unsentItems().catch(() => [])).length > 0) {
    if (isOwn) return window.location.assign(`${keptPage}?dang-xuat=1`);
    await endSession(form, true);
    return window.location.assign("/dang-nhap");
  }
  await forgetAll().catch(() => undefined);
  window.location.assign((await endSession(form)) ? "/dang-nhap" : `${keptPage}?da-xoa=1`);
}

/** On every page but a form: what waits is sent, and what still waits is told beside the name. */
export async function tellWhatWaits(person: Person | null): Promise<void> {
  if (owner() === null || owner()?.login !== person?.login) return;
  if ((await unsentItems()).length === 0) return;
  await sendUnsent(tokenOfPage());
  const count = (await unsentItems()).length;
  const form = document.querySelector<HTMLFormElement>(".masthead-person");
  if (count === 0 || !form) return;
  const link = document.createElement("a");
  link.href = keptPage;
  link.textContent = `${count} ${document.body.dataset.waiting}`;
  form.prepend(link);
}
