/**
 * What this browser keeps of one person until that person signs out: forms that open without a network, and items of
 * forms that the server does not have yet. One database, read by pages and by the service worker; its version stays
 * 1, since a kept page runs the script with which it was kept. Whose it is stands in the local storage.
 */

export type Fields = [name: string, value: string][];

/** An item as it was typed, with the revision over which it was typed. */
export interface KeptItem {
  form: string; // the form's address
  item: string; // "cell/3.2a"
  state: "waiting" | "conflict" | "saved"; // saved: the server has it, the kept page not yet
  address: string; // where it is sent
  fields: Fields;
  unanswered?: Fields; // what was sent before and may have arrived
  title: string; // of the form
  label: string; // "3.2a Người bị bạo lực …"
  at: number;
}

export interface KeptForm {
  path: string;
  title: string;
  html: string;
  styleHash: string;
  until: string; // the server's hour, in words
  at: number;
}

export interface Owner {
  login: string;
  name: string;
  isAway?: boolean; // somebody else has signed in since
}

export const keptFormDays = 7;
const ownerKey = "tiendo.person";
const databaseName = "tiendo";

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("forms", { keyPath: "path" });
    opening.result.createObjectStore("items", { keyPath: ["form", "item"] });
  };
  return done(opening);
}

/** Answers when all of it is on the disk, or rejects: a full disk is told only at the end. */
async function within<T>(mode: IDBTransactionMode, work: (store: (name: string) => IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(["forms", "items"], mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [answer] = await Promise.all([work((name) => transaction.objectStore(name)), ended]);
    return answer;
  } finally {
    database.close();
  }
}

export function owner(): Owner | null {
  try {
    return JSON.parse(localStorage.getItem(ownerKey) ?? "null");
  } catch {
    return null;
  }
}

/** From here on things are kept for this person. */
export function belongsTo(person: Owner): void {
  const kept = owner();
  if (kept?.login !== person.login || kept.isAway) localStorage.setItem(ownerKey, JSON.stringify(person));
}

export function isAway(): void {
  localStorage.setItem(ownerKey, JSON.stringify({ ...owner(), isAway: true }));
}

export function putItem(item: KeptItem): Promise<unknown> {
  return within("readwrite", (store) => done(store("items").put(item)));
}

export function dropItem(form: string, item: string): Promise<unknown> {
  return within("readwrite", (store) => done(store("items").delete([form, item])));
}

/** In the order in which they were typed. */
export async function keptItems(form?: string): Promise<KeptItem[]> {
  const all = (await within("readonly", (store) => done(store("items").getAll()))) as KeptItem[];
  return all.filter((one) => form === undefined || one.form === form).sort((a, b) => a.at - b.at);
}

/** What the server does not have yet. */
export async function unsentItems(form?: string): Promise<KeptItem[]> {
  return (await keptItems(form)).filter((one) => one.state !== "saved");
}

/** The page as the server drew it just now holds what was saved before. */
export function putForm(form: KeptForm): Promise<unknown> {
  return within("readwrite", async (store) => {
    const items = (await done(store("items").getAll())) as KeptItem[];
    for (const one of items)
      if (one.form === form.path && one.state === "saved") store("items").delete([one.form, one.item]);
    return done(store("forms").put(form));
  });
}

export async function keptForm(path: string): Promise<KeptForm | null> {
  const form = (await within("readonly", (store) => done(store("forms").get(path)))) as KeptForm | undefined;
  return form && !isOld(form) ? form : null;
}

/** Those that may still be opened; what is too old is dropped on the way. */
export function keptForms(): Promise<KeptForm[]> {
  return within("readwrite", async (store) => {
    const all = (await done(store("forms").getAll())) as KeptForm[];
    for (const one of all) if (isOld(one)) store("forms").delete(one.path);
    return all.filter((one) => !isOld(one));
  });
}

export function dropForms(): Promise<unknown> {
  return within("readwrite", (store) => done(store("forms").clear()));
}

/** Nothing of that person stays. */
export async function forgetAll(): Promise<void> {
  await within("readwrite", async (store) => {
    await done(store("forms").clear());
    await done(store("items").clear());
  });
  localStorage.removeItem(ownerKey);
}

function isOld(form: KeptForm): boolean {
  return Date.now() - form.at > keptFormDays * 86_400_000;
}
