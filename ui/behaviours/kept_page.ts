import { putForm } from "./kept_here";
import type { Person } from "./person";

/** The form as the server has just drawn it, kept so that it opens without a network. */

/** Taken before anything on the page is changed; null where this form is not for keeping. */
export function copyOfPage(form: HTMLFormElement): HTMLElement | null {
  const isAsDrawn = form.dataset.kept === undefined && !form.querySelector(".conflict") && !document.querySelector(".error-summary");
  if (form.dataset.until === undefined || !isAsDrawn) return null;
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  // What opens something on the server, and what was said once, stays out.
  copy.querySelectorAll('[name="csrf"]').forEach((input) => input.setAttribute("value", ""));
  copy.querySelectorAll(".banner[role=status]").forEach((notice) => notice.remove());
  copy.querySelector(".entry-form")?.setAttribute("data-kept", "");
  copy.querySelector("[data-kept-line]")?.removeAttribute("hidden");
  return copy;
}

export async function keepPage(copy: HTMLElement, form: HTMLFormElement, person: Person): Promise<void> {
  const tell = (name: string) => document.querySelector(`[data-kept-how="${name}"]`)?.removeAttribute("hidden");
  if (!("serviceWorker" in navigator)) return tell("unsafe");
  try {
    await inService(await navigator.serviceWorker.register("/ngoai-tuyen.js", { scope: "/" }));
    person.keepsHere();
    await putForm({
      path: window.location.pathname,
      title: document.querySelector("h1")?.textContent ?? "",
      html: `<!doctype html>\n${copy.outerHTML}`,
      styleHash: await hashOf(copy.querySelector("style")?.textContent ?? ""),
      until: form.dataset.until ?? "",
      at: Date.now(),
    });
    // What a browser is short of room for it may otherwise throw away.
    void navigator.storage?.persist?.();
    tell("kept");
  } catch {
    tell("refused");
  }
}

/** Rejects where the worker could not fetch or keep what it needs. */
function inService(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker?.state === "activated") resolve();
      if (worker?.state === "redundant") reject(new Error("the worker was not installed"));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

/** As the content security policy names a style: base64 of its SHA-256. */
async function hashOf(style: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
