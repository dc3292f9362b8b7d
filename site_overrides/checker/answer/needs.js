/** What is still needed: the questions that would settle open conditions, each once, and what nobody can answer. */

import { make } from "../page/dom.js";
import { evidence } from "./evidence.js";

/** How many questions are shown before the rest is folded away. */
const SHOWN = 5;

/**
 * A button that leads to a question of the form.
 * @param {string} path
 * @param {(path: string) => string} label
 */
export function questionLink(path, label) {
  return make("button", { type: "button", class: "checker__link", "data-to": path }, label(path));
}

/**
 * List the fields that criteria need, each once, with the first of them.
 * @param {import("../types").Criterion[]} criteria
 * @returns {Map<string, import("../types").Criterion>}
 */
export function neededFields(criteria) {
  /** @type {Map<string, import("../types").Criterion>} */
  const found = new Map();
  for (const criterion of criteria) {
    for (const path of criterion.needs) if (!found.has(path)) found.set(path, criterion);
  }
  return found;
}

/**
 * Show the questions that unknown criteria need, with the reason; beyond the first few they are folded away.
 * @param {import("../types").Criterion[]} unknown
 * @param {import("./route.js").Context} context
 * @param {string} key what tells this list from those of other routes
 */
export function needs(unknown, context, key) {
  const { words, label } = context;
  const open = unknown.filter((criterion) => criterion.needs.length === 0);
  const items = [
    ...open.map(({ id, explanation, facts }) =>
      make("li", {}, explanation, evidence(facts, context, `${key}-open-${id}`)),
    ),
    ...[...neededFields(unknown)].map(([path, { explanation, facts }]) =>
      make(
        "li",
        {},
        questionLink(path, label),
        make("div", { class: "checker__hint" }, explanation),
        evidence(facts, context, `${key}-${path}`),
      ),
    ),
  ];
  if (items.length === 0) return null;
  const rest = items.splice(SHOWN);
  const list = make("ul", { class: "checker__links" }, ...items);
  if (rest.length === 0) return list;
  return make(
    "div",
    {},
    list,
    make(
      "details",
      { "data-key": `needs-${key}` },
      make("summary", {}, words.say("answer.more_questions", { count: rest.length })),
      make("ul", { class: "checker__links" }, ...rest),
    ),
  );
}
