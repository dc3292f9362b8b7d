/** Asks the rules about the answers of the form: after each change, never twice about the same. */

import { isBeingTyped } from "../form/controls.js";

/** How long to wait after a change before asking, in milliseconds. */
const PAUSE = 300;

/**
 * @typedef {object} Told
 * @property {(judged: import("../types").Judged) => void} judged the newest answers are assessed
 * @property {(refusals: import("../form/form.js").Refusal[]) => void} refused the newest answers cannot be assessed
 * @property {(isWaiting: boolean) => void} waiting whether an answer is on its way
 */

export class Inquiry {
  /**
   * @param {import("../types").Page} page
   * @param {Told} told
   */
  constructor(page, told) {
    this.page = page;
    this.told = told;
    this.timer = 0;
    this.asked = "";
    this.isWaiting = false;
    this.request = new AbortController();
    /** Whether the reader is done with what is being typed. */
    this.isFinal = false;
    /** @type {(() => void)[]} */
    this.afterwards = [];
    /** @type {import("../form/form.js").Refusal[]} */
    this.held = [];
  }

  /** Ask soon: an answer may have changed. */
  changed() {
    this.told.waiting(this.page.engine.stage !== "idle");
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), PAUSE);
  }

  /** Ask for the assessment of the answers as they are now, unless nothing has changed since. */
  ask() {
    window.clearTimeout(this.timer);
    const { engine, form } = this.page;
    if (engine.stage === "idle") return;
    const document = form.read();
    const incomplete = form.incomplete();
    const asked = JSON.stringify([document, incomplete.map(({ path }) => path)]);
    if (asked === this.asked) {
      if (this.held.length > 0) this.refuse(this.held);
      else this.wait(this.isWaiting);
      return;
    }
    this.asked = asked;
    this.request.abort();
    if (incomplete.length > 0) {
      this.refuse(incomplete);
      return;
    }
    this.request = new AbortController();
    this.page.ask("assess", { document }, this.request.signal).then((reply) => this.answered(reply));
    this.wait(engine.isRunning);
  }

  /** Start the rules anew after a failure, and ask again whatever was asked and answered before. */
  again() {
    this.request.abort();
    this.asked = "";
    this.page.engine.start();
    this.ask();
  }

  /**
   * Ask now, and return when the answer has come; at once where the rules have not come yet.
   * @returns {Promise<void>}
   */
  settled() {
    this.isFinal = true;
    this.ask();
    if (this.isWaiting && this.page.engine.stage === "ready")
      return new Promise((resolve) => this.afterwards.push(resolve));
    this.isFinal = false;
    return Promise.resolve();
  }

  /** @param {import("../types").Reply<import("../types").Judged>} reply */
  answered(reply) {
    if ("problems" in reply) {
      const { form, words } = this.page;
      this.refuse(
        reply.problems.map(({ path, message }) => ({
          path,
          message: words.sentences(message),
          question: form.questionAt(path),
        })),
      );
      return;
    }
    this.held = [];
    this.told.judged(reply);
    this.wait(false);
    this.ask(); // a question that has just come to light may hold an answer
  }

  /**
   * Tell what is refused, but not of an answer that is only half typed: that is told once the reader leaves it.
   * @param {import("../form/form.js").Refusal[]} refusals
   */
  refuse(refusals) {
    const isHalfTyped =
      !this.isFinal && refusals.some(({ question }) => question && isBeingTyped(question));
    this.held = isHalfTyped ? refusals : [];
    if (!isHalfTyped) this.told.refused(refusals);
    this.wait(false);
  }

  /** @param {boolean} isWaiting whether an answer is on its way */
  wait(isWaiting) {
    this.isWaiting = isWaiting;
    this.told.waiting(isWaiting);
    if (isWaiting) return;
    this.isFinal = false;
    const waiting = this.afterwards;
    this.afterwards = [];
    for (const done of waiting) done();
  }
}
