/** The answers in words, as the reader sees them in a list. */

import { controlsOf, isChanged, valueOf } from "./controls.js";
import { rowsOf } from "./rows.js";

/**
 * Return the words of a question.
 * @param {HTMLElement} question
 */
export function labelOf(question) {
  return question.querySelector("label, legend")?.textContent?.trim() ?? "";
}

/**
 * Write what a question says, empty while it says nothing.
 * @param {HTMLElement} question
 * @param {import("../page/words.js").Words} words
 * @returns {string}
 */
export function shownAnswer(question, words) {
  if (question.dataset.kind === "rows") return shownRows(question, words);
  const [first, ...others] = controlsOf(question);
  if (first instanceof HTMLSelectElement) return first.value === "" ? "" : (first.selectedOptions[0]?.text ?? "");
  if (!first || first.value === "") return "";
  if (first.type === "radio") return shownRadio([first, ...others]);
  switch (question.dataset.kind) {
    case "date":
      return question.dataset.understood ?? first.value;
    case "instant":
      return words.instant(String(valueOf(question)));
    case "amount":
      return words.money(Number(first.value));
    default:
      return first.value;
  }
}

/** @param {import("./controls.js").Control[]} radios */
function shownRadio(radios) {
  const chosen = radios.find((radio) => /** @type {HTMLInputElement} */ (radio).checked && radio.value !== "");
  return chosen?.closest("label")?.textContent?.trim() ?? "";
}

/**
 * @param {HTMLElement} question
 * @param {import("../page/words.js").Words} words
 */
function shownRows(question, words) {
  const gate = /** @type {HTMLElement | null} */ (question.querySelector(":scope > .checker__radios"));
  if (gate && valueOf(gate) !== true) return valueOf(gate) === false ? shownRadio(controlsOf(gate)) : "";
  const rows = rowsOf(question).map((row) =>
    [...row.querySelectorAll(".checker__question")]
      .map((found) => /** @type {HTMLElement} */ (found))
      .filter((inner) => !("offered" in inner.dataset) && (isChanged(inner) || inner.dataset.kind === "country"))
      .map((inner) => shownAnswer(inner, words))
      .filter((text) => text !== "")
      .join(", "),
  );
  const said = rows.filter((text) => text !== "");
  if (said.length === 0) return gate ? shownRadio(controlsOf(gate)) : "";
  return said.join("; ");
}
