/** A plan as a picture: a row for each permit, with its first and its last days, over a scale of years. */

import { daysBetween } from "../page/dates.js";
import { draw, make } from "../page/dom.js";
import { scaleLine } from "../answer/scale.js";

/**
 * @typedef {import("../types").Course} Course
 * @typedef {import("../types").Step} Step
 * @typedef {import("../page/words.js").Words} Words
 * @typedef {(day: string) => number} At from an ISO day to per cent of the width
 */

/** Heights in units of the letters' size, so that larger letters make a larger picture. */
const ROW = 3;
const AXIS = 1.9;

/** Per cent of the width that the days take: the last mark needs a little room. */
const WIDTH = 99;

/** Years between two lines of the scale; the first that leaves few enough lines is taken. */
const STEPS = [1, 2, 5, 10, 20];
const MOST_LINES = 6;

/** Per cent of the width that a year in figures takes on either side of its line. */
const YEAR_ROOM = 6;

/**
 * Draw a sequence from today to the last day on which its last permit could end.
 * @param {Course} course
 * @param {string} today
 * @param {Pick<import("../answer/route.js").Context, "words" | "country">} context
 */
export function chart(course, today, { words, country }) {
  const { steps } = course;
  const isMixed = new Set(steps.map(({ citizenship }) => citizenship)).size > 1;
  const name = (/** @type {Step} */ { citizenship, category }) =>
    `${words.say(`categories.${category}`)}${isMixed ? ` (${country(citizenship)})` : ""}`;
  const ends = steps.flatMap(({ earliest, latest, too_old_on }) => [
    earliest.ends_on,
    latest.ends_on ?? latest.invited_on,
    too_old_on,
  ]);
  const last = ends.sort().at(-1) ?? today;
  const days = Math.max(1, daysBetween(today, last));
  const at = (/** @type {string} */ day) => Math.min(WIDTH, Math.max(0, (WIDTH * daysBetween(today, day)) / days));
  const height = steps.length * ROW;
  const said = words.say("planner.picture", { first: words.date(course.starts_on), last: words.date(course.ends_on) });
  const picture = draw(
    "svg",
    { class: `checker__picture checker__years-picture${isMixed ? " checker__mixed" : ""}`, role: "img", "aria-label": said, width: "100%", height: `${height + AXIS}em` },
    ...years(today, last).flatMap((year) => scaleLine(String(year), at(`${year}-01-01`), height, YEAR_ROOM)),
    ...steps.flatMap((step, index) => row(step, steps[index - 1], index * ROW, at, name(step), words)),
  );
  return make("figure", { class: "checker__timeline" }, picture, legend(steps, words));
}

/**
 * @param {Step} step
 * @param {Step | undefined} before
 * @param {number} top
 * @param {At} at
 * @param {string} name
 * @param {Words} words
 */
function row({ months, waits_for, earliest, latest, too_old_on }, before, top, at, name, words) {
  const middle = `${top + 2}em`;
  const bar = (/** @type {string} */ kind, /** @type {string} */ from, /** @type {string} */ to) =>
    draw("rect", {
      class: `checker__permit checker__permit--${kind}`,
      x: `${at(from)}%`,
      y: `${top + 1.6}em`,
      width: `${Math.max(0.6, at(to) - at(from))}%`,
      height: "0.8em",
    });
  const invited = `${at(latest.invited_on)}%`;
  const over = `${at(too_old_on)}%`;
  const isGap = waits_for === "gap" && before;
  return [
    draw("line", { class: "checker__track", x1: "0", x2: "100%", y1: middle, y2: middle }),
    ...(isGap
      ? [
          draw("line", {
            class: "checker__gap",
            x1: `${at(before.earliest.ends_on)}%`,
            x2: `${at(earliest.arrives_on)}%`,
            y1: middle,
            y2: middle,
          }),
        ]
      : []),
    ...(latest.arrives_on && latest.ends_on ? [bar("latest", latest.arrives_on, latest.ends_on)] : []),
    bar("earliest", earliest.arrives_on, earliest.ends_on),
    draw("line", { class: "checker__too-old", x1: over, x2: over, y1: `${top + 1.3}em`, y2: `${top + 2.7}em` }),
    draw("circle", { class: "checker__invited", cx: invited, cy: middle, r: "0.35em" }),
    draw("text", { x: "0", y: `${top + 1.15}em` }, name),
    draw(
      "text",
      { class: "checker__length", x: "100%", y: `${top + 1.15}em`, "text-anchor": "end" },
      words.say("planner.months_short", { count: months }),
    ),
  ];
}

/**
 * List the years whose first day has a line.
 * @param {string} first
 * @param {string} last
 */
function years(first, last) {
  const [from, to] = [Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4))];
  const step = STEPS.find((each) => (to - from) / each <= MOST_LINES) ?? to;
  const found = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) found.push(year);
  return found;
}

/**
 * Say what the shapes mean; the words stand beside each, so that colour is never alone.
 * @param {Step[]} steps
 * @param {Words} words
 */
function legend(steps, words) {
  const names = ["earliest", "latest", "invited", "too_old"];
  if (steps.some(({ waits_for }, index) => waits_for === "gap" && index > 0)) names.push("gap");
  const shapes = {
    earliest: () => draw("rect", { class: "checker__permit checker__permit--earliest", x: "0.1em", y: "0.2em", width: "1.4em", height: "0.8em" }),
    latest: () => draw("rect", { class: "checker__permit checker__permit--latest", x: "0.1em", y: "0.2em", width: "1.4em", height: "0.8em" }),
    invited: () => draw("circle", { class: "checker__invited", cx: "0.8em", cy: "0.6em", r: "0.35em" }),
    too_old: () => draw("line", { class: "checker__too-old", x1: "0.8em", x2: "0.8em", y1: "0", y2: "1.2em" }),
    gap: () => draw("line", { class: "checker__gap", x1: "0", x2: "1.6em", y1: "0.6em", y2: "0.6em" }),
  };
  const items = names.map((name) =>
    make(
      "li",
      {},
      draw("svg", { class: "checker__sample", width: "1.6em", height: "1.2em", "aria-hidden": "true" }, shapes[/** @type {keyof typeof shapes} */ (name)]()),
      ` ${words.say(`planner.legend.${name}`)}`,
    ),
  );
  return make("ul", { class: "checker__legend" }, ...items);
}
