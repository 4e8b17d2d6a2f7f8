import { once } from "node:events";
import { createServer, request } from "node:http";

/** Stands at a server's address and answers as a program would whose script is another. */
export class NewerProgram {
  /** The server, stopped before, runs behind it. */
  static async before(server) {
    const address = new URL(server.address);
    await server.start();
    const newer = new NewerProgram(server.address);
    server.address = address.origin;
    newer.listener.listen(Number(address.port), address.hostname);
    await once(newer.listener, "listening");
    return newer;
  }

  constructor(behind) {
    this.behind = behind;
    /** Values that are sent find the program not yet there, as behind a proxy. */
    this.takesNothing = false;
    this.worker = new Promise((resolve) => (this.workerAsked = resolve));
    this.listener = createServer((asked, answer) => this.#pass(asked, answer));
  }

  #pass(asked, answer) {
    if (this.takesNothing && asked.method === "PUT") {
      answer.writeHead(502).end();
      return;
    }
    const isScript = /^\/tinh\/newer-[^/]+\/app\.js$/.test(asked.url);
    const path = asked.url.replace("/tinh/newer-", "/tinh/");
    const headers = { ...asked.headers };
    delete headers["accept-encoding"];
    delete headers["if-none-match"];
    const passed = request(new URL(path, this.behind), { method: asked.method, headers }, (found) => {
      const parts = [];
      found.on("data", (part) => parts.push(part));
      found.on("end", () => {
        let body = Buffer.concat(parts);
        const isText = /text\/(html|javascript)/.test(found.headers["content-type"] ?? "");
        if (isText) body = Buffer.from(body.toString("utf8").replace(/\/tinh\/([^/"]+)\/app\.js/g, "/tinh/newer-$1/app.js"));
        if (isScript) body = Buffer.concat([body, Buffer.from("\n// newer\n")]);
        answer.writeHead(found.statusCode, { ...found.headers, "content-length": body.length });
        answer.end(body);
        if (asked.url === "/ngoai-tuyen.js") this.workerAsked();
      });
    });
    asked.pipe(passed);
  }

  async close() {
    this.listener.closeAllConnections?.();
    this.listener.close();
    await once(this.listener, "close");
  }
}
