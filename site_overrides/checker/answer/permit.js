/** The work permit: its days, what limits it, the line of time, and the answers that would tell more. */

import { make, time } from "../page/dom.js";
import { evidence } from "./evidence.js";
import { questionLink } from "../form/links.js";
import { timeline } from "./timeline.js";

/**
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 * @param {string} key the route's own
 */
export function permit(route, context, key) {
  const { words, label } = context;
  const { permit } = route;
  if (!permit) return null;
  const basis = evidence(permit.facts, context, `${key}-permit`);
  const questions = permit.needs.map((path) => make("li", {}, questionLink(path, label)));
  return make(
    "div",
    {},
    pairsOf([
      [words.say("answer.permit.starts_on"), permit.starts_on && time(permit.starts_on, words.date(permit.starts_on))],
      [words.say("answer.permit.ends_on"), permit.ends_on && time(permit.ends_on, words.date(permit.ends_on))],
      [words.say("answer.permit.limited_by"), permit.limited_by && words.say(`limits.${permit.limited_by}`)],
      [words.say("answer.permit.maximum_months"), words.months(permit.maximum_months), basis],
    ]),
    timeline(route, context, key),
    questions.length > 0 ? make("p", {}, words.say("answer.permit.needs")) : null,
    questions.length > 0 ? make("ul", { class: "checker__links" }, ...questions) : null,
  );
}

/**
 * Make a list of terms and what they mean; pairs without a meaning are left out.
 * @param {[string, string | Node | null, (Node | null)?][]} pairs term, meaning, and what it rests on
 */
function pairsOf(pairs) {
  const rows = pairs
    .filter(([, meaning]) => meaning !== null)
    .map(([term, meaning, basis = null]) =>
      make("div", {}, make("dt", {}, term), make("dd", {}, make("strong", {}, meaning), basis)),
    );
  return make("dl", { class: "checker__pairs" }, ...rows);
}
