/** The plans over years: the reader's wishes, and what the rules answer to them. */

import { find, make, say } from "../page/dom.js";
import { showPlan } from "./sequences.js";

const CATEGORIES = ["international_coop", "young_professionals", "working_holiday"];

export class Planner {
  /**
   * @param {HTMLElement} place
   * @param {import("../types").Page} page
   */
  constructor(place, page) {
    this.place = place;
    this.page = page;
    /** @type {import("../types").Judged | null} */
    this.judged = null;
    /** @type {import("../types").Wishes} */
    this.wishes = {};
    /** Whether the plans on the page are not those of the newest answers and wishes. */
    this.isBehind = false;
    this.isAsking = false;
    const { words } = page;
    this.boxes = CATEGORIES.map((name) => this.box(name, words.say(`categories.${name}`)));
    this.first = this.box("coop_first", words.say("planner.coop_first"));
    place.append(
      make(
        "fieldset",
        { class: "checker__wishes" },
        make("legend", {}, words.say("planner.wishes")),
        ...this.boxes.map(({ label }) => label),
        this.first.label,
      ),
      make("p", { role: "status", class: "checker__sentence", "data-plan-summary": true }),
      make("div", { "data-plans": true, "aria-busy": "false" }),
    );
    find(place, "fieldset").addEventListener("change", () => this.changed());
  }

  /**
   * @param {string} value
   * @param {string} text
   */
  box(value, text) {
    const input = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", value }));
    return { input, label: make("label", { class: "checker__radio" }, input, ` ${text}`) };
  }

  changed() {
    const chosen = this.boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
    const isFirst = this.first.input.checked && chosen.includes("international_coop");
    this.wishes = { categories: chosen, coop_first: isFirst };
    this.ask();
  }

  /** @param {import("../types").Judged | null} judged the answers to plan for, null while there are none */
  plan(judged) {
    if (judged === this.judged) return;
    this.judged = judged;
    this.ask();
  }

  /** Ask for the plans, one request at a time: what changes meanwhile is asked once the reply is there. */
  async ask() {
    this.isBehind = true;
    if (this.isAsking) return;
    const plans = find(this.place, "[data-plans]");
    this.isAsking = true;
    plans.setAttribute("aria-busy", "true");
    while (this.isBehind && this.judged) {
      const { judged, wishes } = this;
      this.isBehind = false;
      const reply = await this.page.ask("plan", { document: judged.document, wishes });
      if (!this.isBehind) this.answered(reply, judged);
    }
    this.isAsking = false;
    plans.setAttribute("aria-busy", "false");
  }

  /**
   * @param {import("../types").Reply<{ plan: import("../types").YearsPlan }>} reply
   * @param {import("../types").Judged} judged
   */
  answered(reply, judged) {
    if (!("problems" in reply)) {
      this.show(reply.plan, judged);
      return;
    }
    const { words } = this.page;
    this.tell(words.say("refused"));
    const told = reply.problems.map(({ message }) => make("p", {}, words.sentences(message)));
    find(this.place, "[data-plans]").replaceChildren(...told);
  }

  /**
   * @param {import("../types").YearsPlan} plan
   * @param {import("../types").Judged} judged
   */
  show(plan, judged) {
    const { words, form, engine, root } = this.page;
    const { categories, coop_first } = plan.wishes;
    for (const { input } of this.boxes) input.checked = categories.includes(input.value);
    this.first.input.checked = coop_first;
    this.first.input.disabled = !categories.includes("international_coop");
    this.tell(categories.length > 0 ? plan.summary : words.say("planner.no_category"));
    const context = {
      words,
      names: engine.names,
      facts: plan.facts,
      document: judged.document,
      today: plan.assessed_on,
      label: (/** @type {string} */ path) => form.labelAt(path),
      country: (/** @type {string} */ code) => form.countryName(code),
      isShown: () => false,
      ticks: new Set(),
      heading: `h${Number(root.dataset.level) + 1}`,
    };
    const place = find(this.place, "[data-plans]");
    const open = [...place.querySelectorAll("details[open][data-key]")].map((part) => part.getAttribute("data-key"));
    place.replaceChildren(...showPlan(plan, context));
    for (const part of place.querySelectorAll("details[data-key]"))
      if (open.includes(part.getAttribute("data-key"))) part.setAttribute("open", "");
  }

  /** @param {string} text */
  tell(text) {
    say(find(this.place, "[data-plan-summary]"), text);
  }
}
