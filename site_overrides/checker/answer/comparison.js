/** All routes side by side, the best first, with what decides each. */

import { make, time } from "../page/dom.js";
import { neededFields } from "../form/needed.js";
import { routeId, routeName } from "./route.js";

const COLUMNS = ["route", "verdict", "why", "longest", "ends_on", "gap"];

/**
 * @param {import("../types").Route[]} routes
 * @param {import("./route.js").Context} context
 * @param {string} heading the tag of the heading above the table
 */
export function comparison(routes, context, heading) {
  const { words } = context;
  const heads = COLUMNS.map((name) =>
    make("th", { scope: "col", role: "columnheader" }, words.say(`answer.compare.${name}`)),
  );
  // Narrow pages show each row as a block, which would take the table's meaning away; the roles keep it.
  return make(
    "section",
    { class: "checker__part checker__part--compare" },
    make(heading, { id: "checker-compare" }, words.say("answer.compare.heading")),
    make(
      "table",
      { class: "checker__table checker__compare", role: "table", "aria-labelledby": "checker-compare" },
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads)),
      make("tbody", { role: "rowgroup" }, ...routes.map((route) => row(route, context))),
    ),
  );
}

/**
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 */
function row(route, context) {
  const { words } = context;
  const { permit } = route;
  const cells = [
    make("span", { class: `checker__badge checker__badge--${route.verdict}` }, words.say(`verdicts.${route.verdict}`)),
    why(route, words),
    permit ? words.months(permit.maximum_months) : words.say("answer.compare.nothing"),
    end(route, words),
    gap(route, words),
  ];
  return make(
    "tr",
    { role: "row", "data-verdict": route.verdict },
    make(
      "th",
      { scope: "row", role: "rowheader" },
      make("a", { href: `#${routeId(route)}`, "data-open": routeId(route) }, routeName(route, context)),
    ),
    ...cells.map((cell, index) =>
      make("td", { role: "cell", "data-label": words.say(`answer.compare.${COLUMNS[index + 1]}`) }, cell),
    ),
  );
}

/**
 * Say what decides a route: what is not met, else how much is open, else what ends the permit.
 * @param {import("../types").Route} route
 * @param {import("../page/words.js").Words} words
 */
function why({ verdict, criteria, permit }, words) {
  const named = criteria.filter(({ outcome }) => outcome === "unmet").map(({ id }) => words.say(`criteria.${id}`));
  if (named.length > 0) return named.join(", ");
  if (verdict === "undetermined") {
    const open = neededFields(criteria.filter(({ outcome }) => outcome === "unknown")).size;
    return open > 0 ? words.count("answer.compare.open", open) : words.say("answer.compare.not_published");
  }
  const limit = permit?.limited_by;
  return limit
    ? words.say("answer.compare.limited", { limit: words.say(`limits.${limit}`) })
    : words.say("answer.compare.unknown");
}

/**
 * Say when the permit ends; a refused route has none.
 * @param {import("../types").Route} route
 * @param {import("../page/words.js").Words} words
 */
function end({ verdict, permit }, words) {
  if (!permit || verdict === "ineligible") return words.say("answer.compare.nothing");
  return permit.ends_on ? time(permit.ends_on, words.shortDate(permit.ends_on)) : words.say("answer.compare.unknown");
}

/**
 * Say how long one must wait between two participations.
 * @param {import("../types").Route} route
 * @param {import("../page/words.js").Words} words
 */
function gap({ gap_months: months }, words) {
  if (months === null) return words.say("answer.compare.nothing");
  return months === 0 ? words.say("answer.compare.none") : words.months(months);
}
