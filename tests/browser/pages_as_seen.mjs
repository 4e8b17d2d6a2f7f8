/** tools/bench.py seen: how soon the pages that matter stand before a person, and whether anything jumps. */
import { Browser } from "./stage/browser.mjs";
import { lines, loaded } from "./stage/loading.mjs";
import { Server } from "./stage/server.mjs";

const runs = Number(process.argv[2] ?? 5);
const pages = [
  ["form of a commune", "saloong", "/ke-hoach/1/bao-cao/sa-loong/2023"],
  ["overview", "pct", "/ke-hoach/1/tong-quan?ky=2023"],
  ["consolidated report", "pct", "/ke-hoach/1/tong-hop?ky=2023"],
];

const server = await Server.sample();
const browser = await Browser.open();
const number = (value, width, digits = 0) => value.toFixed(digits).padStart(width);
try {
  console.log(`${"pages as seen".padEnd(24)}${"KB".padStart(5)}${"requests".padStart(10)}${"shift".padStart(8)}   largest paint, ms: min, median, max`);
  for (const [name, line] of Object.entries(lines))
    for (const [title, login, path] of pages) {
      const found = [];
      for (let run = 0; run < runs; ++run) {
        const page = await browser.person(server, login);
        found.push(await loaded(page, path, line));
        await page.context().close();
      }
      const times = found.map((one) => one.largestPaint).sort((a, b) => a - b);
      const [{ bytes, requests }] = found;
      const shift = Math.max(...found.map((one) => one.shift));
      const [least, middle, most] = [times[0], times[runs >> 1], times[runs - 1]];
      console.log(
        `${title.padEnd(24)}${number(bytes / 1000, 5)}${number(requests, 10)}${number(shift, 8, 3)}   ` +
          `${number(least, 6)}${number(middle, 6)}${number(most, 6)}   ${line?.name ?? name}`,
      );
    }
} finally {
  await browser.close();
  await server.close();
}
