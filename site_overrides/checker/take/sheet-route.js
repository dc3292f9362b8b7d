/** One route on paper: verdict, obstacles, days, costs, documents with a box to tick. */

import { make } from "../page/dom.js";
import { routeName } from "../answer/route.js";
import { permitPicture } from "../answer/timeline.js";

/** Headings that the page has too. */
const SHARED = ["fix", "advice", "cautions", "permit", "deadlines", "documents"];

/** @typedef {import("../types").Page} Page */
/** @typedef {import("../types").Route} Route */
/** @typedef {import("../page/words.js").Words} Words */

/**
 * Show a route; what lies ahead of it only where it is open, or where a change opens it.
 * @param {Route} route
 * @param {Page} page
 * @param {import("../types").Judged} judged
 */
export function routeOnPaper(route, page, judged) {
  const { words } = page;
  const of = (/** @type {string} */ outcome) => route.criteria.filter((criterion) => criterion.outcome === outcome);
  const told = (/** @type {string} */ outcome) =>
    of(outcome).map(({ id, explanation }) =>
      make("li", {}, make("strong", {}, words.say(`criteria.${id}`)), words.say("colon"), explanation),
    );
  const turning = [...route.remedies, ...route.openings];
  const met = of("met").map(({ id }) => words.say(`criteria.${id}`));
  const isOpen = route.verdict !== "ineligible" || turning.length > 0;
  return [
    make("h2", { class: "checker-sheet__verdict" }, headline(route, page)),
    make("p", {}, route.summary),
    ...listed("fix", told("unmet"), words),
    ...listed(
      "remedies",
      turning.map(({ explanation }) => make("li", {}, explanation)),
      words,
    ),
    ...listed("open", told("unknown"), words),
    ...listed(
      "advice",
      route.advice.map(({ explanation }) => make("li", {}, explanation)),
      words,
    ),
    ...listed("cautions", told("caution"), words),
    ...(isOpen ? ahead(route, page, judged) : []),
    ...(met.length > 0 ? [heading("met", words), make("p", {}, met.join(", "))] : []),
  ];
}

/**
 * Name a route and its verdict.
 * @param {Route} route
 * @param {Page} page
 */
export function headline(route, { words, form }) {
  const name = routeName(route, { words, country: (code) => form.countryName(code) });
  return `${name}${words.say("colon")}${words.say(`verdicts.${route.verdict}`)}`;
}

/**
 * Show items under a heading; nothing where there are none.
 * @param {string} name
 * @param {HTMLElement[]} items
 * @param {Words} words
 * @param {string | null} kind the class of the list
 */
export function listed(name, items, words, kind = null) {
  return items.length > 0 ? [heading(name, words), make("ul", { class: kind }, ...items)] : [];
}

/**
 * Show items in two columns of small print.
 * @param {string} name
 * @param {HTMLElement[]} items
 * @param {Words} words
 */
export function columns(name, items, words) {
  return listed(name, items, words, "checker-sheet__columns");
}

/**
 * @param {string} name
 * @param {Words} words
 */
function heading(name, words) {
  return make("h3", {}, words.say(SHARED.includes(name) ? `answer.sections.${name}` : `take.sheet.${name}`));
}

/**
 * @param {string} name
 * @param {string[][]} rows
 * @param {Words} words
 */
function table(name, rows, words) {
  const lines = rows.map(([head = "", ...cells]) =>
    make("tr", {}, make("th", { scope: "row" }, head), ...cells.map((cell) => make("td", {}, cell))),
  );
  return lines.length > 0 ? [heading(name, words), make("table", {}, make("tbody", {}, ...lines))] : [];
}

/**
 * @param {Route} route
 * @param {Page} page
 * @param {import("../types").Judged} judged
 */
function ahead(route, { words, root }, { assessment, document }) {
  const days = route.deadlines
    .filter(({ done }) => !done)
    .map(({ id, on, at }) => [words.say(`deadlines.${id}`), at ? words.instant(at) : words.date(on ?? "")]);
  const fees = route.costs.map(({ id, cad, paid_by: payer, when }) => [
    words.say(`costs.${id}`),
    words.say(`payers.${payer}`),
    words.say(`fee_moments.${when}`),
    words.money(cad),
  ]);
  return [
    ...permit(route, { words, today: assessment.assessed_on, document }),
    ...table("deadlines", days, words),
    ...table("costs", fees, words),
    ...listed("documents", papers(route, words, root), words, "checker-sheet__boxes"),
  ];
}

/**
 * @param {Route} route
 * @param {import("../answer/timeline.js").Drawn} drawn
 */
function permit(route, drawn) {
  const { permit: granted, verdict } = route;
  const { words } = drawn;
  if (!granted || verdict === "ineligible") return [];
  const { starts_on: start, ends_on: end, limited_by: limit } = granted;
  const months = words.months(granted.maximum_months);
  const said =
    start && end && limit
      ? words.say("text.permit", {
          months,
          starts_on: words.date(start),
          ends_on: words.date(end),
          limit: words.say(`limits.${limit}`),
        })
      : words.say("text.permit_open", { months });
  const picture = permitPicture(route, drawn);
  return [heading("permit", words), make("p", {}, said), ...(picture ? [picture] : [])];
}

/**
 * @param {Route} route
 * @param {Words} words
 * @param {HTMLElement} root where the reader ticks documents
 */
function papers({ citizenship, category, documents }, words, root) {
  const ticked = [...root.querySelectorAll("[data-tick]:checked")].map((box) => box.getAttribute("data-tick") ?? "");
  return documents.map(({ id, name, when, condition }) => {
    const isTicked = ticked.includes(`${citizenship}-${category}-${id}`);
    const moment = words.say(`document_moments.${when}`);
    const onlyIf = condition ? `${words.say("colon")}${condition}` : "";
    return make("li", { class: isTicked ? "is-ticked" : null }, `${name} (${moment})${onlyIf}`);
  });
}
