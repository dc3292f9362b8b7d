/** The panel "Several years": a fold whose content is loaded, and asked for, once the reader opens it. */

import { make } from "../page/dom.js";

export class Plan {
  /**
   * @param {HTMLElement} place
   * @param {import("../types").Page} page
   */
  constructor(place, page) {
    this.place = place;
    this.page = page;
    /** @type {import("../types").Judged | null} */
    this.judged = null;
    /** @type {Promise<import("./planner.js").Planner | null> | null} */
    this.planner = null;
  }

  /** @param {import("../types").Judged | null} judged */
  update(judged) {
    this.judged = judged && judged.assessment.routes.length > 0 ? judged : null;
    this.place.hidden = this.judged === null;
    if (this.judged && !this.place.firstChild) this.build();
    this.show();
  }

  build() {
    const { root, words } = this.page;
    this.inside = make("div", {});
    this.fold = /** @type {HTMLDetailsElement} */ (
      make("details", { "data-plan": true }, make("summary", {}, words.say("planner.open")), this.inside)
    );
    this.fold.addEventListener("toggle", () => this.show());
    this.place.setAttribute("aria-labelledby", "checker-plan");
    this.place.append(
      make(`h${root.dataset.level}`, { id: "checker-plan" }, words.say("planner.heading")),
      make("p", {}, words.say("planner.intro")),
      this.fold,
    );
  }

  async show() {
    if (!this.fold?.open || !this.inside) return;
    this.planner ??= this.load(this.inside);
    (await this.planner)?.plan(this.judged);
  }

  /**
   * Load the planner; where that fails, say so, and try again the next time that the reader opens the fold.
   * @param {HTMLElement} inside
   */
  async load(inside) {
    try {
      const { Planner } = await import("./planner.js");
      inside.replaceChildren();
      return new Planner(inside, this.page);
    } catch {
      this.planner = null;
      inside.replaceChildren(make("p", { role: "status" }, this.page.words.say("planner.not_loaded")));
      return null;
    }
  }
}
