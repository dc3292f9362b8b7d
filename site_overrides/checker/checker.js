/** The checker of a page: the form is read, the worker is asked, the result is shown. */

import { copyCountries } from "./countries.js";
import { find, make, say } from "./dom.js";
import { Engine } from "./engine.js";
import { Form } from "./form.js";
import { neededFields } from "./needs.js";
import { routeName } from "./route.js";
import { View } from "./view.js";
import { Words } from "./words.js";

/** How long to wait after a change before asking, in milliseconds. */
const PAUSE = 300;

class Checker {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.words = new Words(root);
    this.bar = find(root, "[data-bar]");
    this.status = find(root, "[data-status]");
    this.next = find(root, "[data-next]");
    for (const part of root.querySelectorAll("[data-live]")) part.removeAttribute("hidden");
    copyCountries(root);
    this.form = new Form(/** @type {HTMLFormElement} */ (find(root, "form")), this.words, () => this.changed());
    this.view = new View(find(root, "[data-result]"), this.words, {
      table: root.dataset.table ?? "",
      compare: root.dataset.compare ?? "",
      level: Number(root.dataset.level),
    });
    this.engine = new Engine((stage) => this.entered(stage));
    this.timer = 0;
    this.asked = "";
    this.isWaiting = false;
    root.addEventListener("click", (event) => this.clicked(event));
    this.form.read();
    if (root.dataset.start === "now") this.wake();
    else
      for (const name of ["focusin", "input"])
        this.form.element.addEventListener(name, () => this.wake(), { once: true });
  }

  wake() {
    this.bar.hidden = false;
    this.engine.start();
    this.ask();
  }

  changed() {
    this.form.read();
    this.view.setBusy(this.engine.stage !== "idle");
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), PAUSE);
  }

  /** Ask for the assessment of the answers as they are now, unless nothing has changed since. */
  ask() {
    if (this.engine.stage === "idle") return;
    const document = this.form.read();
    const incomplete = this.form.incomplete();
    const asked = JSON.stringify([document, incomplete.map(({ path }) => path)]);
    if (asked === this.asked) {
      this.view.setBusy(this.isWaiting);
      return;
    }
    this.asked = asked;
    if (incomplete.length > 0) {
      this.engine.forget("assess");
      this.wait(false);
      this.refuse(incomplete);
      return;
    }
    this.engine.forget("assess");
    this.engine
      .ask({ task: "assess", document, lang: this.words.lang, today: today() })
      .then((reply) => this.answered(reply));
    this.wait(this.engine.isRunning);
  }

  /** @param {boolean} isWaiting whether an answer is on its way */
  wait(isWaiting) {
    this.isWaiting = isWaiting;
    this.view.setBusy(isWaiting);
  }

  /** @param {import("./types").Reply<{ assessment: import("./types").Assessment }>} reply */
  answered(reply) {
    this.isWaiting = false;
    if ("problems" in reply) {
      this.refuse(
        reply.problems.map(({ path, message }) => ({
          path,
          message: this.words.sentences(message),
          question: this.form.questionAt(path),
        })),
      );
      return;
    }
    const { assessment } = reply;
    const { routes, next_question: next } = assessment;
    this.form.showProblems([]);
    this.form.need(routes.flatMap((route) => [...neededFields(route.criteria).keys()]));
    const page = {
      names: this.engine.names,
      label: (/** @type {string} */ path) => this.form.labelAt(path),
      country: (/** @type {string} */ code) => this.form.countryName(code),
    };
    this.view.showAssessment(assessment, page);
    const [best] = routes;
    if (best) this.announce(best);
    else say(this.status, this.words.say("choose_citizenship"));
    this.lead(next);
    this.ask(); // a question that has just come to light may hold an answer
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

  /** @param {import("./form.js").Refusal[]} refusals */
  refuse(refusals) {
    this.form.showProblems(refusals);
    this.view.showProblems(refusals.map(({ path, message }) => ({ path, message, label: this.form.labelAt(path) })));
    say(this.status, this.words.say("refused"));
    this.lead(null);
  }

  /** @param {import("./types").Stage} stage */
  entered(stage) {
    if (stage === "ready") {
      this.words.adopt(this.engine.names);
      return;
    }
    const key = {
      idle: "",
      python: "loading_python",
      rules: "loading_rules",
      slow: "slow",
      failed: "failed",
      unsupported: "no_webassembly",
    }[stage];
    if (!key) return;
    say(this.status, this.words.say(key));
    if (stage === "failed") this.isWaiting = false;
    if (stage === "slow" || stage === "failed" || stage === "unsupported")
      this.view.showTrouble(key, stage === "failed");
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const path = target?.closest("[data-to]")?.getAttribute("data-to");
    if (path) this.form.focus(path);
    if (target?.closest("[data-retry]")) {
      this.engine.start();
      this.wait(this.engine.isRunning);
    }
  }
}

/** Return the current day by the reader's clock, as an ISO date. */
function today() {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
}

for (const root of document.querySelectorAll("[data-checker]")) new Checker(/** @type {HTMLElement} */ (root));
