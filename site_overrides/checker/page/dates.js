/** Days counted: how far one lies from another, and how many are left. */

const DAY = 86_400_000;
const DAYS_OF_A_YEAR = 365.25;

/** Beyond so many days a span is told in years. */
const COUNTED_IN_DAYS = 2 * 366;

/**
 * Count the days from one ISO day to another.
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / DAY);
}

/**
 * Return the day of an instant by the reader's clock, as an ISO date.
 * @param {string} instant
 */
export function localDay(instant) {
  const moment = new Date(instant);
  return new Date(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate())).toISOString().slice(0, 10);
}

/** Return the present day by the reader's clock, as an ISO date. */
export function today() {
  return localDay(new Date().toISOString());
}

/**
 * Say how much time is left until a last day.
 * @param {number} days
 * @param {import("./words.js").Words} words
 */
export function timeLeft(days, words) {
  if (days < 0) return words.say("answer.left.passed");
  if (days === 0) return words.say("answer.left.today");
  if (days <= COUNTED_IN_DAYS) return words.say("answer.left.day", { span: words.span(days, "day") });
  return words.say("answer.left.years", { span: words.span(Math.floor(days / DAYS_OF_A_YEAR), "year") });
}

/**
 * Say when a first day is reached.
 * @param {number} days
 * @param {import("./words.js").Words} words
 */
export function timeUntil(days, words) {
  if (days <= 0) return words.say("answer.reached");
  return words.say("answer.first_day", { span: words.span(days, "day") });
}
