/** A copy of one question, to be answered otherwise without touching the form. */

import { make } from "../page/dom.js";
import { labelOf } from "../form/shown.js";
import { valueAt } from "../page/paths.js";

const PREFIX = "what-if";

/**
 * List the answered questions by their paths, those of rows with the name of their row.
 * @param {import("../form/form.js").Form} form
 * @param {Record<string, unknown>} document
 * @returns {{ path: string, label: string }[]}
 */
export function answeredQuestions(form, document) {
  return [...form.places]
    .filter(([path, question]) => question.dataset.kind !== "rows" && valueAt(document, path) !== undefined)
    .map(([path, question]) => ({ path, label: longLabel(question) }));
}

/**
 * Return the words of a question, after those of the row that it stands in.
 * @param {HTMLElement} question
 */
function longLabel(question) {
  const row = question.closest("[data-row]")?.querySelector(":scope > legend")?.textContent?.trim();
  return row ? `${row}, ${labelOf(question)}` : labelOf(question);
}

/**
 * Copy a question with names of its own, so that neither copy nor form disturbs the other.
 * @param {HTMLElement} question
 * @returns {HTMLElement}
 */
export function copyOf(question) {
  const copy = /** @type {HTMLElement} */ (question.cloneNode(true));
  copy.hidden = false;
  copy.removeAttribute("data-away");
  delete copy.dataset.when;
  plainList(copy);
  copy.dataset.path = `${PREFIX}.${question.dataset.path}`;
  for (const part of [copy, ...copy.querySelectorAll("[id], [name], [for], [aria-describedby]")]) {
    for (const name of ["id", "name", "for"]) {
      const own = part.getAttribute(name);
      if (own) part.setAttribute(name, `${PREFIX}-${own}`);
    }
    const described = part.getAttribute("aria-describedby");
    if (described) part.setAttribute("aria-describedby", described.replace(/\S+/g, `${PREFIX}-$&`));
  }
  return copy;
}

/**
 * Let a copied list of countries stand for itself: the field before it does not work in a copy.
 * @param {HTMLElement} copy
 */
function plainList(copy) {
  const field = copy.querySelector(".checker__combobox");
  const list = copy.querySelector("select");
  if (!field || !list) return;
  list.id = field.querySelector("input")?.id ?? list.id;
  list.hidden = false;
  field.remove();
}

/**
 * Make the list of answers that can be changed.
 * @param {{ path: string, label: string }[]} answers
 * @param {string} none the words of no choice
 */
export function choiceOf(answers, none) {
  return [
    make("option", { value: "" }, none),
    ...answers.map(({ path, label }) => make("option", { value: path }, label)),
  ];
}
