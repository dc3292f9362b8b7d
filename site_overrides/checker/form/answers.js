/** From questions to the values of the document. */

import { isChanged, valueOf } from "./controls.js";
import { find } from "../page/dom.js";
import { rowsOf } from "./rows.js";

/** @typedef {Record<string, unknown>} Answers */
/** @typedef {Map<string, HTMLElement>} Places from a path of the document to the question that filled it */

/**
 * Read one question outside rows; undefined while it is not answered.
 * @param {HTMLElement} question
 * @param {Places} places takes in where each answer stands
 */
export function readQuestion(question, places) {
  const path = question.dataset.path ?? "";
  places.set(path, question);
  return question.dataset.kind === "rows" ? readRows(question, path, places) : valueOf(question);
}

/**
 * Read a list of rows: absent while nothing is said, empty when the person says there are none.
 * @param {HTMLElement} question
 * @param {string} path
 * @param {Places} places
 * @returns {unknown[] | undefined}
 */
function readRows(question, path, places) {
  const any = saysAny(question);
  find(question, "[data-list]").hidden = find(question, "[data-add]").hidden = any !== true;
  if (any !== true) return any === false ? [] : undefined;
  /** @type {unknown[]} */
  const items = [];
  for (const row of rowsOf(question)) {
    const inner = [...row.querySelectorAll(".checker__question")].map((found) => /** @type {HTMLElement} */ (found));
    const item = readRow(inner, `${path}.${items.length}`, places);
    if (item !== undefined) items.push(item);
  }
  return items.length > 0 ? items : undefined;
}

/**
 * Return what the person says about there being any rows at all; true where that is not asked.
 * @param {HTMLElement} question
 */
function saysAny(question) {
  const radios = /** @type {HTMLElement | null} */ (question.querySelector(":scope > .checker__radios"));
  return radios ? valueOf(radios) : true;
}

/**
 * Read one row: a lone control gives its value, several give a mapping; undefined while the row is as it came.
 * @param {HTMLElement[]} questions
 * @param {string} path
 * @param {Places} places
 */
function readRow(questions, path, places) {
  const [first] = questions;
  if (first && nameOf(first) === undefined) {
    places.set(path, first);
    return valueOf(first);
  }
  if (!questions.some(isChanged)) return undefined;
  /** @type {Answers} */
  const item = {};
  for (const question of questions) {
    const name = nameOf(question) ?? "";
    const value = valueOf(question);
    places.set(`${path}.${name}`, question);
    if (value !== undefined) item[name] = value;
  }
  return item;
}

/**
 * Return the field of a row that a question fills: `passports.0.issuer` fills `issuer`.
 * @param {HTMLElement} question
 */
function nameOf(question) {
  return question.dataset.path?.split(".")[2];
}
