/** What an answer rests on: for each fact its value, status, days and sources, folded under one line beside the answer. */

import { make } from "../page/dom.js";

/**
 * @typedef {import("./route.js").Context} Context
 * @typedef {import("../types").UsedFact} UsedFact
 * @typedef {import("../types").Passage} Passage
 */

/**
 * Say in one line how sure the facts are; it opens on each of them with its sources.
 * @param {string[]} ids
 * @param {Context} context
 * @param {string} key what tells this fold from all others
 * @returns {HTMLElement | null} null where there is no fact
 */
export function evidence(ids, context, key) {
  const facts = ids.flatMap((id) => context.facts[id] ?? []);
  if (facts.length === 0) return null;
  return make(
    "details",
    { class: "checker__evidence", "data-key": `evidence-${key}` },
    make("summary", {}, ...marks(facts, context)),
    make("ul", {}, ...ids.map((id) => factItem(id, context))),
  );
}

/**
 * Mark each status once, then the earliest check, then the earliest review that is overdue.
 * @param {UsedFact[]} facts
 * @param {Context} context
 */
function marks(facts, { words }) {
  const statuses = [...new Set(facts.map(({ status }) => status))];
  const checked = earliest(facts.map((fact) => fact.checked_on));
  const due = earliest(facts.filter(({ overdue }) => overdue).map((fact) => fact.review_due));
  return [
    ...statuses.map((status) =>
      make("span", { class: `checker__mark checker__mark--${status}` }, words.say(`statuses.${status}`)),
    ),
    checked && make("span", {}, words.say("answer.checked_on", { date: words.date(checked) })),
    due && make("span", { class: "checker__mark checker__mark--overdue" }, words.say("answer.due", { date: words.date(due) })),
  ].filter((mark) => mark !== null);
}

/**
 * @param {(string | null)[]} days ISO days
 * @returns {string | null}
 */
function earliest(days) {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

/**
 * @param {string} id
 * @param {Context} context
 */
function factItem(id, context) {
  const { words } = context;
  const fact = context.facts[id];
  if (!fact) return null;
  return make(
    "li",
    { "data-fact": id },
    make("p", {}, `${fact.label}${words.say("colon")}`, make("strong", {}, fact.text)),
    make("p", { class: "checker__marks" }, ...marks([fact], context)),
    passages(fact.sources, context),
    fact.note && make("p", {}, fact.note),
    ...fact.versions.map((version) =>
      make(
        "div",
        { class: "checker__version" },
        make("p", {}, words.say("answer.also_published"), make("strong", {}, version.text)),
        passages(version.sources, context),
        version.note && make("p", {}, version.note),
      ),
    ),
  );
}

/**
 * Show every source once, with all that is quoted from it.
 * @param {Passage[]} read
 * @param {Context} context
 */
function passages(read, context) {
  if (read.length === 0) return null;
  const ids = [...new Set(read.map(({ id }) => id))];
  return make("ul", {}, ...ids.map((id) => passageItem(read.filter((passage) => passage.id === id), context)));
}

/**
 * @param {Passage[]} read passages of one source
 * @param {Context} context
 */
function passageItem(read, { names, words }) {
  const [first] = read;
  if (!first) return null;
  const source = names.sources[first.id];
  const href = (words.lang === "fr" && source?.url_fr) || first.url;
  const day = read.find(({ read_on }) => read_on)?.read_on;
  const quotes = [...new Set(read.map(({ quote }) => quote))].filter((quote) => quote !== null);
  return make(
    "li",
    {},
    ...quotes.flatMap((quote) => [make("q", { lang: source?.languages?.[0] ?? null }, quote), " "]),
    make("a", { href, rel: "external" }, first.title),
    day ? `, ${words.say("answer.read_on", { date: words.date(day) })}` : null,
  );
}
