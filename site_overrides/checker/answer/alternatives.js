/** Other ways of the same person: another citizenship, another category, a recognized organization. */

import { make } from "../page/dom.js";
import { routeName } from "./route.js";

const THROUGH_ORGANIZATION = [{ field: "recognized_organization", value: true }];

/**
 * Show the other routes that the result has no part for; those that only wait for an organization say nothing new.
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 */
export function alternatives(route, context) {
  const { words, isShown } = context;
  const onlyWaits = route.verdict === "undetermined" && route.organization === "needed";
  const items = [
    ...route.alternatives
      .filter((other) => !isShown(other) && !(onlyWaits && other.verdict === "undetermined"))
      .map((other) => way(routeName(other, context), other.verdict, other.changes, words)),
    ...(route.organization === "instead"
      ? [way(words.say("answer.organization"), "undetermined", THROUGH_ORGANIZATION, words)]
      : []),
  ];
  if (items.length > 0) return make("ul", { class: "checker__links checker__ways" }, ...items);
  return route.verdict === "ineligible" && route.alternatives.length === 0
    ? make("p", {}, words.say("answer.no_alternative"))
    : null;
}

/**
 * @param {string} name
 * @param {import("../types").Verdict} verdict
 * @param {import("../types").Change[]} changes
 * @param {import("../page/words.js").Words} words
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
