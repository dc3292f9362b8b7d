/** The plans in words: each with its chart, its days, what every step asks, and what stays open. */

import { make, tableHead, time } from "../page/dom.js";
import { evidence } from "../answer/evidence.js";
import { questionLink } from "../form/links.js";
import { chart } from "./chart.js";

/**
 * @typedef {import("../answer/route.js").Context} Context
 * @typedef {import("../types").YearsPlan} YearsPlan
 * @typedef {import("../types").Course} Course
 * @typedef {import("../types").Step} Step
 */

/**
 * Show a plan: the best sequence open, the others folded.
 * @param {YearsPlan} plan
 * @param {Context} context
 * @returns {HTMLElement[]}
 */
export function showPlan(plan, context) {
  const { words, label } = context;
  if (plan.needs.length > 0)
    return [
      make("ul", { class: "checker__links" }, ...plan.needs.map((path) => make("li", {}, questionLink(path, label)))),
    ];
  if (plan.wishes.categories.length === 0) return [];
  const [best, ...others] = plan.sequences;
  const heading = (/** @type {Course} */ course, /** @type {number} */ number) =>
    words.say("planner.number", { number, length: words.months(course.months) });
  return [
    ...(best ? [make(context.heading, {}, heading(best, 1)), ...sequence(best, plan, context, "1")] : []),
    ...others.map((course, index) =>
      make(
        "details",
        { "data-key": `plan-${index + 2}` },
        make("summary", {}, make(context.heading, { class: "checker__title" }, heading(course, index + 2))),
        ...sequence(course, plan, context, String(index + 2)),
      ),
    ),
    ...plan.left_out.map((text) => make("p", { class: "checker__hint" }, text)),
    ...folded(
      plan.closed.map(({ explanation }) => explanation),
      words.say("planner.closed", { count: plan.closed.length }),
      "plan-closed",
    ),
    make(context.heading, {}, words.say("planner.stays_open")),
    make("ul", {}, ...plan.open.map(({ text }) => make("li", {}, text))),
  ];
}

/**
 * @param {Course} course
 * @param {YearsPlan} plan
 * @param {Context} context
 * @param {string} key
 */
function sequence(course, plan, context, key) {
  const { words } = context;
  return [
    make("p", {}, course.sentence),
    chart(course, plan.assessed_on, context),
    days(course, context),
    make("ol", { class: "checker__steps" }, ...course.steps.map((each, index) => step(each, context, `${key}-${index}`))),
    ...course.ends.map(({ explanation }) => make("p", {}, explanation)),
    ...folded(
      course.others.map(({ sentence }) => sentence),
      words.say("planner.others", { count: course.others.length + course.more_others }),
      `plan-${key}-others`,
      course.others_left_out,
    ),
  ];
}

/**
 * @param {Step} step
 * @param {Context} context
 * @param {string} key
 */
function step(step, context, key) {
  const { words } = context;
  return make(
    "li",
    {},
    make("strong", {}, step.title),
    ...step.why.map((sentence) => make("div", {}, sentence)),
    ...step.conditions.map(({ explanation }) =>
      make("p", { class: "checker__condition" }, words.say("planner.condition"), explanation),
    ),
    ...step.cautions.map(({ explanation }) => make("p", { class: "checker__condition" }, explanation)),
    evidence(step.facts, context, `plan-${key}`),
  );
}

/**
 * @param {Course} course
 * @param {Context} context
 */
function days({ steps }, { words, country }) {
  const t = (/** @type {string} */ name) => words.say(`planner.table.${name}`);
  const named = (/** @type {string} */ name) => ({ "data-label": `${t(name)}${words.say("colon")}` });
  const day = (/** @type {string | null} */ on) => (on ? time(on, words.shortDate(on)) : t("open"));
  const isMixed = new Set(steps.map(({ citizenship }) => citizenship)).size > 1;
  const rows = steps.map(({ citizenship, category, earliest, latest }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, words.say(`categories.${category}`), isMixed ? ` (${country(citizenship)})` : null),
      make("td", named("invited"), day(earliest.invited_on)),
      make("td", named("first"), day(earliest.arrives_on), " – ", day(earliest.ends_on)),
      make("td", named("invitation"), day(latest.invited_on)),
      make("td", named("arrival"), day(latest.arrives_on)),
    ),
  );
  return make(
    "table",
    { class: "checker__table checker__years" },
    make("caption", {}, t("caption")),
    tableHead(["step", "invited", "first", "invitation", "arrival"].map(t)),
    make("tbody", {}, ...rows),
  );
}

/**
 * @param {string[]} texts
 * @param {string} title
 * @param {string} key
 * @param {string | null} [closing]
 */
function folded(texts, title, key, closing = null) {
  if (texts.length === 0) return [];
  const items = [...texts, ...(closing ? [closing] : [])].map((text) => make("li", {}, text));
  return [make("details", { "data-key": key }, make("summary", {}, title), make("ul", {}, ...items))];
}
