/** Buttons that lead to a question of the form. */

import { make } from "../page/dom.js";

/**
 * A button that leads to a question of the form.
 * @param {string} path
 * @param {(path: string) => string} label
 */
export function questionLink(path, label) {
  return make("button", { type: "button", class: "checker__link", "data-to": path }, label(path));
}
