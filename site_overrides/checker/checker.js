/** The checker of a page: the form is read, the worker is asked, the result is shown. */

import { enhanceCountries } from "./combobox/enhance.js";
import { Conversation } from "./conversation/conversation.js";
import { find, make, say } from "./page/dom.js";
import { neededFields } from "./answer/needs.js";
import { openPage } from "./page/page.js";
import { Plan } from "./plan/panel.js";
import { routeName } from "./answer/route.js";
import { Take } from "./take/take.js";
import { View } from "./answer/view.js";
import { WhatIf } from "./what-if/what-if.js";

/**
 * The parts of the page that follow from the assessment, by the `data-panel` of their place.
 * @type {[string, new (place: HTMLElement, page: import("./types").Page) => import("./types").Panel][]}
 */
const PANELS = [
  ["what-if", WhatIf],
  ["plan", Plan],
  ["take", Take],
];

class Checker {
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
    this.view = new View(find(root, "[data-result]"), this.words, {
      table: root.dataset.table ?? "",
      compare: root.dataset.compare ?? "",
      level: Number(root.dataset.level),
    });
    this.conversation = new Conversation(page, this.inquiry);
    this.panels = PANELS.flatMap(([name, Panel]) =>
      [...root.querySelectorAll(`[data-panel="${name}"]`)].map(
        (place) => new Panel(/** @type {HTMLElement} */ (place), page),
      ),
    );
    root.addEventListener("click", (event) => this.clicked(event));
    // The theme takes single letters as commands to go to other pages.
    root.addEventListener("keydown", (event) => event.key.length === 1 && event.stopPropagation());
    enhanceCountries(page);
    if (root.dataset.start === "now") this.wake();
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
    this.view.setBusy(isWaiting);
  }

  /** @param {string} path */
  goTo(path) {
    this.conversation.goTo(path);
  }

  /** @param {import("./types").Judged} judged */
  judged(judged) {
    const { assessment, document, questions } = judged;
    const { routes } = assessment;
    this.form.showProblems([]);
    this.form.showUnderstood(document);
    this.form.need(routes.flatMap((route) => [...neededFields(route.criteria).keys()]));
    const page = {
      names: this.engine.names,
      label: (/** @type {string} */ path) => this.form.labelAt(path),
      country: (/** @type {string} */ code) => this.form.countryName(code),
    };
    this.view.showAssessment(judged, page);
    const [best] = routes;
    if (best) this.announce(best);
    else say(this.status, this.words.say("choose_citizenship"));
    this.lead(questions[0] ?? null);
    this.conversation.judged(judged);
    for (const panel of this.panels) panel.update(judged);
  }

  /** @param {import("./types").Route} route */
  announce(route) {
    const name = routeName(route, { words: this.words, country: (code) => this.form.countryName(code) });
    say(
      this.status,
      this.words.say("announced", { verdict: this.words.say(`verdicts.${route.verdict}`), route: name }),
    );
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
    this.view.showProblems(refusals.map(({ path, message }) => ({ path, message, label: this.form.labelAt(path) })));
    say(this.status, this.words.say("refused"));
    this.lead(null);
    this.conversation.refused(refusals);
    for (const panel of this.panels) panel.update(null);
  }

  /**
   * @param {import("./types").Stage} stage
   * @param {string} sentence
   */
  entered(stage, sentence) {
    if (!sentence) return;
    say(this.status, sentence);
    if (stage === "failed") this.inquiry.wait(false);
    if (stage === "slow" || stage === "failed" || stage === "unsupported")
      this.view.showTrouble(sentence, stage === "failed");
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
