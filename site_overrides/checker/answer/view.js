/** The result on the page: the routes side by side, the best one open. */

import { comparison } from "./comparison.js";
import { make } from "../page/dom.js";
import { routeId, routeName, routeSections } from "./route.js";

export class View {
  /**
   * @param {import("./place.js").ResultPlace} place
   * @param {import("../page/words.js").Words} words
   * @param {number} level of the heading above the result
   */
  constructor(place, words, level) {
    this.place = place;
    this.words = words;
    this.level = level;
    /** @type {Set<string>} */
    this.ticks = new Set();
  }

  /**
   * Show an assessment.
   * @param {import("../types").Judged} judged
   * @param {Pick<import("./route.js").Context, "names" | "label" | "country">} page
   */
  showAssessment({ assessment, document }, page) {
    const { routes, facts, assessed_on: today, dataset_verified_on } = assessment;
    const isShown = (/** @type {import("../types").Alternative} */ { citizenship, category }) =>
      routes.some((route) => route.citizenship === citizenship && route.category === category);
    const { ticks, words } = this;
    const context = { ...page, facts, document, today, isShown, ticks, words, heading: `h${this.level + 2}` };
    const [best, ...others] = routes;
    if (!best) {
      this.place.replace(make("p", {}, words.say("choose_citizenship")));
      return;
    }
    const isOverdue = Object.values(facts).some(({ overdue }) => overdue);
    this.place.replace(
      ...(isOverdue
        ? [make("p", { class: "checker__notice checker__notice--overdue" }, this.words.say("text.overdue"))]
        : []),
      ...(others.length > 0 ? [comparison(routes, context, `h${this.level + 1}`)] : []),
      make(
        "div",
        { class: "checker__route", tabindex: "-1", ...marks(best) },
        ...this.headline(best, context),
        ...routeSections(best, context),
      ),
      ...others.map((route) => this.folded(route, context)),
      make(
        "p",
        { class: "checker__hint" },
        words.say("answer.not_advice", { date: words.date(dataset_verified_on) }),
      ),
    );
  }

  /**
   * @param {import("../types").Route} route
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
      make("p", { class: "checker__sentence" }, route.summary),
    ];
  }

  /**
   * @param {import("../types").Route} route
   * @param {import("./route.js").Context} context
   */
  folded(route, context) {
    const [heading, sentence] = this.headline(route, context);
    return make(
      "details",
      { class: "checker__route", ...marks(route), "data-key": routeId(route) },
      make("summary", {}, heading ?? null),
      sentence ?? null,
      ...routeSections(route, context),
    );
  }
}

/** @param {import("../types").Route} route */
function marks(route) {
  return { id: routeId(route), "data-citizenship": route.citizenship, "data-category": route.category };
}
