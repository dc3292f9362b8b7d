/** The names of all countries, which the page holds once. */

import { find } from "../page/dom.js";

/**
 * The names of all countries stand in one list; give them to the others, in templates too.
 * @param {HTMLElement} root
 */
export function copyCountries(root) {
  const groups = [...find(root, "[data-has-countries]").querySelectorAll("optgroup")];
  const parts = [root, ...[...root.querySelectorAll("template")].map((template) => template.content)];
  for (const select of parts.flatMap((part) => [...part.querySelectorAll("[data-wants-countries]")])) {
    const copies = groups.map((group) => /** @type {HTMLElement} */ (group.cloneNode(true)));
    for (const copy of copies) copy.querySelector("[selected]")?.removeAttribute("selected");
    select.append(...copies);
  }
}
