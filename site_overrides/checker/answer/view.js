/** The result on the page: the routes side by side, the best one open, and what refuses or hinders an answer. */

import { comparison } from "./comparison.js";
import { make } from "../page/dom.js";
import { questionLink } from "./needs.js";
import { routeId, routeName, routeSections } from "./route.js";

export class View {
  /**
   * @param {HTMLElement} place
   * @param {import("../page/words.js").Words} words
   * @param {{ table: string, compare: string, level: number }} page
   */
  constructor(place, words, { table, compare, level }) {
    this.place = place;
    this.words = words;
    this.table = table;
    this.compare = compare;
    this.level = level;
    /** @type {Set<string>} */
    this.ticks = new Set();
    place.addEventListener("click", (event) => this.clicked(event));
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
      this.replace(make("p", {}, words.say("choose_citizenship")));
      return;
    }
    const isOverdue = Object.values(facts).some(({ overdue }) => overdue);
    this.replace(
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
   * @param {string} sentence
   * @param {boolean} canRetry
   */
  showTrouble(sentence, canRetry) {
    this.replace(
      make(
        "div",
        { class: "checker__notice" },
        make("p", {}, sentence, " ", make("a", { href: this.table }, this.compare)),
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
    const focused = this.place.contains(document.activeElement) ? keyOf(document.activeElement) : null;
    this.place.replaceChildren(...parts);
    this.setBusy(false);
    for (const part of this.place.querySelectorAll("details[data-key]")) {
      if (open.includes(part.getAttribute("data-key"))) part.setAttribute("open", "");
    }
    if (focused === null) return;
    const controls = [...this.place.querySelectorAll("summary, button, a, input, [tabindex]")];
    /** @type {HTMLElement | undefined} */ (controls.find((control) => keyOf(control) === focused))?.focus();
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const link = event.target instanceof Element && event.target.closest("[data-open]");
    const route = link && document.getElementById(link.getAttribute("data-open") ?? "");
    if (!route) return;
    event.preventDefault();
    route.setAttribute("open", "");
    /** @type {HTMLElement} */ (route.querySelector(":scope > summary") ?? route).focus();
    route.scrollIntoView({ block: "start" });
  }
}

/**
 * Return what tells a control of the result from all others, whatever else is shown.
 * @param {Element | null} control
 */
function keyOf(control) {
  const own = ["data-tick", "data-to", "data-focus", "href", "id"].map((name) => control?.getAttribute(name));
  const fold = control?.closest("[data-key]")?.getAttribute("data-key");
  const route = control?.closest(".checker__route")?.id;
  return [control?.tagName, route, fold, ...own].join(" ");
}

/** @param {import("../types").Route} route */
function marks(route) {
  return { id: routeId(route), "data-citizenship": route.citizenship, "data-category": route.category };
}
