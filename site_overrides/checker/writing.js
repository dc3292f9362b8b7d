/** From the values of a document to the controls of the questions: the inverse of reading them. */

import { setValue } from "./controls.js";
import { keepRows, rowsOf } from "./rows.js";

/**
 * Answer one question outside rows as a document does; undefined or null leaves it unanswered.
 * @param {HTMLElement} question
 * @param {unknown} value
 */
export function writeQuestion(question, value) {
  if (question.dataset.kind === "rows") writeRows(question, Array.isArray(value) ? value : undefined);
  else setValue(question, value);
}

/**
 * @param {HTMLElement} question
 * @param {unknown[] | undefined} items
 */
function writeRows(question, items) {
  const gate = /** @type {HTMLElement | null} */ (question.querySelector(":scope > .checker__radios"));
  if (gate) setValue(gate, items && items.length > 0);
  keepRows(question, Math.max(1, items?.length ?? 0));
  for (const [index, row] of rowsOf(question).entries()) {
    for (const inner of row.querySelectorAll(".checker__question")) {
      const name = inner.getAttribute("data-path")?.split(".")[2];
      setValue(/** @type {HTMLElement} */ (inner), valueIn(items?.[index], name));
    }
  }
}

/**
 * Return what an item of a list says under a name; a lone control stands for the whole item.
 * @param {unknown} item
 * @param {string | undefined} name
 */
function valueIn(item, name) {
  if (name === undefined) return item;
  return typeof item === "object" && item !== null ? /** @type {Record<string, unknown>} */ (item)[name] : undefined;
}

/**
 * Return what stands at a dotted path of a document, undefined where nothing does.
 * @param {unknown} document
 * @param {string} path
 * @returns {unknown}
 */
export function valueAt(document, path) {
  let value = document;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = /** @type {Record<string, unknown>} */ (value)[name];
  }
  return value;
}
