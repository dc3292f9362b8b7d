/** The planner on a page of its own: the few answers that it needs are read, the rules are asked, the plans are shown. */

import { enhanceCountries } from "./combobox/enhance.js";
import { copyCountries } from "./countries.js";
import { find, make, say } from "./dom.js";
import { Engine } from "./engine.js";
import { Form } from "./form.js";
import { Inquiry } from "./inquiry.js";
import { pageOf } from "./page.js";
import { Planner } from "./plan/planner.js";
import { Words } from "./words.js";

class Years {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.words = new Words(root);
    this.status = find(root, "[data-status]");
    this.place = find(root, "[data-plan]");
    this.trouble = find(root, "[data-trouble]");
    /** @type {Planner | null} */
    this.planner = null;
    copyCountries(root);
    this.form = new Form(find(root, "form"), this.words, () => this.inquiry.changed());
    this.engine = new Engine((stage) => this.entered(stage));
    const { words, form, engine } = this;
    this.page = pageOf({ root, words, form, engine, goTo: (path) => form.focus(path) });
    this.inquiry = new Inquiry(this.page, {
      judged: (judged) => this.judged(judged),
      refused: (refusals) => this.refused(refusals),
      waiting: () => {},
    });
    root.addEventListener("click", (event) => this.clicked(event));
    this.form.read();
    enhanceCountries(this.page);
    this.engine.start();
    this.inquiry.ask();
  }

  /** @param {import("./types").Judged} judged */
  judged(judged) {
    this.form.showProblems([]);
    this.form.showUnderstood(judged.document);
    say(this.status, "");
    this.trouble.replaceChildren();
    this.planner ??= new Planner(this.place, this.page);
    this.place.hidden = false;
    this.planner.plan(judged);
  }

  /** @param {import("./form.js").Refusal[]} refusals */
  refused(refusals) {
    this.form.showProblems(refusals);
    this.trouble.replaceChildren();
    this.place.hidden = true;
    say(this.status, this.words.say("refused"));
  }

  /** @param {import("./types").Stage} stage */
  entered(stage) {
    if (stage === "ready") this.words.adopt(this.engine.names);
    const key = {
      idle: "",
      ready: "",
      python: "loading_python",
      rules: "loading_rules",
      slow: "slow",
      failed: "failed",
      unsupported: "no_webassembly",
    }[stage];
    say(this.status, key && this.words.say(key));
    if (stage !== "slow" && stage !== "failed" && stage !== "unsupported") return;
    const retry = make("button", { type: "button", class: "checker__button", "data-retry": true }, this.words.say("try_again"));
    const { table = "", compare = "" } = this.root.dataset;
    this.place.hidden = true;
    this.trouble.replaceChildren(make("p", {}, make("a", { href: table }, compare)), ...(stage === "failed" ? [retry] : []));
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const path = target?.closest("[data-to]")?.getAttribute("data-to");
    if (path) this.form.focus(path);
    if (target?.closest("[data-retry]")) this.inquiry.again();
  }
}

for (const root of document.querySelectorAll("[data-years]")) new Years(/** @type {HTMLElement} */ (root));
