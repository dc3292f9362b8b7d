/** The answers that a line of text may hold: those that the form asks, each with its way from text to a value. */

/** @typedef {(text: string) => unknown} Read gives undefined where the text is no answer */

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;
const AMOUNT = /^\d{1,8}(\.\d{1,6})?$/;
const YEAR = /^\d{4}$/;
const NONE = "none";

/**
 * List what the form asks, by path; places in lists are written `*`.
 * @param {import("../form/form.js").Form} form
 * @returns {Map<string, Read>}
 */
export function fieldsOf(form) {
  const fields = new Map();
  for (const found of form.element.querySelectorAll(".checker__question")) {
    const question = /** @type {HTMLElement} */ (found);
    fields.set(anywhere(question.dataset.path ?? ""), reader(question, form));
  }
  return fields;
}

/**
 * Write a path with `*` for each place in a list.
 * @param {string} path
 */
export function anywhere(path) {
  return path.replace(/\.\d+(?=\.|$)/g, ".*");
}

/**
 * @param {HTMLElement} question
 * @param {import("../form/form.js").Form} form
 * @returns {Read}
 */
function reader(question, form) {
  switch (question.dataset.kind) {
    case "yes_no":
      return (text) => (text === "yes" ? true : text === "no" ? false : undefined);
    case "country":
      return (text) => (/^[A-Z]{2}$/.test(text) && form.countryName(text) !== text ? text : undefined);
    case "date":
      return (text) => (isDay(text) ? text : undefined);
    case "instant":
      return (text) => (INSTANT.test(text) && isDay(text.slice(0, 10)) && Date.parse(text) ? text : undefined);
    case "amount":
      return (text) => (AMOUNT.test(text) ? Number(text) : undefined);
    case "year":
      return (text) => (YEAR.test(text) ? Number(text) : undefined);
    case "rows":
      return (text) => (text === NONE && question.querySelector(":scope > .checker__radios") ? [] : undefined);
    default:
      return (text) => (options(question).includes(text) ? choice(question, text) : undefined);
  }
}

/** @param {string} text */
export function isDay(text) {
  const moment = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}

/** @param {HTMLElement} question */
function options(question) {
  const found = question.querySelectorAll("option, input[type='radio']");
  return [...found].map((each) => /** @type {HTMLOptionElement | HTMLInputElement} */ (each).value).filter(Boolean);
}

/**
 * @param {HTMLElement} question
 * @param {string} text
 */
function choice(question, text) {
  return question.querySelector("[data-number]") ? Number(text) : text;
}

/**
 * Write a value of the document as text that the field reads back.
 * @param {unknown} value
 */
export function asText(value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (!Array.isArray(value)) return String(value);
  return value.length > 0 ? value.join(",") : NONE;
}
