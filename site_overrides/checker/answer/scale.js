/** The scale of a line of time: lines at the first days of months, few enough to be read. */

import { draw } from "../page/dom.js";

/** Months between two lines of the scale; the first that leaves few enough lines is taken. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
const MOST_LINES = 4;

/**
 * List the first days of months at which the scale has a line.
 * @param {string} first
 * @param {string} last
 */
export function scaleLines(first, last) {
  const begin = monthsOf(first) + 1;
  const end = monthsOf(last);
  const starts = (/** @type {number} */ step) => Math.ceil(begin / step) * step;
  const count = (/** @type {number} */ step) => Math.floor((end - starts(step)) / step) + 1;
  const step = STEPS.find((each) => count(each) <= MOST_LINES) ?? end - begin + 1;
  return Array.from({ length: Math.max(0, count(step)) }, (_, index) => firstDay(starts(step) + index * step));
}

/**
 * Count the months from the year 0 to an ISO day.
 * @param {string} day
 */
function monthsOf(day) {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return year * 12 + month - 1;
}

/**
 * Return the first day of a month counted from the year 0, as an ISO date.
 * @param {number} months
 */
function firstDay(months) {
  const year = String(Math.floor(months / 12)).padStart(4, "0");
  return `${year}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}

/**
 * Draw a line of the scale with its words, which stay within the picture.
 * @param {string} words
 * @param {number} x in percent of the width
 * @param {number} height in units of the letters’ size
 * @param {number} room that the words take on either side of the line, in percent of the width
 */
export function scaleLine(words, x, height, room) {
  const anchor = x > 100 - room ? "end" : x < room ? "start" : "middle";
  return [
    draw("line", { class: "checker__scale", x1: `${x}%`, x2: `${x}%`, y1: "0", y2: `${height + 0.4}em` }),
    draw("text", { x: `${x}%`, y: `${height + 1.5}em`, "text-anchor": anchor }, words),
  ];
}
