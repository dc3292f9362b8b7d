/** One question of the form: its value, whether it is complete, and the problem shown beside it. */

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/**
 * List the controls of a question that is not a list of rows.
 * @param {HTMLElement} question
 * @returns {Control[]}
 */
export function controlsOf(question) {
  return [...question.querySelectorAll("input:not(.checker__combobox *), select")].map((found) => /** @type {Control} */ (found));
}

/**
 * Return what a question says as the document writes it; undefined while it is not answered.
 * @param {HTMLElement} question
 * @returns {string | number | boolean | undefined}
 */
export function valueOf(question) {
  const [first, ...others] = controlsOf(question);
  if (!first || "offered" in question.dataset) return undefined;
  if (first instanceof HTMLInputElement && first.type === "radio") {
    const chosen = [first, ...others].find((radio) => /** @type {HTMLInputElement} */ (radio).checked)?.value;
    return chosen ? chosen === "yes" : undefined;
  }
  if (first.value.trim() === "") return undefined;
  if (question.dataset.kind === "instant") return new Date(first.value).toISOString();
  const isNumber = first.type === "number" || "number" in first.dataset;
  return isNumber ? Number(first.value) : first.value.trim();
}

/**
 * Make a question say a value of the document; undefined or null puts it back to what it is without an answer.
 * @param {HTMLElement} question
 * @param {unknown} value
 */
export function setValue(question, value) {
  for (const control of controlsOf(question)) {
    if (control instanceof HTMLSelectElement) choose(control, value);
    else if (control.type === "radio") {
      const said = { true: "yes", false: "no" }[String(value)];
      control.checked = said ? control.value === said : control.defaultChecked;
    } else control.value = question.dataset.kind === "instant" ? localTime(value) : String(value ?? "");
    control.dispatchEvent(new Event("written"));
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {unknown} value
 */
function choose(select, value) {
  const options = [...select.options];
  const chosen =
    options.find((option) => option.value !== "" && option.value === String(value ?? "")) ??
    options.find((option) => option.value === "") ??
    options.find((option) => option.defaultSelected);
  select.selectedIndex = chosen ? options.indexOf(chosen) : 0;
}

/**
 * Write an ISO instant as the control for local time takes it.
 * @param {unknown} instant
 */
function localTime(instant) {
  const moment = new Date(String(instant ?? ""));
  if (Number.isNaN(moment.getTime())) return "";
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/**
 * Tell whether a question was answered otherwise than the page came.
 * @param {HTMLElement} question
 */
export function isChanged(question) {
  if ("offered" in question.dataset) return false;
  return controlsOf(question).some((control) => {
    if (control instanceof HTMLSelectElement)
      return ![...control.selectedOptions].every((option) => option.defaultSelected || !option.value);
    if (control.type === "radio") return control.checked && control.value !== "" && !control.defaultChecked;
    return control.value !== "";
  });
}

/**
 * Tell whether the browser holds something that it cannot make a value of, a half-typed date for instance.
 * @param {HTMLElement} question
 */
export function isIncomplete(question) {
  return controlsOf(question).some((control) => control.validity.badInput && control !== document.activeElement);
}

/**
 * Tell whether something was typed into a field of countries that names none.
 * @param {HTMLElement} question
 */
export function namesNoCountry(question) {
  const box = /** @type {HTMLInputElement | null} */ (question.querySelector("[role=combobox]"));
  return box !== null && box !== document.activeElement && box.value.trim() !== "" && controlsOf(question)[0]?.value === "";
}

/**
 * Tell whether the reader is at a control of the question into which one types: it may hold half an answer.
 * @param {HTMLElement} question
 */
export function isBeingTyped(question) {
  const typed = ["date", "year", "amount"].includes(question.dataset.kind ?? "");
  return typed && question.contains(document.activeElement);
}

/**
 * Show a problem beside its question, or take it away when there is none.
 * @param {HTMLElement} question
 * @param {string | null} message
 */
export function showProblem(question, message) {
  const place = /** @type {HTMLElement | null} */ (question.querySelector(":scope > .checker__problem"));
  if (!place) return;
  place.hidden = message === null;
  place.textContent = message ?? "";
  if (question.matches("fieldset")) return;
  for (const control of question.querySelectorAll("input, select")) {
    if (message === null) control.removeAttribute("aria-invalid");
    else control.setAttribute("aria-invalid", "true");
  }
}

/**
 * Open what hides a question and put the focus on it.
 * @param {HTMLElement} question
 */
export function focusOn(question) {
  question.closest("details")?.setAttribute("open", "");
  const [first, ...others] = controlsOf(question);
  const group = [first, ...others].filter((control) => control?.type === "radio" && control.name === first?.name);
  const chosen = group.find((radio) => /** @type {HTMLInputElement} */ (radio).checked);
  const box = /** @type {HTMLElement | null} */ (first?.parentElement?.querySelector("[role=combobox]") ?? null);
  const target = chosen ?? box ?? first ?? question;
  target.focus();
  if (target instanceof HTMLInputElement && target.type !== "radio") target.select();
  question.scrollIntoView({ block: "nearest" });
}
