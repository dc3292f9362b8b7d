/** The page's side of the worker: starts it, follows its stages, asks it, and notices when it fails or is slow. */

/** How long a start may take before the page points elsewhere, in milliseconds. */
const TIME_LIMIT = 45_000;

/** How long a worker may stay silent about a request before it counts as dead, in milliseconds: nothing reports a kill. */
const SILENCE = 30_000;

/** How long it may be about a request that it has to fetch something for: a large workbook takes its time. */
const LONG_SILENCE = 300_000;

/**
 * @typedef {object} Asked
 * @property {import("../types").Request} request
 * @property {(reply: any) => void} onReply
 */

export class Engine {
  /**
   * @param {(stage: import("../types").Stage) => void} onStage
   */
  constructor(onStage) {
    this.onStage = onStage;
    /** @type {import("../types").Stage} */
    this.stage = "idle";
    /** @type {import("../types").Names} */
    this.names = { sources: {}, words: {}, page: {} };
    /** @type {Worker | null} */
    this.worker = null;
    this.number = 0;
    /** @type {Map<number, Asked>} */
    this.asked = new Map();
    this.timer = 0;
  }

  get isRunning() {
    return this.worker !== null;
  }

  /** Start the worker, or start it anew after a failure; a start under way goes on. */
  start() {
    if (this.isRunning) return;
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
      this.enter("unsupported");
      return;
    }
    // Beside the bundle that this becomes a part of.
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.worker.onmessage = (event) => this.hear(event.data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail();
    };
    this.enter("python");
    this.timer = window.setTimeout(() => this.enter("slow"), TIME_LIMIT);
    for (const [number, { request }] of this.asked) this.send(number, request);
  }

  /**
   * Ask the rules for something. A request that finds no worker, or whose worker fails, waits for the next start.
   * @template {import("../types").Request} Asked
   * @param {Asked} request
   * @param {AbortSignal} [dropped] once it fires nobody waits for the reply any more
   * @returns {Promise<import("../types").ReplyTo<Asked>>}
   */
  ask(request, dropped) {
    this.number += 1;
    const number = this.number;
    this.send(number, request);
    dropped?.addEventListener("abort", () => this.asked.delete(number));
    return new Promise((onReply) => {
      this.asked.set(number, { request, onReply });
      this.watch();
    });
  }

  /**
   * Drop the requests of a task: replies to them would be out of date.
   * @param {string} task
   */
  forget(task) {
    for (const [number, { request }] of this.asked) if (request.task === task) this.asked.delete(number);
  }

  /**
   * @param {number} number
   * @param {import("../types").Request} request
   */
  send(number, request) {
    /** @type {import("../types").ToWorker} */
    const message = { number, request };
    this.worker?.postMessage(message);
  }

  /** @param {import("../types").FromWorker} message */
  hear(message) {
    if (message.kind === "stage") {
      if (this.stage !== "slow") this.enter(message.stage);
    } else if (message.kind === "ready") {
      window.clearTimeout(this.timer);
      this.names = message.names;
      this.enter("ready");
      this.watch();
    } else if (message.kind === "failed") {
      this.fail();
    } else {
      const asked = this.asked.get(message.number);
      this.asked.delete(message.number);
      this.watch();
      asked?.onReply(message.reply);
    }
  }

  /** Give up on a worker that runs and no longer answers. */
  watch() {
    if (this.stage !== "ready") return;
    window.clearTimeout(this.timer);
    if (this.asked.size === 0) return;
    const isLong = [...this.asked.values()].some(({ request }) => "needs" in request && request.needs);
    this.timer = window.setTimeout(() => this.fail(), isLong ? LONG_SILENCE : SILENCE);
  }

  fail() {
    window.clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
    this.enter("failed");
  }

  /** @param {import("../types").Stage} stage */
  enter(stage) {
    this.stage = stage;
    this.onStage(stage);
  }
}
