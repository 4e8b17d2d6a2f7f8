/** ./dev pictures: draws docs/pictures anew, as the sample world looks on its first morning. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { Browser } from "./stage/browser.mjs";
import { Server } from "./stage/server.mjs";

const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const desk = { width: 1366, height: 900 };
const phone = { width: 360, height: 740 };

const pictures = [
  ["overview", "pct", desk, "/ke-hoach/1/tong-quan?ky=2023"],
  ["overview-phone", "pct", phone, "/ke-hoach/1/tong-quan?ky=2023"],
  ["review", "chuyenvien", desk, "/ke-hoach/1/ra-soat"],
  ["suppliers", "chuyenvien", desk, "/ke-hoach/1/giao-so-lieu"],
  ["form", "saloong", desk, "/ke-hoach/1/bao-cao/sa-loong/2023"],
  ["form-phone", "saloong", phone, "/ke-hoach/1/bao-cao/sa-loong/2023"],
  ["matrix", "chuyenvien", desk, "/ke-hoach/1/ma-tran?ky=2023"],
  ["target", "pct", desk, "/ke-hoach/1/chi-tieu/3-2a?ky=2023"],
  ["cell", "chuyenvien", desk, "/o/dak-duc.3-2a.2023"],
  ["tasks", "chuyenvien", desk, "/ke-hoach/1/nhiem-vu?ky=2023"],
  ["chase", "chuyenvien", desk, "/ke-hoach/1/don-doc?ky=2023"],
  ["report", "pct", desk, "/ke-hoach/1/tong-hop?ky=2023"],
];

const server = await Server.sample();
const browser = await Browser.open();
try {
  await mkdir(folder, { recursive: true });
  for (const [name, login, size, path] of pictures) {
    const page = await browser.person(server, login, size);
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    await page.screenshot({ path: `${folder}${name}.png` });
    await page.context().close();
  }
} finally {
  await browser.close();
  await server.close();
}
