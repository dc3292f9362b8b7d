/** The documents to gather, by the moment they are shown; those at hand can be ticked. */

import { make } from "../page/dom.js";
import { evidence } from "./evidence.js";

/**
 * Show the documents; what is ticked stays ticked for as long as the page is open.
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 * @param {string} key the route's own
 */
export function documents(route, context, key) {
  const { words, ticks, heading } = context;
  if (route.documents.length === 0) return null;
  const moments = [...new Set(route.documents.map(({ when }) => when))];
  const count = make("p", { class: "checker__hint", "data-gathered": true });
  const tell = () => {
    const ticked = route.documents.filter(({ id }) => ticks.has(`${key}-${id}`)).length;
    count.textContent = words.say("answer.gathered", { ticked, all: route.documents.length });
  };
  tell();
  const groups = moments.flatMap((moment) => [
    make(deeper(heading), { class: "checker__moment" }, capitalized(words.say(`document_moments.${moment}`))),
    make(
      "ul",
      { class: "checker__papers" },
      ...route.documents.filter(({ when }) => when === moment).map((paper) => item(paper, context, key, tell)),
    ),
  ]);
  return make("div", {}, count, ...groups);
}

/** @param {string} text */
function capitalized(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Return the tag of a heading one level below another.
 * @param {string} heading
 */
function deeper(heading) {
  return `h${Number(heading.slice(1)) + 1}`;
}

/**
 * @param {import("../types").RequiredDocument} paper
 * @param {import("./route.js").Context} context
 * @param {string} key
 * @param {() => void} onTick
 */
function item({ id, name, why, condition, facts }, context, key, onTick) {
  const { ticks } = context;
  const own = `${key}-${id}`;
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", "data-tick": own }));
  box.checked = ticks.has(own);
  box.addEventListener("change", () => {
    if (box.checked) ticks.add(own);
    else ticks.delete(own);
    onTick();
  });
  return make(
    "li",
    { class: "checker__paper" },
    make("label", {}, box, make("strong", {}, name)),
    make("p", {}, ...(condition ? [`${condition}. `] : []), why),
    evidence(facts, context, own),
  );
}
