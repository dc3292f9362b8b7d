/** Every condition of a route: outcome, explanation, and the facts behind it with their status, sources and dates. */

import { make } from "../page/dom.js";
import { evidence } from "./evidence.js";

/**
 * Show all criteria in one part that opens.
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 * @returns {HTMLElement}
 */
export function criteriaList(route, context) {
  const { words, heading } = context;
  const key = `criteria-${route.citizenship}-${route.category}`;
  const items = route.criteria.map((criterion) => item(criterion, context, key));
  return make(
    "details",
    { class: "checker__criteria", "data-key": key },
    make("summary", {}, make(heading, { class: "checker__title" }, words.say("answer.sections.criteria"))),
    make("ul", { class: "checker__outcomes" }, ...items),
  );
}

/**
 * @param {import("../types").Criterion} criterion
 * @param {import("./route.js").Context} context
 * @param {string} key
 */
function item(criterion, context, key) {
  const { words } = context;
  const changes = criterion.changes_on && words.say("answer.changes_on", { date: words.date(criterion.changes_on) });
  const facts = criterion.outcome === "not_applicable" ? [] : criterion.facts;
  return make(
    "li",
    { class: `checker__outcome checker__outcome--${criterion.outcome}`, "data-reason": criterion.reason },
    make(
      "p",
      {},
      make("strong", {}, words.say(`criteria.${criterion.id}`)),
      " ",
      make("span", { class: "checker__badge" }, words.say(`outcomes.${criterion.outcome}`)),
    ),
    make("p", {}, criterion.explanation, changes ? ` ${changes}` : ""),
    evidence(facts, context, `${key}-${criterion.id}`),
  );
}
