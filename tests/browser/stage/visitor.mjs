import { formsOf, linksOf, textOf } from "./markup.mjs";

/** A file that somebody chose. */
export class Upload {
  constructor(name, bytes) {
    this.name = name;
    this.bytes = bytes;
  }
}

/** One page as it came over the wire. */
class Page {
  constructor(url, response, bytes) {
    this.url = url;
    this.status = response.status;
    this.type = response.headers.get("content-type") ?? "";
    this.bytes = bytes;
    this.markup = this.type.startsWith("text/") ? bytes.toString("utf8") : "";
  }

  get path() {
    return this.url.pathname + this.url.search;
  }
  get text() {
    return textOf(this.markup);
  }
  get forms() {
    return formsOf(this.markup);
  }
  get links() {
    return linksOf(this.markup);
  }

  form(condition) {
    const found = this.forms.find(condition);
    if (!found) throw new Error(`${this.path}: no such form among ${this.forms.map((one) => one.action).join(", ")}`);
    return found;
  }

  /** The words beside a check box. */
  labelOf(control) {
    const tag = `name="${control.name}" value="${control.value}"`;
    return /^[^>]*>\s*([^<]*?)\s*</.exec(this.markup.slice(this.markup.indexOf(tag)))?.[1].replaceAll("&amp;", "&");
  }

  link(text) {
    const found = this.links.find((one) => one.text === text);
    if (!found) throw new Error(`${this.path}: no link “${text}”`);
    return found.href;
  }
}

/** The lines of Set-Cookie. Debian 12's node has them only joined; no cookie of ours holds a comma. */
function cookieLines(headers) {
  return headers.getSetCookie?.() ?? (headers.get("set-cookie") ?? "").split(", ").filter(Boolean);
}

/** Somebody who visits by plain HTTP: cookies, forms and redirections, no scripts. */
export class Visitor {
  constructor(address) {
    this.address = address;
    this.cookies = new Map();
    /** Where the newest redirection led, even if the server died before it was followed. */
    this.acknowledged = "";
  }

  static async signedIn(server, login) {
    const visitor = new Visitor(server.address);
    const entrance = await visitor.get("/dang-nhap");
    await visitor.send(entrance, entrance.form((one) => one.has("password")), { login, password: server.password });
    return visitor;
  }

  async get(path) {
    return this.#fetch(new URL(path, this.address), {});
  }

  /** Follows a link of a page. */
  async follow(page, text) {
    return this.#fetch(new URL(page.link(text), page.url), {});
  }

  /** Sends a form of a page as the button with this label does. */
  async send(page, form, changes = {}, label = undefined) {
    const button = label === undefined ? undefined : form.button(label);
    if (label !== undefined && !button) throw new Error(`${page.path}: no button “${label}”`);
    const url = new URL(form.action ?? page.path, page.url);
    const fields = form.fields(changes, button);
    if (form.method === "get") {
      url.search = new URLSearchParams(fields).toString();
      return this.#fetch(url, {});
    }
    if (!form.isMultipart) return this.#fetch(url, { method: "POST", body: new URLSearchParams(fields) });
    const body = new FormData();
    for (const [name, value] of fields) {
      if (value instanceof Upload) body.append(name, new Blob([value.bytes]), value.name);
      else body.append(name, value);
    }
    return this.#fetch(url, { method: "POST", body });
  }

  async request(path, init) {
    return this.#fetch(new URL(path, this.address), init);
  }

  async #fetch(url, init) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, headers: { ...init.headers, cookie }, redirect: "manual" });
    this.#keepCookies(response);
    this.acknowledged = response.headers.get("location") ?? this.acknowledged;
    const bytes = Buffer.from(await response.arrayBuffer());
    const next = response.headers.get("location");
    if (response.status === 303 && next) return this.#fetch(new URL(next, url), {});
    return new Page(url, response, bytes);
  }

  #keepCookies(response) {
    for (const line of cookieLines(response.headers)) {
      const [pair, ...rest] = line.split(";");
      const cut = pair.indexOf("=");
      const name = pair.slice(0, cut).trim();
      if (rest.some((part) => /^\s*max-age=0$/i.test(part))) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(cut + 1).trim());
    }
  }
}
