/** How far the reader is: what is answered, what counts and is open, and the way back to each answer. */

import { find, say } from "../page/dom.js";
import { outermost } from "./steps.js";
import { answersList, openList } from "./summary.js";

export class Account {
  /**
   * @param {import("../types").Page} page
   * @param {import("./agenda.js").Agenda} agenda
   */
  constructor({ root, form, words }, agenda) {
    this.form = form;
    this.words = words;
    this.agenda = agenda;
    this.progress = find(root, "[data-progress]");
    this.summary = find(root, "[data-summary]");
    this.hasEnded = false;
  }

  /** Say how many answers are given, and how many the rules still need once they have come. */
  tellProgress() {
    const { judgement, refusals } = this.agenda;
    const wrong = new Set(refusals.flatMap(({ question }) => (question ? [outermost(question)] : [])));
    const given = this.form.answers().filter(({ isPreset }) => !isPreset);
    const answered = given.filter(({ path }) => ![...wrong].some((question) => question.dataset.path === path)).length;
    const later = this.agenda.unknown([]).length;
    const open = new Set(this.agenda.counting().map(outermost)).size - later;
    const key = this.stage({ isEarly: judgement === null, wrong: wrong.size, open, later });
    const counts = { answered, open, later, refused: wrong.size };
    say(this.progress, key === "early" && answered === 0 ? "" : this.words.say(`progress.${key}`, counts));
  }

  /** @param {{ isEarly: boolean, wrong: number, open: number, later: number }} counts */
  stage({ isEarly, wrong, open, later }) {
    if (wrong > 0) return "refused";
    if (isEarly) return "early";
    return later > 0 ? "later" : open > 0 ? "open" : "done";
  }

  /**
   * List the answers, and what is not known yet.
   * @param {HTMLElement[]} step the questions on the screen, which are left out
   */
  list(step) {
    const shown = this.form.answers().filter(({ path }) => !step.some(({ dataset }) => dataset.path === path));
    const { refusals } = this.agenda;
    const refused = new Set(refusals.flatMap(({ question }) => (question ? [outermost(question).dataset.path] : [])));
    const unknown = step.length > 0 ? this.agenda.unknown(step) : [];
    this.fold(step.length === 0);
    this.put("answers", shown.length > 0 ? answersList(shown, refused, this.words) : null);
    this.put("unknown", unknown.length > 0 ? openList(unknown, this.words) : null);
  }

  /**
   * Fold the answers away once no question is left, so that the result is near; the reader may unfold them.
   * @param {boolean} hasEnded
   */
  fold(hasEnded) {
    if (hasEnded === this.hasEnded) return;
    this.hasEnded = hasEnded;
    find(this.summary, "[data-has-answers]").toggleAttribute("open", !hasEnded);
  }

  /**
   * @param {string} part
   * @param {HTMLElement | null} list
   */
  put(part, list) {
    find(this.summary, `[data-has-${part}]`).hidden = list === null;
    find(this.summary, `[data-${part}]`).replaceChildren(...(list ? [list] : []));
  }
}
