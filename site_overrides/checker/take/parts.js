/** What the parts of the panel are made of. */

import { make } from "../page/dom.js";

/**
 * Make a button.
 * @param {string} label
 * @param {() => void} act
 */
export function button(label, act) {
  const made = make("button", { type: "button", class: "checker__button" }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * Make a box to tick, with its label.
 * @param {string} text
 * @param {() => void} onChange
 */
export function box(text, onChange) {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
  input.addEventListener("change", onChange);
  return { input, label: make("label", { class: "checker__box" }, input, ` ${text}`) };
}

/**
 * Make a part that the reader opens.
 * @param {string} name
 * @param {string} heading
 * @param {...HTMLElement} content
 */
export function unfolding(name, heading, ...content) {
  return make("details", { "data-take": name }, make("summary", {}, heading), ...content);
}

/**
 * Put buttons in a line.
 * @param {...HTMLElement} buttons
 */
export function actions(...buttons) {
  return make("p", { class: "checker__actions" }, ...buttons);
}
