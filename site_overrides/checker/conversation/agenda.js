/** What is still to ask, in the order of the rules; before they have come, in the order that the page was built with. */

import { labelOf } from "../form/shown.js";
import { isAnswered, outermost, saysUnknown, stepOf } from "./steps.js";

export class Agenda {
  /**
   * @param {import("../form/form.js").Form} form
   * @param {string[]} opening the paths to ask for while the rules have not come
   */
  constructor(form, opening) {
    this.form = form;
    this.opening = opening;
    /** @type {import("../types").Judged | null} the newest that the rules found */
    this.judgement = null;
    /** Whether the rules have judged the answers as they are now. */
    this.isJudged = false;
    /** @type {import("../form/form.js").Refusal[]} */
    this.refusals = [];
    /** @type {Set<HTMLElement>} what the reader does not know yet */
    this.skipped = new Set();
  }

  /** Forget all that was found and said. */
  begin() {
    this.judgement = null;
    this.isJudged = false;
    this.refusals = [];
    this.skipped.clear();
  }

  /** @param {import("../types").Judged} judgement of the answers as they are now */
  judged(judgement) {
    this.judgement = judgement;
    this.isJudged = true;
    this.refusals = [];
  }

  /** @param {import("../form/form.js").Refusal[]} refusals of the answers as they are now */
  refused(refusals) {
    this.isJudged = false;
    this.refusals = refusals;
  }

  /** List the questions that count, in the order in which to ask; those within rows for themselves. */
  counting() {
    const paths = this.judgement?.questions ?? this.opening;
    return paths.flatMap((path) => this.form.questionAt(path) ?? []);
  }

  /** List the questions to ask now: those that count and that the reader may know. */
  open() {
    return this.counting().filter((question) => {
      if (this.skipped.has(question) || saysUnknown(question)) return false;
      return this.isJudged || !isAnswered(question);
    });
  }

  /** Return the question to ask next: first what cannot be right, then what is open. */
  next() {
    return this.refusals[0]?.question ?? this.open()[0] ?? null;
  }

  /**
   * List the questions to show for a question: those of its step that lead it, that are open, or that are answered.
   * @param {HTMLElement} question
   */
  stepFor(question) {
    const own = outermost(question);
    const all = stepOf(this.form, question).filter((asked) => !asked.hidden);
    const open = this.open().map(outermost);
    return all.filter((asked) => asked === own || asked === all[0] || open.includes(asked) || isAnswered(asked));
  }

  /**
   * List the questions that count and whose answers the reader does not know yet.
   * @param {HTMLElement[]} besides those that are left out
   */
  unknown(besides) {
    const said = this.counting().filter((question) => this.skipped.has(question) || saysUnknown(question));
    return [...new Set(said.map(outermost))].filter((question) => !besides.includes(question)).map(named);
  }

  /** List the questions that only make a settled result more exact. */
  optional() {
    const needs = this.judgement?.assessment.routes[0]?.permit?.needs ?? [];
    const bounding = needs.flatMap((path) => this.form.questionAt(path) ?? []).map(outermost);
    return this.form
      .questions()
      .filter((question) => !question.hidden && !isAnswered(question))
      .filter((question) => bounding.includes(question) || "optional" in question.dataset)
      .map(named);
  }

  /**
   * Take in that the reader does not know yet what is open in a step, or takes back what it says.
   * @param {HTMLElement[]} step
   */
  skip(step) {
    const open = this.open().filter((question) => step.includes(outermost(question)));
    const silent = step.filter((asked) => !isAnswered(asked));
    const isTakenBack = open.length + silent.length === 0;
    for (const question of isTakenBack ? step : [...open, ...silent]) this.skipped.add(question);
    return isTakenBack;
  }

  /**
   * Ask again for what the reader did not know.
   * @param {HTMLElement} question
   */
  askAgain(question) {
    for (const asked of [question, ...stepOf(this.form, question)]) this.skipped.delete(asked);
  }
}

/** @param {HTMLElement} question */
function named(question) {
  return { path: question.dataset.path ?? "", label: labelOf(question) };
}
