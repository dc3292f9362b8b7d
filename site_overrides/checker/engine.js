/** The page's side of the worker: starts it, follows its stages, asks it, and notices when it fails or is slow. */

/** How long a start may take before the page points elsewhere, in milliseconds. */
const TIME_LIMIT = 45_000;

export class Engine {
  /**
   * @param {(stage: import("./types").Stage) => void} onStage
   */
  constructor(onStage) {
    this.onStage = onStage;
    /** @type {import("./types").Stage} */
    this.stage = "idle";
    /** @type {import("./types").Names} */
    this.names = { sources: {}, words: {} };
    /** @type {Worker | null} */
    this.worker = null;
    this.number = 0;
    /** @type {((reply: import("./types").Reply) => void) | null} */
    this.waiting = null;
    /** @type {import("./types").Request | null} */
    this.asked = null;
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
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.worker.onmessage = (event) => this.hear(event.data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail();
    };
    this.enter("python");
    this.timer = window.setTimeout(() => this.enter("slow"), TIME_LIMIT);
    if (this.asked) this.send(this.asked);
  }

  /**
   * Ask for an assessment; only the reply to the latest request is given on.
   * @param {import("./types").Request} request
   * @param {(reply: import("./types").Reply) => void} onReply
   */
  ask(request, onReply) {
    this.asked = request;
    this.waiting = onReply;
    this.send(request);
  }

  /** Drop the latest request: a reply to it would be out of date. */
  forget() {
    this.asked = null;
    this.waiting = null;
  }

  /** @param {import("./types").Request} request */
  send(request) {
    this.number += 1;
    /** @type {import("./types").ToWorker} */
    const message = { number: this.number, request };
    this.worker?.postMessage(message);
  }

  /** @param {import("./types").FromWorker} message */
  hear(message) {
    if (message.kind === "stage") {
      if (this.stage !== "slow") this.enter(message.stage);
    } else if (message.kind === "ready") {
      window.clearTimeout(this.timer);
      this.names = message.names;
      this.enter("ready");
    } else if (message.kind === "failed") {
      this.fail();
    } else if (message.number === this.number) {
      this.waiting?.(message.reply);
    }
  }

  fail() {
    window.clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
    this.enter("failed");
  }

  /** @param {import("./types").Stage} stage */
  enter(stage) {
    this.stage = stage;
    this.onStage(stage);
  }
}
