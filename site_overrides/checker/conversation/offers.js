/** Answers that are offered because they follow from others in most cases; they count once the reader goes on. */

import { rowsOf } from "../form/rows.js";

/** The fields of a row that mostly hold the citizenship of the person. */
const FIELDS = ["passports.issuer", "participations.citizenship"];

/**
 * Offer the citizenship, where there is just one, in the rows of a list that nothing is said in.
 * @param {import("../form/form.js").Form} form
 * @param {HTMLElement} list
 */
export function offer(form, list) {
  const held = [...new Set(form.givenAt("citizenships"))];
  const [citizenship] = held;
  if (list.dataset.kind !== "rows" || held.length !== 1 || !citizenship) return;
  for (const row of rowsOf(list)) {
    for (const found of row.querySelectorAll(".checker__question")) {
      const question = /** @type {HTMLElement} */ (found);
      const [name, , field] = (question.dataset.path ?? "").split(".");
      const select = question.querySelector("select");
      if (!select || select.value !== "" || !FIELDS.includes(`${name}.${field}`)) continue;
      question.dataset.offered = "";
      select.value = citizenship;
      select.dispatchEvent(new Event("written"));
    }
  }
}

/**
 * Let what is offered within an element count as said.
 * @param {ParentNode} place
 */
export function takeUp(place) {
  for (const question of place.querySelectorAll("[data-offered]")) question.removeAttribute("data-offered");
}

/**
 * Take away what was offered within an element and not taken up.
 * @param {ParentNode} place
 */
export function withdraw(place) {
  for (const question of place.querySelectorAll("[data-offered]")) {
    question.removeAttribute("data-offered");
    const select = question.querySelector("select");
    if (!select) continue;
    select.value = "";
    select.dispatchEvent(new Event("written"));
  }
}
