/** One route of the result: its verdict, what stands in the way, what helps, and everything that follows. */

import { alternatives } from "./alternatives.js";
import { documents } from "./checklist.js";
import { costs } from "./costs.js";
import { criteriaList } from "./criteria.js";
import { deadlines } from "./deadlines.js";
import { make } from "../page/dom.js";
import { evidence } from "./evidence.js";
import { needs } from "./needs.js";
import { permit } from "./permit.js";
import { turning, watched } from "./turning.js";

/**
 * @typedef {object} Context
 * @property {import("../page/words.js").Words} words
 * @property {import("../types").Names} names
 * @property {Record<string, import("../types").UsedFact>} facts
 * @property {Record<string, unknown>} document the answers that were assessed
 * @property {string} today the day of the assessment
 * @property {(path: string) => string} label the words of a question
 * @property {(code: string) => string} country the name of a country
 * @property {(route: import("../types").Alternative) => boolean} isShown whether the result has a part for a route
 * @property {Set<string>} ticks the documents that the reader has ticked
 * @property {string} heading the tag of the headings inside a route
 */

/**
 * Name a route: the country and the category.
 * @param {{ citizenship: string, category: string }} route
 * @param {Pick<Context, "words" | "country">} context
 */
export function routeName(route, { words, country }) {
  return words.say("route", {
    country: country(route.citizenship),
    category: words.say(`categories.${route.category}`),
  });
}

/**
 * Return the id of the element of a route.
 * @param {{ citizenship: string, category: string }} route
 */
export function routeId({ citizenship, category }) {
  return `route-${citizenship}-${category}`;
}

/**
 * Show what stands under the verdict of a route.
 * @param {import("../types").Route} route
 * @param {Context} context
 * @returns {HTMLElement[]}
 */
export function routeSections(route, context) {
  const of = (/** @type {string} */ outcome) => route.criteria.filter((criterion) => criterion.outcome === outcome);
  const key = `${route.citizenship}-${route.category}`;
  const cautions = section("cautions", context, [findings(of("caution"), context, key)]);
  const conditions = criteriaList(route, context);
  const others = section("alternatives", context, [alternatives(route, context)]);
  const turned = route.remedies.length > 0 || route.openings.length > 0;
  const parts =
    route.verdict === "ineligible"
      ? [
          section(turned ? "fix" : "excluded", context, [
            findings(of("unmet"), context, key),
            turning(route, context),
          ]),
          cautions,
          conditions,
          others,
        ]
      : [
          section("advice", context, [watched(route, context, key)]),
          section("needed", context, [needs(of("unknown"), context, key)]),
          cautions,
          conditions,
          section("permit", context, [permit(route, context, key)]),
          section("deadlines", context, [deadlines(route, context, key)]),
          section("costs", context, [costs(route, context, key)]),
          section("documents", context, [documents(route, context, key)]),
          others,
        ];
  return parts.filter((part) => part !== null);
}

/**
 * @param {string} name
 * @param {Context} context
 * @param {(HTMLElement | null)[]} parts
 * @returns {HTMLElement | null} null when there is nothing to show
 */
function section(name, { words, heading }, parts) {
  const shown = parts.filter((part) => part !== null);
  if (shown.length === 0) return null;
  return make(
    "section",
    { class: `checker__part checker__part--${name}` },
    make(heading, {}, words.say(`answer.sections.${name}`)),
    ...shown,
  );
}

/**
 * @param {import("../types").Criterion[]} criteria
 * @param {Context} context
 * @param {string} key the route's own
 */
function findings(criteria, context, key) {
  if (criteria.length === 0) return null;
  const items = criteria.map(({ id, explanation, facts }) =>
    make(
      "li",
      {},
      make("strong", {}, context.words.say(`criteria.${id}`)),
      ` — ${explanation}`,
      evidence(facts, context, `${key}-${id}`),
    ),
  );
  return make("ul", {}, ...items);
}
