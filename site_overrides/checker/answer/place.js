/** The place of the result: what stands in it, and what refuses or hinders an answer. */

import { questionLink } from "../form/links.js";
import { make } from "../page/dom.js";

export class ResultPlace {
  /**
   * @param {HTMLElement} element
   * @param {import("../page/words.js").Words} words
   * @param {{ table: string, compare: string }} page
   */
  constructor(element, words, { table, compare }) {
    this.element = element;
    this.words = words;
    this.table = table;
    this.compare = compare;
    element.addEventListener("click", (event) => this.clicked(event));
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
    this.element.setAttribute("aria-busy", String(isBusy));
  }

  /**
   * Put new content in place; what the reader opened stays open, and the focus stays where it was.
   * @param {...HTMLElement} parts
   */
  replace(...parts) {
    const { element } = this;
    const open = [...element.querySelectorAll("details[open][data-key]")].map((part) =>
      part.getAttribute("data-key"),
    );
    const focused = element.contains(document.activeElement) ? keyOf(document.activeElement) : null;
    element.replaceChildren(...parts);
    this.setBusy(false);
    for (const part of element.querySelectorAll("details[data-key]")) {
      if (open.includes(part.getAttribute("data-key"))) part.setAttribute("open", "");
    }
    if (focused === null) return;
    const controls = [...element.querySelectorAll("summary, button, a, input, [tabindex]")];
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
