/** What if: an answer supposed to be another, what would move, and the way back. The form stays as it is meanwhile. */

import { setValue, valueOf } from "../form/controls.js";
import { find, make, say } from "../page/dom.js";
import { movedRoutes } from "./moved.js";
import { changed, valueAt } from "../page/paths.js";
import { answeredQuestions, choiceOf, copyOf } from "./supposed.js";

/** How long to wait after a change before asking, in milliseconds. */
const PAUSE = 300;

/** @typedef {import("../types").Change} Change */

export class WhatIf {
  /**
   * @param {HTMLElement} place
   * @param {import("../types").Page} page
   */
  constructor(place, page) {
    this.place = place;
    this.page = page;
    /** @type {import("../types").Judged | null} */
    this.judged = null;
    /** @type {(() => Change[]) | null} */
    this.supposed = null;
    this.number = 0;
    this.timer = 0;
    page.root.addEventListener("click", (event) => this.clicked(event));
  }

  /** @param {import("../types").Judged | null} judged */
  update(judged) {
    this.judged = judged;
    const choices = judged && judged.assessment.routes.length > 0 ? this.answered(judged) : [];
    this.place.hidden = choices.length === 0;
    if (!judged || choices.length === 0) return;
    if (!this.place.firstChild) this.build();
    const chosen = this.choice.value;
    this.choice.replaceChildren(...choiceOf(choices, this.page.words.say("answer.what_if.none")));
    this.choice.value = choices.some(({ path }) => path === chosen) ? chosen : "";
    if (chosen && !this.choice.value) this.putBack();
    else if (this.supposed) this.ask();
  }

  /** @param {import("../types").Judged} judged */
  answered({ document }) {
    return answeredQuestions(this.page.form, document);
  }

  get choice() {
    return /** @type {HTMLSelectElement} */ (find(this.place, "[data-choice]"));
  }

  build() {
    const { root, words } = this.page;
    const t = (/** @type {string} */ key) => words.say(`answer.what_if.${key}`);
    const button = (/** @type {string} */ name) =>
      make("button", { type: "button", class: "checker__button", [`data-${name}`]: true }, t(name));
    this.place.append(
      make(`h${root.dataset.level}`, { id: "checker-what-if" }, t("heading")),
      make("p", {}, t("intro")),
      make(
        "div",
        { class: "checker__question" },
        make("label", { for: "checker-what-if-choice" }, t("choose")),
        make("select", { id: "checker-what-if-choice", "data-choice": true }),
      ),
      make("div", { "data-control": true }),
      make(
        "div",
        { "data-outcome": true, hidden: true },
        make(`h${Number(root.dataset.level) + 1}`, {}, t("moved")),
        make("p", { role: "status", "data-told": true }),
        make("div", { "data-moved": true }),
        make("p", { class: "checker__buttons" }, button("use"), button("back")),
      ),
    );
    this.place.setAttribute("aria-labelledby", "checker-what-if");
    this.choice.addEventListener("change", () => this.choose(this.choice.value));
    const control = find(this.place, "[data-control]");
    for (const name of ["input", "change"]) control.addEventListener(name, () => this.changed());
  }

  /**
   * Take out the control of the answer to change.
   * @param {string} path
   */
  choose(path) {
    const question = this.page.form.places.get(path);
    if (!question || !this.judged) {
      this.putBack();
      return;
    }
    const copy = copyOf(question);
    setValue(copy, valueAt(this.judged.document, path));
    this.show(copy);
    this.supposed = () => [{ field: path, value: valueOf(copy) }];
    find(this.place, "[data-outcome]").hidden = true;
  }

  /**
   * Suppose changes that the rules have proposed.
   * @param {Change[]} changes
   * @param {string} said
   */
  suppose(changes, said) {
    this.choice.value = "";
    this.show(make("p", {}, make("strong", {}, this.page.words.say("answer.what_if.supposed", { change: said }))));
    this.supposed = () => changes;
    this.ask();
    this.place.tabIndex = -1;
    this.place.focus();
    this.place.scrollIntoView({ block: "start" });
  }

  /** @param {HTMLElement | null} control */
  show(control) {
    find(this.place, "[data-control]").replaceChildren(...(control ? [control] : []));
  }

  changed() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), PAUSE);
  }

  /** Ask for the assessment with the supposed answer; only the newest reply counts. */
  async ask() {
    if (!this.judged || !this.supposed) return;
    const { document, assessment } = this.judged;
    this.number += 1;
    const { number } = this;
    const reply = await this.page.ask("assess", { document: changed(document, this.supposed()) });
    if (number !== this.number || !this.supposed) return;
    const isRefused = "problems" in reply;
    if (isRefused) this.tell(reply.problems.map(({ message }) => this.page.words.sentences(message)).join(" "), []);
    else this.tellMoved(assessment.routes, reply.assessment.routes);
    this.understood(isRefused ? null : reply.document);
    find(this.place, "[data-told]").classList.toggle("checker__problem", isRefused);
    find(this.place, "[data-use]").hidden = isRefused;
    find(this.place, "[data-outcome]").hidden = false;
  }

  /**
   * @param {import("../types").Route[]} before
   * @param {import("../types").Route[]} after
   */
  tellMoved(before, after) {
    const { words, form } = this.page;
    const { count, tables } = movedRoutes(before, after, { words, country: (code) => form.countryName(code) });
    this.tell(count > 0 ? words.count("answer.what_if.count", count) : words.say("answer.what_if.same"), tables);
  }

  /**
   * Say in a sentence how much moves, which is read out, and show what.
   * @param {string} sentence
   * @param {HTMLElement[]} tables
   */
  tell(sentence, tables) {
    say(find(this.place, "[data-told]"), sentence);
    find(this.place, "[data-moved]").replaceChildren(...tables);
  }

  /**
   * Say how the supposed day was understood, as the form does.
   * @param {Record<string, unknown> | null} document the supposed answers as the rules read them, if they could
   */
  understood(document) {
    const place = this.place.querySelector("[data-understood-as]");
    const day = document && valueAt(document, this.choice.value);
    const { words } = this.page;
    if (place) place.textContent = typeof day === "string" ? words.say("understood", { date: words.date(day) }) : "";
  }

  putBack() {
    window.clearTimeout(this.timer);
    this.supposed = null;
    this.number += 1;
    this.choice.value = "";
    this.show(null);
    find(this.place, "[data-outcome]").hidden = true;
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const tried = target?.closest("[data-try]");
    const written = target?.closest("[data-write]");
    if (tried)
      this.suppose(JSON.parse(tried.getAttribute("data-try") ?? "[]"), tried.getAttribute("data-said") ?? "");
    if (written) this.write(JSON.parse(written.getAttribute("data-write") ?? "[]"));
    if (target?.closest("[data-use]") && this.supposed) this.write(this.supposed());
    if (target?.closest("[data-back]")) {
      this.putBack();
      this.choice.focus();
    }
  }

  /**
   * Answer the form anew; what follows stands in the result.
   * @param {Change[]} changes
   */
  write(changes) {
    this.page.form.change(changes);
    this.putBack();
    const result = find(this.page.root, "#checker-result");
    result.focus();
    result.scrollIntoView({ block: "start" });
  }
}
