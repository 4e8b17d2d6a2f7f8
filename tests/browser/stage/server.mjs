import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, cp, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const program = resolve(process.env.TIENDO ?? fileURLToPath(new URL("../../../build/dev/bin/tiendo", import.meta.url)));
const samplePassword = "dao-tao-2023";

const living = new Set();
process.on("exit", () => living.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** Runs a command of the program to its end and answers what it printed. */
export async function run(...words) {
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let told = "";
  child.stdout.on("data", (bytes) => (out += bytes));
  child.stderr.on("data", (bytes) => (told += bytes));
  const [code] = await once(child, "close");
  return { code, out, told };
}

/** The sample world as this program makes it: made once beside the program, then copied. */
async function sampleData() {
  const { mtimeMs, size } = await stat(program);
  const kept = join(dirname(dirname(program)), "browser-sample", `${Math.round(mtimeMs)}-${size}`);
  if (await access(kept).then(() => true, () => false)) return kept;
  await mkdir(dirname(kept), { recursive: true });
  for (const name of await readdir(dirname(kept)))
    if (!name.startsWith("making-")) await rm(join(dirname(kept), name), { recursive: true, force: true });
  const making = await mkdtemp(join(dirname(kept), "making-"));
  const made = await run("init", "--sample", "--data", join(making, "data"));
  if (made.code !== 0) throw new Error(`tiendo init: ${made.told}`);
  await rename(join(making, "data"), kept).catch(() => {}); // another test was faster
  await rm(making, { recursive: true, force: true });
  return kept;
}

/** A data folder of its own with a server on it; the port is the system's choice. */
export class Server {
  /** With the sample world in it. */
  static async sample() {
    const folder = await mkdtemp(join(tmpdir(), "tiendo-browser-"));
    const server = new Server(folder);
    await cp(await sampleData(), server.data, { recursive: true });
    await server.start();
    return server;
  }

  constructor(folder) {
    this.folder = folder;
    this.data = join(folder, "data");
    this.password = samplePassword;
    this.told = "";
  }

  async start(port = 0) {
    // The server dies with this process, however that ends.
    const words = ["--pdeathsig", "KILL", program, "serve", "--data", this.data, "--listen", `127.0.0.1:${port}`];
    this.child = spawn("setpriv", words, { stdio: ["ignore", "pipe", "pipe"] });
    living.add(this.child);
    this.ended = once(this.child, "exit");
    this.child.stderr.on("data", (bytes) => (this.told += bytes));
    this.address = await this.#printedAddress();
  }

  #printedAddress() {
    return new Promise((found, failed) => {
      let out = "";
      this.child.stdout.on("data", (bytes) => {
        out += bytes;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out);
        if (address) found(address[0]);
      });
      this.child.once("exit", (code) => failed(new Error(`tiendo serve ended with ${code}: ${this.told}`)));
    });
  }

  async end(signal) {
    if (!this.child) return;
    this.child.kill(signal);
    await this.ended;
    living.delete(this.child);
    this.child = undefined;
  }

  /** As a power failure ends it. */
  async kill() {
    await this.end("SIGKILL");
  }

  async stop() {
    await this.end("SIGTERM");
  }

  /** Again under the address that browsers know. */
  async startAgain() {
    await this.start(new URL(this.address).port);
  }

  async close() {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}
