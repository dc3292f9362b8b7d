/** The answer on paper: it stands in the page unseen, and takes the place of everything else when that is printed. */

import { make } from "../page/dom.js";
import { columns, headline, listed, routeOnPaper } from "./sheet-route.js";
import { shortAddress, sourcesOf } from "./sources.js";

export class Sheet {
  /** @param {import("../types").Page} page */
  constructor(page) {
    this.page = page;
    /** @type {import("../types").Judged | null} */
    this.judged = null;
    /** @type {HTMLElement | null} */
    this.element = null;
    // What the reader has ticked since is no new assessment.
    window.addEventListener("beforeprint", () => this.update(this.judged));
  }

  /** @param {import("../types").Judged | null} judged */
  update(judged) {
    this.judged = judged;
    this.element?.remove();
    this.element = judged && this.made(judged);
    if (this.element) document.body.append(this.element);
    document.body.classList.toggle("has-sheet", this.element !== null);
  }

  /** @param {import("../types").Judged} judged */
  made(judged) {
    const { page } = this;
    const { assessment } = judged;
    const { words } = page;
    const [best, ...others] = assessment.routes;
    const closing = words.say("text.closing", {
      today: words.date(assessment.assessed_on),
      version: assessment.data_version,
      verified_on: words.date(assessment.dataset_verified_on),
    });
    const address = window.location.origin + window.location.pathname;
    const other = others.map((route) => make("li", {}, headline(route, page)));
    return make(
      "div",
      { class: "checker-sheet", lang: words.lang },
      make("h1", {}, words.say("take.sheet.title")),
      make("p", { class: "checker-sheet__small" }, closing, " ", make("a", { href: address }, address)),
      ...(best ? routeOnPaper(best, page, judged) : []),
      ...listed("others", other, words),
      ...columns("answers", this.answers(), words),
      ...(best ? columns("sources", this.sources(best, assessment), words) : []),
    );
  }

  answers() {
    const said = this.page.form.answers();
    return said.map(({ label, answer }) => make("li", {}, make("strong", {}, label), ` ${answer}`));
  }

  /**
   * @param {import("../types").Route} route
   * @param {import("../types").Assessment} assessment
   */
  sources(route, assessment) {
    const { words, engine } = this.page;
    return sourcesOf(route, assessment, engine.names, words.lang).map(({ title, url, lang, day }) =>
      make(
        "li",
        {},
        make("span", { lang }, title),
        ", ",
        make("a", { href: url }, shortAddress(url)),
        `, ${words.say("answer.checked_on", { date: words.date(day) })}`,
      ),
    );
  }
}
