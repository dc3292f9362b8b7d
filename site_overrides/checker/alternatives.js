/** Other ways of the same person: another citizenship, another category, a recognized organization. */

import { make } from "./dom.js";
import { routeName } from "./route.js";

/**
 * Show the other routes that the result has no part for; those that only wait for an organization say nothing new.
 * @param {import("./types").Route} route
 * @param {import("./route.js").Context} context
 */
export function alternatives(route, context) {
  const { words, isShown } = context;
  const items = [
    ...route.alternatives
      .filter((other) => !isShown(other) && !(needsOrganization(route) && other.verdict === "undetermined"))
      .map((other) => way(routeName(other, context), other.verdict, routeChanges(other, context.document), words)),
    ...(route.advice.some(({ id }) => id === "organization")
      ? [
          way(
            words.say("answer.organization"),
            "undetermined",
            [{ field: "recognized_organization", value: true }],
            words,
          ),
        ]
      : []),
  ];
  if (items.length > 0) return make("ul", { class: "checker__links checker__ways" }, ...items);
  return route.verdict === "ineligible" && route.alternatives.length === 0
    ? make("p", {}, words.say("answer.no_alternative"))
    : null;
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
 * Return the changes of the document after which a route is assessed.
 * @param {import("./types").Alternative} route
 * @param {Record<string, unknown>} document
 * @returns {import("./types").Change[]}
 */
function routeChanges({ citizenship, category }, { citizenships }) {
  const several = Array.isArray(citizenships) && citizenships.length > 1;
  return [
    { field: "category", value: category },
    { field: "apply_as", value: several ? citizenship : null },
  ];
}

/**
 * @param {string} name
 * @param {import("./types").Verdict} verdict
 * @param {import("./types").Change[]} changes
 * @param {import("./words.js").Words} words
 */
function way(name, verdict, changes, words) {
  return make(
    "li",
    {},
    name,
    " ",
    make("span", { class: "checker__badge" }, words.say(`verdicts.${verdict}`)),
    " ",
    make(
      "button",
      {
        type: "button",
        class: "checker__button",
        "data-write": JSON.stringify(changes),
        "data-focus": `way-${JSON.stringify(changes)}`,
        "aria-label": `${words.say("answer.check")}${words.say("colon")}${name}`,
      },
      words.say("answer.check"),
    ),
  );
}
