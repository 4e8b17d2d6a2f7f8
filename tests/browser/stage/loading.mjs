/** How a page comes to stand before somebody whose browser was never here. */

/** Lines as Chromium's tools and Lighthouse emulate them; null is the bare loopback. */
export const lines = {
  none: null,
  mobile: { name: "562 ms, 1474 kbit/s, processor four times slower", latency: 562.5, kilobits: 1474.56, slower: 4 },
  slow: { name: "2000 ms, 400 kbit/s", latency: 2000, kilobits: 400, slower: 1 },
};

/** Opens the page with nothing in the cache; answers times in milliseconds, the shift of its parts, weight and requests. */
export async function loaded(page, path, line) {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (line) {
    const throughput = (line.kilobits * 1024) / 8;
    await network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: line.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
    await network.send("Emulation.setCPUThrottlingRate", { rate: line.slower });
  }
  const load = { bytes: 0, requests: 0 };
  network.on("Network.loadingFinished", (event) => (load.bytes += event.encodedDataLength));
  network.on("Network.requestWillBeSent", (event) => (load.requests += event.request.url.startsWith("http") ? 1 : 0));
  await page.goto(path, { waitUntil: "load" });
  Object.assign(load, await page.evaluate(seen));
  await network.detach();
  return load;
}

/** What the browser itself noted while the page came. */
async function seen() {
  await document.fonts.ready;
  const noted = (type) =>
    new Promise((resolve) => {
      new PerformanceObserver((list, observer) => {
        observer.disconnect();
        resolve(list.getEntries());
      }).observe({ type, buffered: true });
    });
  const paints = await noted("largest-contentful-paint"); // there is one on every page
  const nothing = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve([]))));
  const shifts = await Promise.race([noted("layout-shift"), nothing]);
  return { largestPaint: paints.at(-1)?.startTime ?? NaN, shift: shifts.reduce((sum, one) => sum + one.value, 0) };
}
