/** From the values of a document to the controls of the questions: the inverse of reading them. */

import { controlsOf, setValue } from "./controls.js";
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
 * Remember what stands in the controls of one question outside rows.
 * @param {HTMLElement} question
 * @returns {() => void} puts it back
 */
export function remembered(question) {
  const count = question.dataset.kind === "rows" ? rowsOf(question).length : 0;
  const held = controlsOf(question).map((control) => (isChoice(control) ? control.checked : control.value));
  return () => {
    if (count > 0) keepRows(question, count);
    for (const [index, control] of controlsOf(question).entries()) {
      if (isChoice(control)) control.checked = held[index] === true;
      else control.value = String(held[index]);
      control.dispatchEvent(new Event("written"));
    }
  };
}

/**
 * @param {import("./controls.js").Control} control
 * @returns {control is HTMLInputElement}
 */
function isChoice(control) {
  return control.type === "radio";
}
