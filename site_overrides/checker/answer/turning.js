/** What helps: the smallest changes that turn a refused route, and what to watch on an open one. */

import { make } from "../page/dom.js";
import { evidence } from "./evidence.js";

/**
 * Show the changes that would make the person eligible, else those that would clear the way, else that there are none.
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 */
export function turning(route, { words }) {
  const isWhole = route.remedies.length > 0;
  const changes = isWhole ? route.remedies : route.openings;
  if (changes.length === 0) {
    const said = route.advice.map(({ explanation }) => make("p", {}, explanation));
    return said.length > 0 ? make("div", { class: "checker__advice" }, ...said) : null;
  }
  const [one, several] = isWhole ? ["remedy", "remedies"] : ["opening", "openings"];
  return make(
    "div",
    { class: "checker__advice checker__remedies" },
    make("p", {}, words.say(`answer.sections.${changes.length > 1 ? several : one}`)),
    make("ul", {}, ...changes.map((remedy) => change(remedy, words))),
  );
}

/**
 * @param {import("../types").Remedy} remedy
 * @param {import("../page/words.js").Words} words
 */
function change({ id, explanation, changes }, words) {
  return make(
    "li",
    {},
    make("strong", {}, explanation),
    " ",
    make(
      "button",
      {
        type: "button",
        class: "checker__link",
        "data-try": JSON.stringify(changes),
        "data-said": explanation,
        "data-focus": `try-${id}`,
        "aria-label": `${words.say("answer.try")}${words.say("colon")}${explanation}`,
      },
      words.say("answer.try"),
    ),
  );
}

/**
 * Show what to watch, the earliest day first.
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 * @param {string} key the route's own
 */
export function watched({ advice }, context, key) {
  if (advice.length === 0) return null;
  const items = advice.map(({ id, explanation, facts }) =>
    make("li", {}, make("strong", {}, explanation), evidence(facts, context, `${key}-watched-${id}`)),
  );
  return make("ul", { class: "checker__advice checker__links" }, ...items);
}
