import type { Answer } from "./item_answer";
import { dropItem, type Fields, type KeptItem, keptForm, putItem, unsentItems } from "./kept_here";

/** Brings items of forms to the server. Sending one a second time changes nothing: the server finds it there. */

export type Outcome =
  | { kind: "saved" | "unreadable" | "conflict"; answer: Answer } // unreadable: not kept, with what is wrong
  | { kind: "refused" | "signedOut" | "offline"; answer?: undefined };

// What a page sends as it closes has a limit, and may then not be sent at all.
const keepaliveBytes = 60_000;

/**
 * Brings an item as it is now. What was sent before without an answer goes first: if it had arrived after all, what was
 * typed over it would meet one's own value as if it were somebody else's. `noteSending` hears of each before it is sent.
 */
export async function bring(item: KeptItem, token: string, noteSending: (fields: Fields) => unknown): Promise<Outcome> {
  let { fields } = item;
  if (item.unanswered) {
    const earlier = await send(item.address, item.unanswered, token);
    if (earlier.kind !== "saved" && earlier.kind !== "unreadable") return earlier;
    if (earlier.kind === "saved") ({ fields } = withRevision(item, earlier.answer.revision ?? 0));
  }
  await noteSending(fields);
  return send(item.address, fields, token);
}

/** The item as typed over this revision of the server. */
export function withRevision(item: KeptItem, revision: number): KeptItem {
  const name = `${item.item}/revision`;
  return { ...item, fields: item.fields.map((field) => (field[0] === name ? [name, `${revision}`] : field)) };
}

async function send(address: string, fields: Fields, token: string): Promise<Outcome> {
  const body = new URLSearchParams(fields).toString();
  let response: Response;
  try {
    response = await fetch(address, {
      method: "PUT",
      credentials: "same-origin",
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded", "X-CSRF-Token": token },
      body,
      keepalive: body.length < keepaliveBytes,
    });
  } catch {
    return { kind: "offline" };
  }
  return outcomeOf(response);
}

async function outcomeOf(response: Response): Promise<Outcome> {
  // A proxy that finds no server answers for it.
  if (response.status === 502 || response.status === 504) return { kind: "offline" };
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  if (response.redirected || !isJson || response.status === 401 || response.status === 403) return { kind: "signedOut" };
  try {
    const answer = (await response.json()) as Answer;
    if (response.status === 409 && answer.theirs !== undefined) return { kind: "conflict", answer };
    if (answer.savedAt !== undefined) return { kind: "saved", answer };
    return answer.revision !== undefined ? { kind: "unreadable", answer } : { kind: "refused" };
  } catch {
    return { kind: "offline" }; // the answer broke off
  }
}

/** The token of the session that the browser has now, if it is this person's; null if it is not. */
export async function freshToken(path: string, person: string): Promise<string | null> {
  const response = await fetch(path, { credentials: "same-origin" });
  if (response.redirected || !response.headers.get("Content-Type")?.startsWith("text/html")) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (page.body.dataset.person !== person) return null;
  return page.querySelector<HTMLInputElement>('[name="csrf"]')?.value ?? null;
}

/** A kept page does not show it yet; where no page is kept, nothing has to be remembered. */
export async function noteSaved(item: KeptItem, revision: number): Promise<void> {
  const saved = { ...withRevision(item, revision), unanswered: undefined };
  if (await keptForm(item.form)) await putItem({ ...saved, state: "saved" });
  else await dropItem(item.form, item.item);
}

/** One after the other, as they were typed; ends where the server is out of reach or asks to sign in. */
export async function sendUnsent(token: string): Promise<void> {
  for (const item of await unsentItems()) {
    const outcome = await bring(item, token, (unanswered) => putItem({ ...item, unanswered }));
    if (outcome.kind === "offline" || outcome.kind === "signedOut") return;
    if (outcome.kind === "saved") await noteSaved(item, outcome.answer.revision ?? 0);
    else await putItem({ ...item, unanswered: undefined, state: outcome.kind === "conflict" ? "conflict" : item.state });
  }
}
