/** Groups of questions that are asked several times: add a row, remove a row, number the rows. */

import { find } from "../page/dom.js";

/**
 * List the rows of a question.
 * @param {HTMLElement} question
 * @returns {HTMLElement[]}
 */
export function rowsOf(question) {
  return [...find(question, "[data-list]").children].map((row) => /** @type {HTMLElement} */ (row));
}

/**
 * The number of the newest row of each question: it tells the ids and names of a new row from those of all others.
 * @type {WeakMap<HTMLElement, number>}
 */
const newest = new WeakMap();

/**
 * Let the buttons of a question add and remove rows.
 * @param {HTMLElement} question
 * @param {() => void} onChange called after a row has come or gone
 */
export function enableRows(question, onChange) {
  const add = find(question, "[data-add]");
  add.hidden = false;
  add.addEventListener("click", () => {
    const row = addRow(question);
    onChange();
    /** @type {HTMLElement | null} */ (row.querySelector("input, select"))?.focus();
  });
  question.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-remove]");
    if (!button) return;
    button.closest("[data-row]")?.remove();
    tidy(question);
    add.focus();
    onChange();
  });
}

/**
 * Add an empty row.
 * @param {HTMLElement} question
 * @returns {HTMLElement}
 */
function addRow(question) {
  const template = /** @type {HTMLTemplateElement} */ (question.querySelector("template"));
  const holder = document.createElement("div");
  const number = (newest.get(question) ?? 0) + 1;
  newest.set(question, number);
  holder.innerHTML = template.innerHTML.replaceAll("{index}", String(number));
  const row = find(holder, "[data-row]");
  find(question, "[data-list]").append(row);
  row.dispatchEvent(new Event("row", { bubbles: true }));
  tidy(question);
  return row;
}

/**
 * Give a question so many rows: the last ones go, or empty ones come.
 * @param {HTMLElement} question
 * @param {number} count at least 1
 */
export function keepRows(question, count) {
  for (const row of rowsOf(question).slice(count)) row.remove();
  while (rowsOf(question).length < count) addRow(question);
  tidy(question);
}

/**
 * Number the rows from 1 in their words; a lone row cannot be removed.
 * @param {HTMLElement} question
 */
function tidy(question) {
  const template = /** @type {HTMLTemplateElement} */ (question.querySelector("template"));
  const patterns = [...template.content.querySelectorAll("[data-number]")].map((part) => part.textContent ?? "");
  const rows = rowsOf(question);
  for (const [index, row] of rows.entries()) {
    for (const [place, part] of [...row.querySelectorAll("[data-number]")].entries()) {
      part.textContent = (patterns[place] ?? "").replace("{number}", String(index + 1));
    }
    find(row, "[data-remove]").hidden = rows.length === 1;
  }
}
