/** What follows from a route: the permit, the dates, the costs, the documents. */

import { make } from "./dom.js";
import { evidence } from "./evidence.js";
import { questionLink } from "./needs.js";

/** @typedef {import("./route.js").Context} Context */

/**
 * Make a list of terms and what they mean; pairs without a meaning are left out.
 * @param {[string, string | Node | null, (string | Node | null)?, (Node | null)?][]} pairs term, meaning, words that
 *   follow it, and what it rests on
 */
function pairsOf(pairs) {
  const shown = pairs.filter(([, meaning]) => meaning !== null);
  if (shown.length === 0) return null;
  const rows = shown.map(([term, meaning, rest = null, basis = null]) =>
    make("div", {}, make("dt", {}, term), make("dd", {}, make("strong", {}, meaning), rest, basis)),
  );
  return make("dl", { class: "checker__pairs" }, ...rows);
}

/**
 * @param {string} machine the day or instant in ISO form
 * @param {string} words
 */
function time(machine, words) {
  return make("time", { datetime: machine }, words);
}

/**
 * @param {import("./types").Permit} permit
 * @param {Context} context
 * @param {string} key the route's own
 */
export function permit(permit, context, key) {
  const { words, label } = context;
  const basis = evidence(permit.facts, context, `${key}-permit`);
  const questions = permit.needs.map((path) => make("li", {}, questionLink(path, label)));
  return make(
    "div",
    {},
    pairsOf([
      [words.say("permit.starts_on"), permit.starts_on && time(permit.starts_on, words.date(permit.starts_on))],
      [words.say("permit.ends_on"), permit.ends_on && time(permit.ends_on, words.date(permit.ends_on))],
      [words.say("permit.limited_by"), permit.limited_by && words.say(`limits.${permit.limited_by}`)],
      [words.say("permit.maximum_months"), words.months(permit.maximum_months), null, basis],
    ]),
    questions.length > 0 ? make("p", {}, words.say("permit.needs")) : null,
    questions.length > 0 ? make("ul", { class: "checker__links" }, ...questions) : null,
  );
}

/**
 * Show the deadlines; the end of the permit stands with the permit.
 * @param {import("./types").Route} route
 * @param {Context} context
 * @param {string} key the route's own
 */
export function deadlines(route, context, key) {
  const { words } = context;
  return pairsOf(
    route.deadlines
      .filter(({ id }) => id !== "permit-ends")
      .map(({ id, on, at, facts }) => {
        const when = at ? time(at, words.instant(at)) : on ? time(on, words.date(on)) : null;
        return [words.say(`deadlines.${id}`), when, null, evidence(facts, context, `${key}-${id}`)];
      }),
  );
}

/**
 * @param {import("./types").Route} route
 * @param {Context} context
 * @param {string} key the route's own
 */
export function costs(route, context, key) {
  const { words } = context;
  return pairsOf(
    route.costs.map(({ id, cad, paid_by: payer, when, facts }) => {
      const terms = words.say("paid", {
        payer: words.say(`payers.${payer}`),
        moment: words.say(`fee_moments.${when}`),
      });
      const basis = evidence(facts, context, `${key}-${id}`);
      return [words.say(`costs.${id}`), words.money(cad), `, ${terms}`, basis];
    }),
  );
}

/**
 * @param {import("./types").Route} route
 * @param {Context} context
 * @param {string} key the route's own
 */
export function documents(route, context, key) {
  const { words } = context;
  if (route.documents.length === 0) return null;
  const items = route.documents.map(({ id, name, why, when, condition, facts }) =>
    make(
      "li",
      {},
      make("strong", {}, name),
      ` — ${words.say(`document_moments.${when}`)}`,
      ...(condition ? [make("br"), `${condition}.`] : []),
      make("br"),
      why,
      evidence(facts, context, `${key}-${id}`),
    ),
  );
  return make("ul", {}, ...items);
}
