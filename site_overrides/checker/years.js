/** The planner on a page of its own: the few answers that it needs are read, the rules are asked, the plans are shown. */

import { enhanceCountries } from "./combobox/enhance.js";
import { find, make, say } from "./page/dom.js";
import { openPage } from "./page/page.js";
import { Planner } from "./plan/planner.js";

class Years {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.status = find(root, "[data-status]");
    this.place = find(root, "[data-plan]");
    this.trouble = find(root, "[data-trouble]");
    /** @type {Planner | null} */
    this.planner = null;
    const { page, inquiry } = openPage(root, this);
    this.page = page;
    this.inquiry = inquiry;
    this.words = page.words;
    this.form = page.form;
    root.addEventListener("click", (event) => this.clicked(event));
    enhanceCountries(page);
    page.engine.start();
    inquiry.ask();
  }

  changed() {
    this.inquiry.changed();
  }

  waiting() {}

  /** @param {string} path */
  goTo(path) {
    this.form.focus(path);
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

  /** @param {import("./form/form.js").Refusal[]} refusals */
  refused(refusals) {
    this.form.showProblems(refusals);
    this.trouble.replaceChildren();
    this.place.hidden = true;
    say(this.status, this.words.say("refused"));
  }

  /**
   * @param {import("./types").Stage} stage
   * @param {string} sentence
   */
  entered(stage, sentence) {
    say(this.status, sentence);
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
    if (path) this.goTo(path);
    if (target?.closest("[data-retry]")) this.inquiry.again();
  }
}

for (const root of document.querySelectorAll("[data-years]")) new Years(/** @type {HTMLElement} */ (root));
