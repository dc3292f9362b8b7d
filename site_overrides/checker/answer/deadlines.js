/** The days to keep, the next one first, each with the time that is left. */

import { daysBetween, localDay, timeLeft, timeUntil } from "../page/dates.js";
import { make, time } from "../page/dom.js";
import { evidence } from "./evidence.js";

/** Days from which something is possible; all others are last days. */
const FIRST_DAYS = ["gap-ends"];

/**
 * Show the deadlines; the end of the permit stands with the permit.
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 * @param {string} key the route's own
 */
export function deadlines(route, context, key) {
  const kept = route.deadlines
    .filter(({ id }) => id !== "permit-ends")
    .map((deadline) => ({ deadline, day: dayOf(deadline) }))
    .sort((one, other) => one.day.localeCompare(other.day));
  if (kept.length === 0) return null;
  const rows = kept.map(({ deadline, day }) => row(deadline, day, context, key));
  return make("dl", { class: "checker__pairs" }, ...rows);
}

/**
 * Return the day of a deadline by the reader's clock, as an ISO date.
 * @param {import("../types").Deadline} deadline
 */
export function dayOf({ on, at }) {
  return at ? localDay(at) : (on ?? "");
}

/**
 * @param {import("../types").Deadline} deadline
 * @param {string} day
 * @param {import("./route.js").Context} context
 * @param {string} key
 */
function row({ id, at, done, facts }, day, context, key) {
  const { words, today } = context;
  const days = daysBetween(today, day);
  const ahead = FIRST_DAYS.includes(id) ? timeUntil(days, words) : timeLeft(days, words);
  const left = done ? words.say("answer.left.done") : ahead;
  return make(
    "div",
    { class: done || days < 0 ? "checker__passed" : null },
    make("dt", {}, words.say(`deadlines.${id}`)),
    make(
      "dd",
      {},
      make("strong", {}, at ? time(at, words.instant(at)) : time(day, words.date(day))),
      " ",
      make("span", { class: "checker__left" }, `(${left})`),
      evidence(facts, context, `${key}-${id}`),
    ),
  );
}
