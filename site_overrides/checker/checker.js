/** The checker of a page: the form is read, the worker is asked, the result is shown. */

import { Awaited } from "./answer/awaited.js";
import { ResultPlace } from "./answer/place.js";
import { enhanceCountries } from "./combobox/enhance.js";
import { Conversation } from "./conversation/conversation.js";
import { neededFields } from "./form/needed.js";
import { find, make, say } from "./page/dom.js";
import { afterLoad } from "./page/loading.js";
import { openPage } from "./page/page.js";
import { Arrivals } from "./take/arrivals.js";

export class Checker {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.bar = find(root, "[data-bar]");
    this.status = find(root, "[data-status]");
    this.next = find(root, "[data-next]");
    for (const part of root.querySelectorAll("[data-live]")) part.removeAttribute("hidden");
    const { page, inquiry } = openPage(root, this);
    this.inquiry = inquiry;
    this.words = page.words;
    this.form = page.form;
    this.engine = page.engine;
    this.place = new ResultPlace(find(root, "[data-result]"), this.words, {
      table: root.dataset.table ?? "",
      compare: root.dataset.compare ?? "",
    });
    this.conversation = new Conversation(page, this.inquiry);
    const arrivals = new Arrivals(page);
    this.awaited = new Awaited(page, this.place, arrivals, () => this.entered("failed", this.words.say("failed")));
    arrivals.open();
    root.addEventListener("click", (event) => this.clicked(event));
    // The theme takes single letters as commands to go to other pages.
    root.addEventListener("keydown", (event) => event.key.length === 1 && event.stopPropagation());
    enhanceCountries(page);
    if (root.dataset.start === "now") afterLoad(() => this.wake());
    else
      for (const name of ["focusin", "input"])
        this.form.element.addEventListener(name, () => this.wake(), { once: true });
  }

  wake() {
    this.bar.hidden = false;
    this.engine.start();
    this.inquiry.ask();
  }

  changed() {
    this.form.read();
    this.inquiry.changed();
  }

  /** @param {boolean} isWaiting */
  waiting(isWaiting) {
    this.place.setBusy(isWaiting || this.awaited.isWaiting);
  }

  /** @param {string} path */
  goTo(path) {
    this.conversation.goTo(path);
  }

  /** @param {import("./types").Judged} judged */
  judged(judged) {
    const { assessment, document, questions } = judged;
    this.form.showProblems([]);
    this.form.showUnderstood(document);
    this.form.need(assessment.routes.flatMap((route) => [...neededFields(route.criteria).keys()]));
    this.lead(questions[0] ?? null);
    this.conversation.judged(judged);
    this.awaited.update(judged);
  }

  /**
   * Offer the way to the next question, if there is one.
   * @param {string | null} path
   */
  lead(path) {
    const words = path && this.words.say("next_question", { question: this.form.labelAt(path) });
    this.next.replaceChildren(
      ...(words ? [make("button", { type: "button", class: "checker__link", "data-to": path }, words)] : []),
    );
  }

  /** @param {import("./form/form.js").Refusal[]} refusals */
  refused(refusals) {
    this.form.showProblems(refusals);
    this.place.showProblems(refusals.map(({ path, message }) => ({ path, message, label: this.form.labelAt(path) })));
    say(this.status, this.words.say("refused"));
    this.lead(null);
    this.conversation.refused(refusals);
    this.awaited.update("refused");
  }

  /**
   * @param {import("./types").Stage} stage
   * @param {string} sentence
   */
  entered(stage, sentence) {
    if (stage === "rules") this.awaited.load();
    if (!sentence) return;
    say(this.status, sentence);
    if (stage === "failed") this.inquiry.wait(false);
    if (stage === "slow" || stage === "failed" || stage === "unsupported")
      this.place.showTrouble(sentence, stage === "failed");
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const path = target?.closest("[data-to]")?.getAttribute("data-to");
    if (path) this.goTo(path);
    if (target?.closest("[data-retry]")) this.retry();
  }

  /** Start the rules anew; the focus does not go with the button that asked for it. */
  retry() {
    find(this.root, "#checker-result").focus({ preventScroll: true });
    this.inquiry.again();
  }
}

for (const root of document.querySelectorAll("[data-checker]")) new Checker(/** @type {HTMLElement} */ (root));
