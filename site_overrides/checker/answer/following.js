/** What follows from the answers: the result, and the parts of the page that rest on it. */

import { find, say } from "../page/dom.js";
import { Plan } from "../plan/panel.js";
import { Take } from "../take/take.js";
import { WhatIf } from "../what-if/what-if.js";
import { routeName } from "./route.js";
import { View } from "./view.js";

export class Following {
  /**
   * @param {import("../types").Page} page
   * @param {import("./place.js").ResultPlace} place of the result
   * @param {import("../take/arrivals.js").Arrivals} arrivals
   */
  constructor(page, place, arrivals) {
    this.page = page;
    this.view = new View(place, page.words, Number(page.root.dataset.level));
    /** @type {import("../types").Panel[]} */
    this.panels = [
      ...places(page.root, "what-if").map((each) => new WhatIf(each, page)),
      ...places(page.root, "plan").map((each) => new Plan(each, page)),
      ...places(page.root, "take").map((each) => new Take(each, page, arrivals)),
    ];
  }

  /** @param {import("../types").Judged} judged */
  judged(judged) {
    const { engine, form } = this.page;
    this.view.showAssessment(judged, {
      names: engine.names,
      label: (path) => form.labelAt(path),
      country: (code) => form.countryName(code),
    });
    this.announce(judged.assessment.routes[0]);
    for (const panel of this.panels) panel.update(judged);
  }

  refused() {
    for (const panel of this.panels) panel.update(null);
  }

  /** @param {import("../types").Route | undefined} best */
  announce(best) {
    const { form, root, words } = this.page;
    const country = (/** @type {string} */ code) => form.countryName(code);
    const sentence = best
      ? words.say("announced", {
          verdict: words.say(`verdicts.${best.verdict}`),
          route: routeName(best, { words, country }),
        })
      : words.say("choose_citizenship");
    say(find(root, "[data-status]"), sentence);
  }
}

/**
 * List the places of a part of the page.
 * @param {HTMLElement} root
 * @param {string} name
 * @returns {HTMLElement[]}
 */
function places(root, name) {
  return [...root.querySelectorAll(`[data-panel="${name}"]`)].map((place) => /** @type {HTMLElement} */ (place));
}
