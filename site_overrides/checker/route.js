/** One route of the result: its verdict, what to fix, what is needed, and everything that follows. */

import { criteriaList } from "./criteria.js";
import { make } from "./dom.js";
import { evidence } from "./evidence.js";
import { costs, deadlines, documents, permit } from "./lists.js";
import { neededFields, needs } from "./needs.js";

/**
 * @typedef {object} Context
 * @property {import("./words.js").Words} words
 * @property {import("./types").Names} names
 * @property {Record<string, import("./types").UsedFact>} facts
 * @property {(path: string) => string} label the words of a question
 * @property {(code: string) => string} country the name of a country
 * @property {(route: import("./types").Alternative) => boolean} isShown whether the result has a part for a route
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
 * Say the verdict on a route in one sentence.
 * @param {import("./types").Route} route
 * @param {Pick<Context, "words">} context
 */
export function verdictSentence(route, { words }) {
  if (needsOrganization(route)) return words.say("sentence.organization");
  const open = route.verdict === "undetermined" && neededFields(route.criteria).size === 0;
  return words.say(`sentence.${open ? "undetermined_open" : route.verdict}`);
}

/**
 * Tell whether a route is undetermined because there is no agreement, only the way through an organization.
 * @param {import("./types").Route} route
 */
function needsOrganization({ verdict, criteria }) {
  const agreement = criteria.find(({ id }) => id === "agreement");
  return (
    verdict === "undetermined" &&
    (agreement?.reason === "VIA_RECOGNIZED_ORGANIZATION" || !!agreement?.needs.includes("recognized_organization"))
  );
}

/**
 * Show what stands under the verdict of a route.
 * @param {import("./types").Route} route
 * @param {Context} context
 * @returns {HTMLElement[]}
 */
export function routeSections(route, context) {
  const of = (/** @type {string} */ outcome) => route.criteria.filter((criterion) => criterion.outcome === outcome);
  const key = `${route.citizenship}-${route.category}`;
  const refused = findings(of("unmet"), context, key);
  const cautions = section("cautions", context, [findings(of("caution"), context, key)]);
  const parts =
    route.verdict === "ineligible"
      ? [
          section(route.remedies.length > 0 ? "fix" : "excluded", context, [refused, remedies(route, context)]),
          cautions,
          criteriaList(route, context),
          section("alternatives", context, [alternatives(route, context)]),
        ]
      : [
          section("needed", context, [needs(of("unknown"), context, key)]),
          cautions,
          criteriaList(route, context),
          section("permit", context, [route.permit && permit(route.permit, context, key)]),
          section("deadlines", context, [deadlines(route, context, key)]),
          section("alternatives", context, [alternatives(route, context)]),
          section("costs", context, [costs(route, context, key)]),
          section("documents", context, [documents(route, context, key)]),
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
    make(heading, {}, words.say(`sections.${name}`)),
    ...shown,
  );
}

/**
 * @param {import("./types").Criterion[]} criteria
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

/**
 * Show what would make the person eligible; that nothing would, only where no answer is missing.
 * @param {import("./types").Route} route
 * @param {Context} context
 */
function remedies(route, { words }) {
  if (route.remedies.length === 0)
    return route.criteria.some(({ outcome }) => outcome === "unknown") ? null : make("p", {}, words.say("no_remedy"));
  const items = route.remedies.map((remedy) => make("li", {}, remedy.explanation));
  return make(
    "div",
    { class: "checker__remedies" },
    make("p", {}, words.say(items.length > 1 ? "sections.remedies" : "sections.remedy")),
    make("ul", {}, ...items),
  );
}

/**
 * Show the other routes that the result has no part for; those that only wait for an organization say nothing new.
 * @param {import("./types").Route} route
 * @param {Context} context
 */
function alternatives(route, context) {
  const { words, isShown } = context;
  if (route.verdict === "ineligible" && route.alternatives.length === 0)
    return make("p", {}, words.say("no_alternative"));
  const others = route.alternatives.filter(
    (other) => !isShown(other) && !(needsOrganization(route) && other.verdict === "undetermined"),
  );
  if (others.length === 0) return null;
  const items = others.map((other) =>
    make("li", {}, `${routeName(other, context)} — ${words.say(`verdicts.${other.verdict}`)}`),
  );
  return make("ul", {}, ...items);
}
