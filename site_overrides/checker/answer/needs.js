/** What is still needed: the questions that would settle open conditions, each once, and what nobody can answer. */

import { questionLink } from "../form/links.js";
import { neededFields } from "../form/needed.js";
import { make } from "../page/dom.js";
import { evidence } from "./evidence.js";

/** How many questions are shown before the rest is folded away. */
const SHOWN = 5;

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
