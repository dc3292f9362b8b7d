/** The answers as one line of text, `v=1&citizenships=DE&studies.registered=yes`: for links and to be kept. */

import { put } from "../page/paths.js";
import { anywhere, asText, isDay } from "./fields.js";

const VERSION = "1";
const LONGEST = 8000;
const MOST_ROWS = 20;
/** Not in a link unless the reader asks: they tell who somebody is, what they own, or what nobody else must know. */
const PRIVATE = new Set([
  "date_of_birth",
  "passports.*.expires_on",
  "funds_cad",
  "admissible",
  "invitation.accepted_at",
  "application_submitted_at",
]);

/**
 * @typedef {object} Found
 * @property {Record<string, unknown>} document
 * @property {string[]} dropped the keys that are unknown or whose answers are damaged
 * @property {string | null} data the version of the facts that the answers were assessed with
 * @property {string | null} on the day on which the text was written
 * @property {boolean} hasPrivate
 */

/**
 * Tell whether a text claims to hold answers, whether or not they can be read.
 * @param {string} text
 */
export function isAnswers(text) {
  return /^v=/.test(text);
}

/**
 * Write answers as text.
 * @param {Record<string, unknown>} document in the contract's shape
 * @param {Map<string, import("./fields.js").Read>} fields
 * @param {{ data: string, on: string, hasPrivate: boolean }} stamp
 */
export function writeAnswers(document, fields, { data, on, hasPrivate }) {
  const answers = [...leaves(document, "")].filter(
    ([path]) => fields.has(anywhere(path)) && (hasPrivate || !PRIVATE.has(anywhere(path))),
  );
  const pairs = [["v", VERSION], ["data", data], ["on", on], ...answers];
  return pairs.map(([path, text]) => `${path}=${plain(text)}`).join("&");
}

/**
 * @param {unknown} value
 * @param {string} path
 * @returns {Generator<[string, string]>}
 */
function* leaves(value, path) {
  if (value === null || value === undefined) return;
  const isList = Array.isArray(value) && (value.length === 0 || typeof value[0] !== "object");
  if (typeof value !== "object" || isList) {
    yield [path, asText(value)];
    return;
  }
  for (const [name, item] of Object.entries(value)) yield* leaves(item, path ? `${path}.${name}` : name);
}

/**
 * Write a text as a fragment of an address takes it, readable where it can be.
 * @param {string | undefined} text
 */
function plain(text = "") {
  return encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":");
}

/**
 * Read answers from text; null where it is of another version or too long to be answers.
 * @param {string} text
 * @param {Map<string, import("./fields.js").Read>} fields
 * @returns {Found | null}
 */
export function readAnswers(text, fields) {
  const given = new URLSearchParams(text);
  if (text.length > LONGEST || given.getAll("v").join() !== VERSION) return null;
  /** @type {Found} */
  const found = { document: {}, dropped: [], data: null, on: null, hasPrivate: false };
  /** @type {Map<string, unknown>} */
  const answers = new Map();
  for (const [path, answer] of given) {
    if (path === "v") continue;
    if (path === "data" && /^[0-9a-f]{4,64}$/.test(answer)) found.data ??= answer;
    else if (path === "on" && isDay(answer)) found.on ??= answer;
    else {
      const value = answers.has(path) ? undefined : read(path, answer, fields);
      if (value === undefined) found.dropped.push(path);
      else answers.set(path, value);
    }
  }
  found.hasPrivate = [...answers.keys()].some((path) => PRIVATE.has(anywhere(path)));
  fill(found.document, answers);
  return found;
}

/**
 * @param {string} path
 * @param {string} text
 * @param {Map<string, import("./fields.js").Read>} fields
 */
function read(path, text, fields) {
  const each = fields.get(`${path}.*`);
  if (each && !path.includes(".")) {
    const values = text.split(",").map(each);
    return values.includes(undefined) || values.length > MOST_ROWS ? undefined : values;
  }
  const [, place = "", name] = path.split(".");
  const isRow = /^\d/.test(place);
  if (path.includes("*")) return undefined;
  if (isRow && (!name || !/^\d{1,2}$/.test(place) || Number(place) >= MOST_ROWS)) return undefined;
  return fields.get(anywhere(path))?.(text);
}

/**
 * Put answers into a document; rows follow one another in their order, without gaps.
 * @param {Record<string, unknown>} document
 * @param {Map<string, unknown>} answers
 */
function fill(document, answers) {
  /** @type {Map<string, Map<number, Record<string, unknown>>>} */
  const lists = new Map();
  for (const [path, value] of answers) {
    const [list, place, name] = path.split(".");
    if (list === undefined || place === undefined || !/^\d+$/.test(place)) put(document, path, value);
    else if (name !== undefined) {
      const rows = lists.get(list) ?? new Map();
      rows.set(Number(place), { ...rows.get(Number(place)), [name]: value });
      lists.set(list, rows);
    }
  }
  for (const [list, rows] of lists)
    document[list] = [...rows].sort(([one], [other]) => one - other).map(([, row]) => row);
}
