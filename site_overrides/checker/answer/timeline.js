/** The permit as a picture: a line of time with each day and each limit, and a table that says the same. */

import { daysBetween } from "../page/dates.js";
import { dayOf } from "./deadlines.js";
import { draw, make, tableHead, time } from "../page/dom.js";
import { valueAt } from "../page/paths.js";
import { scaleLine, scaleLines } from "./scale.js";

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {"mark" | "bar"} kind
 * @property {string} name
 * @property {string | null} from
 * @property {string} to
 */

/** Heights in units of the letters' size, so that larger letters make a larger picture. */
const ROW = 2.7;
const AXIS = 1.8;

/** Per cent of the width that a month in words takes on either side of its line. */
const MONTH_ROOM = 12;

/** @typedef {Pick<import("./route.js").Context, "words" | "today" | "document">} Drawn */

/**
 * Show the time from today to the end of the permit; nothing while the arrival is not known.
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 * @param {string} key the route's own
 */
export function timeline(route, context, key) {
  const picture = permitPicture(route, context);
  const rows = rowsOf(route, context);
  return picture && make("figure", { class: "checker__timeline" }, picture, table(rows, context, key));
}

/**
 * Draw the time from today to the end of the permit, described in a sentence; nothing while the arrival is not known.
 * @param {import("../types").Route} route
 * @param {Drawn} context
 */
export function permitPicture(route, context) {
  const { words } = context;
  const { permit } = route;
  if (!permit?.starts_on || !permit.ends_on || permit.ends_on < permit.starts_on) return null;
  const rows = rowsOf(route, context);
  const first = rows.map(({ from, to }) => from ?? to).sort()[0] ?? permit.starts_on;
  const last = lastDay(permit);
  const said = words.say("answer.timeline.picture", {
    first: words.date(first),
    last: words.date(last),
    start: words.date(permit.starts_on),
    end: words.date(permit.ends_on),
    limit: words.say(`limits.${permit.limited_by}`),
  });
  return picture(rows, { first, last, permit, said, words });
}

/**
 * Return the last day of the picture: the longest that agreement, cap and offer would let the permit run.
 * @param {import("../types").Permit} permit
 */
function lastDay({ limits, ends_on }) {
  const days = limits.filter(({ id }) => ["agreement", "offer", "cumulative"].includes(id)).map(({ on }) => on);
  return [ends_on ?? "", ...days].sort().at(-1) ?? "";
}

/**
 * List what is drawn: the days to keep in their order, what limits the permit, the permit. A paper that is held has
 * no beginning.
 * @param {import("../types").Route} route
 * @param {Drawn} context
 * @returns {Row[]}
 */
function rowsOf({ permit, deadlines }, { words, today, document }) {
  if (!permit?.starts_on || !permit.ends_on) return [];
  const { starts_on: arrival, ends_on: end, limited_by: limiting } = permit;
  const invited = valueAt(document, "invitation.received_on");
  const mark = (/** @type {string} */ id, /** @type {string} */ day) =>
    /** @type {Row} */ ({ id, kind: "mark", name: words.say(`answer.timeline.marks.${id}`), from: null, to: day });
  const bar = (/** @type {string} */ id, /** @type {string | null} */ from, /** @type {string} */ to) => {
    const name = words.say(`answer.timeline.bars.${id}`);
    const said = id === limiting ? words.say("answer.timeline.ends", { limit: name }) : name;
    return /** @type {Row} */ ({ id, kind: "bar", name: said, from, to });
  };
  const offered = valueAt(document, "offer.starts_on");
  const begun = { agreement: arrival, cumulative: arrival, offer: typeof offered === "string" ? offered : arrival };
  const marks = [
    mark("today", today),
    ...(typeof invited === "string" ? [mark("invitation", invited)] : []),
    ...deadlines
      .filter(({ id, done }) => id !== "permit-ends" && !done)
      .map((deadline) => mark(deadline.id, dayOf(deadline)))
      .filter(({ to }) => to <= end && to >= today),
    mark("arrival", arrival),
  ].sort((one, other) => one.to.localeCompare(other.to));
  return [
    ...marks,
    ...permit.limits.map(({ id, on }) => bar(id, /** @type {Record<string, string>} */ (begun)[id] ?? null, on)),
    bar("permit", arrival, end),
  ];
}

/**
 * @param {Row[]} rows
 * @param {{ first: string, last: string, permit: import("../types").Permit, said: string,
 *   words: import("../page/words.js").Words }} scale
 */
function picture(rows, { first, last, permit, said, words }) {
  const days = Math.max(1, daysBetween(first, last));
  const at = (/** @type {string} */ day) => Math.min(100, Math.max(0, (100 * daysBetween(first, day)) / days));
  const height = rows.length * ROW;
  const start = at(permit.starts_on ?? "");
  const parts = rows.flatMap((row, index) => rowParts(row, index * ROW, { at, last, words, permit }));
  return draw(
    "svg",
    { class: "checker__picture", role: "img", "aria-label": said, width: "100%", height: `${height + AXIS}em` },
    draw("rect", {
      class: "checker__stay",
      x: `${start}%`,
      y: "0",
      width: `${at(permit.ends_on ?? "") - start}%`,
      height: `${height}em`,
    }),
    ...scaleLines(first, last).flatMap((day) => scaleLine(words.month(day), at(day), height, MONTH_ROOM)),
    ...parts,
  );
}

/**
 * @param {Row} row
 * @param {number} top
 * @param {{ at: (day: string) => number, last: string, words: import("../page/words.js").Words,
 *   permit: import("../types").Permit }} scale
 */
function rowParts({ id, kind, name, from, to }, top, { at, last, words, permit }) {
  const limiting = id === permit.limited_by || id === "permit";
  const day = `${words.shortDate(to)}${to > last ? " →" : ""}`;
  const x = kind === "mark" ? at(to) : from ? at(from) : 0;
  const shape =
    kind === "mark"
      ? draw("circle", { class: "checker__point", cx: `${x}%`, cy: `${top + 1.85}em`, r: "0.35em" })
      : draw("rect", {
          class: `checker__bar-of${limiting ? " checker__bar-of--limiting" : ""}`,
          x: `${x}%`,
          y: `${top + 1.55}em`,
          width: `${Math.max(0.5, at(to) - x)}%`,
          height: "0.65em",
        });
  const bold = limiting ? "checker__bold" : null;
  return [
    draw("line", { class: "checker__track", x1: "0", x2: "100%", y1: `${top + 1.87}em`, y2: `${top + 1.87}em` }),
    shape,
    draw("text", { class: bold, x: "0", y: `${top + 1.15}em` }, name),
    draw("text", { class: bold, x: "100%", y: `${top + 1.15}em`, "text-anchor": "end" }, day),
  ];
}

/**
 * @param {Row[]} rows
 * @param {import("./route.js").Context} context
 * @param {string} key
 */
function table(rows, { words }, key) {
  const heads = ["what", "from", "until"].map((name) => words.say(`answer.timeline.${name}`));
  const body = rows.map(({ name, from, to }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, name),
      make("td", {}, from && time(from, words.shortDate(from))),
      make("td", {}, time(to, words.shortDate(to))),
    ),
  );
  return make(
    "details",
    { "data-key": `timeline-${key}` },
    make("summary", {}, words.say("answer.timeline.table")),
    make(
      "table",
      { class: "checker__table" },
      tableHead(heads),
      make("tbody", {}, ...body),
    ),
  );
}
