/** Groups of questions that are asked several times: add a row, remove a row, number the rows. */

import { find } from "./dom.js";

/**
 * List the rows of a question.
 * @param {HTMLElement} question
 * @returns {HTMLElement[]}
 */
export function rowsOf(question) {
  return [...find(question, "[data-list]").children].map((row) => /** @type {HTMLElement} */ (row));
}

/**
 * Let the buttons of a question add and remove rows.
 * @param {HTMLElement} question
 * @param {() => void} onChange called after a row has gone
 */
export function enableRows(question, onChange) {
  let next = 1;
  const add = find(question, "[data-add]");
  add.hidden = false;
  add.addEventListener("click", () => {
    const row = addRow(question, next++);
    row.querySelector("select")?.focus();
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
 * Add an empty row; `index` makes its ids and names unlike those of rows that were removed before.
 * @param {HTMLElement} question
 * @param {number} index
 * @returns {HTMLElement}
 */
function addRow(question, index) {
  const template = /** @type {HTMLTemplateElement} */ (question.querySelector("template"));
  const holder = document.createElement("div");
  holder.innerHTML = template.innerHTML.replaceAll("{index}", String(index));
  const row = find(holder, "[data-row]");
  find(question, "[data-list]").append(row);
  tidy(question);
  return row;
}

/**
 * Take away all rows but the first (a cleared form).
 * @param {HTMLElement} question
 */
export function keepFirstRow(question) {
  const [first, ...others] = rowsOf(question);
  if (!first) addRow(question, 0);
  for (const row of others) row.remove();
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
