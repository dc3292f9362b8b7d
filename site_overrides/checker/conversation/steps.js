/** The questions that stand on the screen together, and what is taken away around them. */

import { readQuestion } from "../form/answers.js";
import { valueOf } from "../form/controls.js";
import { find } from "../page/dom.js";

/**
 * Return the question outside rows that a question belongs to: itself, or the list that holds its row.
 * @param {HTMLElement} question
 * @returns {HTMLElement}
 */
export function outermost(question) {
  return /** @type {HTMLElement | null} */ (question.closest("[data-row]")?.closest(".checker__rows")) ?? question;
}

/**
 * List the questions that are asked in one step with a question, the leading one first.
 * @param {import("../form/form.js").Form} form
 * @param {HTMLElement} question
 * @returns {HTMLElement[]}
 */
export function stepOf(form, question) {
  const own = outermost(question);
  const lead = own.dataset.with ?? own.dataset.path ?? "";
  return form.questions().filter(({ dataset }) => dataset.path === lead || dataset.with === lead);
}

/**
 * Tell whether the reader has said that the answer is not known yet.
 * @param {HTMLElement} question
 */
export function saysUnknown(question) {
  const radios = question.querySelectorAll(":scope > .checker__radios input");
  return [...radios].some((radio) => {
    const { checked, value } = /** @type {HTMLInputElement} */ (radio);
    return checked && value === "";
  });
}

/**
 * Tell whether all that a question asks now can be answered with "I don't know yet".
 * @param {HTMLElement} question
 */
export function offersUnknown(question) {
  if (!question.querySelector(":scope > .checker__radios")) return false;
  return question.dataset.kind === "yes_no" || find(question, "[data-list]").hidden;
}

/**
 * Tell whether a question says anything.
 * @param {HTMLElement} question
 */
export function isAnswered(question) {
  const value = question.dataset.kind === "rows" ? readQuestion(question, new Map()) : valueOf(question);
  return value !== undefined;
}

/**
 * Leave only these questions on the screen, in groups that are open; none brings back all of the form.
 * @param {import("../form/form.js").Form} form
 * @param {HTMLElement[] | null} shown
 */
export function leaveOnly(form, shown) {
  for (const question of form.questions()) {
    const isAway = shown !== null && !shown.includes(question);
    question.toggleAttribute("data-away", isAway);
  }
  for (const found of form.element.querySelectorAll("[data-group]")) {
    const group = /** @type {HTMLDetailsElement} */ (found);
    const isAway = shown !== null && !shown.some((question) => group.contains(question));
    group.toggleAttribute("data-away", isAway);
    if (shown !== null && !isAway) group.open = true;
  }
}
