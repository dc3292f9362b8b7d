/** How far the reader is: what is answered, what counts and is open, and the way back to each answer. */

import { find, say } from "../dom.js";
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
  }

  /** Say how many answers are given, and how many the rules still need once they have come. */
  tellProgress() {
    const answered = this.form.answers().filter(({ isPreset }) => !isPreset).length;
    const { judgement } = this.agenda;
    const open = new Set(this.agenda.counting().map(outermost)).size;
    const key = judgement === null ? "early" : open === 0 ? "done" : "open";
    say(this.progress, key === "early" && answered === 0 ? "" : this.words.say(`progress.${key}`, { answered, open }));
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
    this.put("answers", shown.length > 0 ? answersList(shown, refused, this.words) : null);
    this.put("unknown", unknown.length > 0 ? openList(unknown, this.words) : null);
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
