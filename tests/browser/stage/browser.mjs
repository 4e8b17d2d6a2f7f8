import { chromium } from "playwright-core";

const options = {
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** One Chromium, in which each person has a window with cookies of its own. */
export class Browser {
  static async open() {
    return new Browser(await chromium.launch(options));
  }

  constructor(chromium) {
    this.chromium = chromium;
    /** What the pages complained of: errors in the console, what the policy forbade. */
    this.complaints = [];
  }

  /** A window in which nobody has signed in. */
  async window(address, { width = 1366, height = 768, ...more } = {}) {
    const context = await this.chromium.newContext({
      baseURL: address,
      viewport: { width, height },
      locale: "vi-VN",
      acceptDownloads: true,
      ...more,
    });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    this.#listen(page);
    return page;
  }

  /** A window in which somebody of the sample world has signed in by name and password. */
  async person(server, login, size) {
    const page = await this.window(server.address, size);
    await signsIn(page, server, login);
    return page;
  }

  #listen(page) {
    const complain = (text) => this.complaints.push(`${new URL(page.url()).pathname}: ${text}`);
    page.on("console", (message) => message.type() === "error" && complain(`${message.text()} ${message.location().url}`));
    page.on("pageerror", (error) => complain(error.message));
  }

  async close() {
    await this.chromium.close();
  }
}

/** The browser of one machine: what it keeps in this folder is there when it is opened again. */
export async function machine(folder, address) {
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    baseURL: address,
    viewport: { width: 1366, height: 768 },
    locale: "vi-VN",
  });
  context.setDefaultTimeout(30_000);
  return context;
}

/** Signs in on a page; where it is at the entrance already, from there. */
export async function signsIn(page, server, login) {
  if (!page.url().includes("/dang-nhap")) await page.goto("/dang-nhap");
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(server.password);
  await page.locator("#password").press("Enter");
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
}

/** The words of a part of a page, with one space where there are several or a non-breaking one. */
export async function words(locator) {
  return (await locator.innerText()).replace(/\s+/g, " ").trim();
}

/** Types as a person does, key by key. */
export async function type(locator, text, delay = 40) {
  await locator.click();
  await locator.press("Control+a");
  await locator.pressSequentially(text, { delay });
}

/** The row of a table that begins with this code: "3.2a". */
export function tableRow(page, code) {
  return page.locator("tr", { has: page.locator("td:first-child", { hasText: new RegExp(`^\\s*${code.replace(".", "\\.")}\\s*$`) }) }).first();
}
