/** The result on the page: a headline for every route, the best one open, and what refuses or hinders an answer. */

import { make } from "./dom.js";
import { questionLink } from "./needs.js";
import { routeName, routeSections, verdictSentence } from "./route.js";

export class View {
  /**
   * @param {HTMLElement} place
   * @param {import("./words.js").Words} words
   * @param {{ table: string, compare: string, level: number }} page
   */
  constructor(place, words, { table, compare, level }) {
    this.place = place;
    this.words = words;
    this.table = table;
    this.compare = compare;
    this.level = level;
  }

  /**
   * Show an assessment.
   * @param {import("./types").Assessment} assessment
   * @param {Pick<import("./route.js").Context, "names" | "label" | "country">} page
   */
  showAssessment({ routes, facts, dataset_verified_on }, page) {
    const isShown = (/** @type {import("./types").Alternative} */ { citizenship, category }) =>
      routes.some((route) => route.citizenship === citizenship && route.category === category);
    const context = { ...page, facts, isShown, words: this.words, heading: `h${this.level + 2}` };
    const [best, ...others] = routes;
    if (!best) {
      this.replace(make("p", {}, this.words.say("choose_citizenship")));
      return;
    }
    const isOverdue = Object.values(facts).some(({ overdue }) => overdue);
    this.replace(
      ...(isOverdue
        ? [make("p", { class: "checker__notice checker__notice--overdue" }, this.words.say("text.overdue"))]
        : []),
      make(
        "div",
        { class: "checker__route", ...marks(best) },
        ...this.headline(best, context),
        ...routeSections(best, context),
      ),
      ...others.map((route) => this.folded(route, context)),
      make(
        "p",
        { class: "checker__hint" },
        this.words.say("not_advice", { date: this.words.date(dataset_verified_on) }),
      ),
    );
  }

  /**
   * @param {import("./types").Route} route
   * @param {import("./route.js").Context} context
   */
  headline(route, context) {
    return [
      make(
        `h${this.level + 1}`,
        { class: `checker__verdict checker__verdict--${route.verdict}` },
        make("span", { class: "checker__badge" }, this.words.say(`verdicts.${route.verdict}`)),
        ` ${routeName(route, context)}`,
      ),
      make("p", { class: "checker__sentence" }, verdictSentence(route, context)),
    ];
  }

  /**
   * @param {import("./types").Route} route
   * @param {import("./route.js").Context} context
   */
  folded(route, context) {
    const [heading, sentence] = this.headline(route, context);
    return make(
      "details",
      { class: "checker__route", ...marks(route), "data-key": `route-${route.citizenship}-${route.category}` },
      make("summary", {}, heading ?? null),
      sentence ?? null,
      ...routeSections(route, context),
    );
  }

  /**
   * Show what was refused instead of a result.
   * @param {{ label: string, path: string, message: string }[]} problems
   */
  showProblems(problems) {
    const items = problems.map(({ label, path, message }) =>
      make(
        "li",
        {},
        questionLink(path, () => label),
        make("div", {}, message),
      ),
    );
    const list = make("ul", { class: "checker__links" }, ...items);
    this.replace(make("div", { class: "checker__notice" }, make("p", {}, this.words.say("refused")), list));
  }

  /**
   * Show why there is no answer, and where the terms stand in words.
   * @param {string} key
   * @param {boolean} canRetry
   */
  showTrouble(key, canRetry) {
    this.replace(
      make(
        "div",
        { class: "checker__notice" },
        make("p", {}, this.words.say(key), " ", make("a", { href: this.table }, this.compare)),
        canRetry
          ? make(
              "button",
              { type: "button", class: "checker__button", "data-retry": true },
              this.words.say("try_again"),
            )
          : null,
      ),
    );
  }

  /**
   * Say to assistive technology whether a newer result is on its way.
   * @param {boolean} isBusy
   */
  setBusy(isBusy) {
    this.place.setAttribute("aria-busy", String(isBusy));
  }

  /**
   * Put new content in place; what the reader opened stays open, and the focus stays where it was.
   * @param {...HTMLElement} parts
   */
  replace(...parts) {
    const open = [...this.place.querySelectorAll("details[open][data-key]")].map((part) =>
      part.getAttribute("data-key"),
    );
    const focused = this.place.contains(document.activeElement)
      ? this.focusables().indexOf(/** @type {HTMLElement} */ (document.activeElement))
      : -1;
    this.place.replaceChildren(...parts);
    this.setBusy(false);
    for (const part of this.place.querySelectorAll("details[data-key]")) {
      if (open.includes(part.getAttribute("data-key"))) part.setAttribute("open", "");
    }
    if (focused >= 0) this.focusables()[focused]?.focus();
  }

  focusables() {
    return [...this.place.querySelectorAll("summary, button, a")].map((found) => /** @type {HTMLElement} */ (found));
  }
}

/** @param {import("./types").Route} route */
function marks({ citizenship, category }) {
  return { "data-citizenship": citizenship, "data-category": category };
}
