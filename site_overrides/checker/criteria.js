/** Every condition of a route: outcome, explanation, and the facts behind it with their status, sources and dates. */

import { make } from "./dom.js";

/**
 * Show all criteria in one part that opens.
 * @param {import("./types").Route} route
 * @param {import("./route.js").Context} context
 * @returns {HTMLElement}
 */
export function criteriaList(route, context) {
  const { words, heading } = context;
  const items = route.criteria.map((criterion) => item(criterion, context));
  return make(
    "details",
    { class: "checker__criteria", "data-key": `criteria-${route.citizenship}-${route.category}` },
    make("summary", {}, make(heading, { class: "checker__title" }, words.say("sections.criteria"))),
    make("ul", { class: "checker__outcomes" }, ...items),
  );
}

/**
 * @param {import("./types").Criterion} criterion
 * @param {import("./route.js").Context} context
 */
function item(criterion, context) {
  const { words } = context;
  const changes = criterion.changes_on && words.say("changes_on", { date: words.date(criterion.changes_on) });
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
    evidence(facts, context),
  );
}

/**
 * Say once for all facts of a criterion how sure they are, when they were checked, and against what.
 * @param {string[]} ids
 * @param {import("./route.js").Context} context
 */
function evidence(ids, context) {
  const { facts, words } = context;
  /** @type {Map<string, Map<string, import("./types").UsedFact["sources"][number]>>} */
  const groups = new Map();
  for (const fact of ids.map((id) => facts[id]).filter((found) => found !== undefined)) {
    const parts = [words.say(`statuses.${fact.status}`)];
    if (fact.checked_on) parts.push(words.say("checked_on", { date: words.date(fact.checked_on) }));
    if (fact.overdue) parts.push(words.say("overdue"));
    const head = parts.join(", ");
    const sources = groups.get(head) ?? new Map();
    for (const source of fact.sources) sources.set(source.id, source);
    groups.set(head, sources);
  }
  if (groups.size === 0) return null;
  const lines = [...groups].map(([head, sources]) =>
    make("li", {}, head, ...[...sources.values()].flatMap((source) => [" · ", sourceLink(source, context)])),
  );
  return make("ul", { class: "checker__evidence" }, ...lines);
}

/**
 * @param {import("./types").UsedFact["sources"][number]} source
 * @param {import("./route.js").Context} context
 */
function sourceLink({ id, title, url }, { names, words }) {
  const href = (words.lang === "fr" && names.sources[id]?.url_fr) || url;
  return make("a", { href, rel: "external" }, title);
}
