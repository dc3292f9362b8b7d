/** One question of the form: its value, whether it is complete, and the problem shown beside it. */

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/**
 * List the controls of a question that is not a list of rows.
 * @param {HTMLElement} question
 * @returns {Control[]}
 */
export function controlsOf(question) {
  return [...question.querySelectorAll("input, select")].map((found) => /** @type {Control} */ (found));
}

/**
 * Return what a question says as the document writes it; undefined while it is not answered.
 * @param {HTMLElement} question
 * @returns {string | number | boolean | undefined}
 */
export function valueOf(question) {
  const [first, ...others] = controlsOf(question);
  if (!first) return undefined;
  if (first instanceof HTMLInputElement && first.type === "radio") {
    const chosen = [first, ...others].find((radio) => /** @type {HTMLInputElement} */ (radio).checked)?.value;
    return chosen ? chosen === "yes" : undefined;
  }
  if (first.value === "" || isBeingTyped(first)) return undefined;
  if (question.dataset.kind === "instant") return new Date(first.value).toISOString();
  const isNumber = first.type === "number" || "number" in first.dataset;
  return isNumber ? Number(first.value) : first.value;
}

/**
 * Tell whether a question was answered otherwise than the page came.
 * @param {HTMLElement} question
 */
export function isChanged(question) {
  return controlsOf(question).some((control) => {
    if (control instanceof HTMLSelectElement)
      return ![...control.selectedOptions].every((option) => option.defaultSelected || !option.value);
    return control.type === "radio" ? control.checked !== control.defaultChecked : control.value !== "";
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
 * A year is typed digit by digit, and each digit makes a valid date: 0002, 0020, 0200.
 * @param {Control} control
 */
function isBeingTyped(control) {
  return control.type.startsWith("date") && control.value.startsWith("0") && control === document.activeElement;
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
  for (const control of controlsOf(question)) {
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
  const controls = controlsOf(question);
  const chosen = controls.find(
    (control) => control instanceof HTMLInputElement && control.type === "radio" && control.checked,
  );
  const target = chosen ?? controls[0] ?? question;
  target.focus();
  question.scrollIntoView({ block: "nearest" });
}
