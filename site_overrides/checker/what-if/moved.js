/** What differs between two assessments of the same person, route by route. */

import { payersOf, total } from "../answer/costs.js";
import { dayOf } from "../answer/deadlines.js";
import { make, tableHead } from "../page/dom.js";
import { routeName } from "../answer/route.js";

/** @typedef {Pick<import("../answer/route.js").Context, "words" | "country">} Wording */
/** @typedef {[string, string, string]} Move what moves, as it is, as it would be */

/**
 * Return what moves from one assessment to another: how many things, and a table for each route on which any does.
 * @param {import("../types").Route[]} before
 * @param {import("../types").Route[]} after
 * @param {Wording} wording
 * @returns {{ count: number, tables: HTMLElement[] }}
 */
export function movedRoutes(before, after, wording) {
  const routes = new Map([...after, ...before].map((route) => [`${route.citizenship} ${route.category}`, route]));
  const moved = [...routes]
    .map(([name, route]) => {
      const same = (/** @type {import("../types").Route} */ one) => `${one.citizenship} ${one.category}` === name;
      return { route, moves: movesOf(before.find(same), after.find(same), wording) };
    })
    .filter(({ moves }) => moves.length > 0);
  return {
    count: moved.reduce((count, { moves }) => count + moves.length, 0),
    tables: moved.map(({ route, moves }) => table(routeName(route, wording), moves, wording)),
  };
}

/**
 * List what moves on one route; a route that is not assessed has nothing to say.
 * @param {import("../types").Route | undefined} before
 * @param {import("../types").Route | undefined} after
 * @param {Wording} wording
 * @returns {Move[]}
 */
function movesOf(before, after, wording) {
  const was = factsOf(before, wording);
  const is = factsOf(after, wording);
  const none = wording.words.say("answer.compare.nothing");
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => /** @type {Move} */ ([name, was.get(name) ?? none, is.get(name) ?? none]))
    .filter(([, one, other]) => one !== other);
}

/**
 * Tell of a route what may move, in words by their names.
 * @param {import("../types").Route | undefined} route
 * @param {Wording} wording
 * @returns {Map<string, string>}
 */
function factsOf(route, { words }) {
  /** @type {Map<string, string>} */
  const found = new Map();
  if (!route) return found;
  const named = (/** @type {string} */ outcome) =>
    route.criteria
      .filter((criterion) => criterion.outcome === outcome)
      .map(({ id }) => words.say(`criteria.${id}`))
      .join(", ");
  const put = (/** @type {string} */ key, /** @type {string} */ text) => text && found.set(words.say(key), text);
  const { permit } = route;
  put("answer.compare.verdict", words.say(`verdicts.${route.verdict}`));
  put("answer.what_if.unmet", named("unmet"));
  put("answer.what_if.needed", named("unknown"));
  put("answer.sections.cautions", named("caution"));
  if (route.verdict === "ineligible") return found;
  put("answer.permit.maximum_months", permit ? words.months(permit.maximum_months) : "");
  put("answer.permit.starts_on", permit?.starts_on ? words.date(permit.starts_on) : "");
  put("answer.permit.ends_on", permit?.ends_on ? words.date(permit.ends_on) : "");
  put("answer.permit.limited_by", permit?.limited_by ? words.say(`limits.${permit.limited_by}`) : "");
  for (const deadline of route.deadlines.filter(({ id }) => id !== "permit-ends")) {
    put(`deadlines.${deadline.id}`, deadline.at ? words.instant(deadline.at) : words.date(dayOf(deadline)));
  }
  for (const payer of payersOf(route.costs))
    put(`answer.fees.${payer}`, words.money(total(route.costs.filter((cost) => cost.paid_by === payer))));
  return found;
}

/**
 * @param {string} name
 * @param {Move[]} moves
 * @param {Wording} wording
 */
function table(name, moves, { words }) {
  const heads = ["what", "before", "after"].map((key) => words.say(`answer.what_if.${key}`));
  const rows = moves.map(([what, before, after]) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, what),
      make("td", {}, before),
      make("td", {}, make("strong", {}, after)),
    ),
  );
  return make(
    "table",
    { class: "checker__table checker__moved" },
    make("caption", {}, name),
    tableHead(heads),
    make("tbody", {}, ...rows),
  );
}
