/** A list of countries as a field to type into; loaded when the form comes into sight. */
/*! The licences of accessible-autocomplete, Preact and core-js: licences.txt */

import accessibleAutocomplete from "accessible-autocomplete";
import { make } from "../page/dom.js";
import { matches } from "./matching.js";

/**
 * Put a field before a list of countries and hide the list, which stays the value.
 * @param {HTMLSelectElement} select
 * @param {import("../form/country-names.js").Names} names
 * @param {import("../page/words.js").Words} words
 */
export function enhance(select, names, words) {
  const { id } = select;
  const described = select.getAttribute("aria-describedby") ?? "";
  const countries = [...select.options]
    .filter(({ value }) => value !== "")
    .map(({ value, text }) => ({ code: value, name: text, others: names[value] ?? [] }));
  /** @type {ReturnType<typeof matches>} */
  let suggested = [];

  /** @type {HTMLElement | null} */
  let drawn = null;

  const draw = () => {
    const place = make("div", { class: "checker__combobox" });
    const before = drawn;
    const hadFocus = before?.contains(document.activeElement);
    drawn = place;
    before?.remove();
    select.before(place);
    accessibleAutocomplete({
      element: place,
      id,
      name: "",
      cssNamespace: "combobox",
      displayMenu: "overlay",
      autoselect: true,
      confirmOnBlur: false,
      source: (typed, show) => {
        suggested = typed === chosen() ? [] : matches(countries, typed);
        show(suggested.map(({ country }) => country.name));
      },
      templates: {
        inputValue: (name) => name ?? "",
        suggestion: (name) => {
          const by = suggested.find(({ country }) => country.name === name)?.by;
          return escaped(by ? `${name} (${by})` : name);
        },
      },
      onConfirm: (name) => choose(countries.find((country) => country.name === name)?.code ?? select.value),
      tNoResults: () => noneFound(place),
      tStatusNoResults: () => noneFound(place),
      tStatusQueryTooShort: () => "",
      tStatusSelectedOption: (name, count, index) => words.say("combobox.selected", { name, count, index: index + 1 }),
      tStatusResults: (count, selected) => words.say("combobox.found", { count, selected }),
      tAssistiveHint: () => words.say("combobox.hint"),
    });
    const input = /** @type {HTMLInputElement} */ (place.querySelector("input"));
    input.removeAttribute("name");
    if (chosen() !== "") {
      // The library would suggest its default value as soon as the reader comes; what is typed it takes as it is.
      input.value = chosen();
      input.dispatchEvent(new Event("input"));
    }
    describe(input, described);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => drawn === place && left(input.value));
    if (hadFocus) input.focus();
  };

  const chosen = () => (select.value === "" ? "" : (select.selectedOptions[0]?.text ?? ""));

  /** @param {HTMLElement} place */
  const noneFound = (place) => (place.querySelector("input")?.value === chosen() ? "" : words.say("combobox.none"));

  /** @param {string} code */
  const choose = (code) => {
    if (select.value === code) return;
    select.value = code;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /**
   * Take what was typed when it can only mean one country; what names none stays for the reader to correct.
   * @param {string} typed
   */
  const left = (typed) => {
    if (typed === chosen()) return;
    const found = matches(countries, typed);
    const exact = found.filter(({ isExact }) => isExact);
    const [only, ...others] = exact.length > 0 ? exact : found;
    choose(only && others.length === 0 ? only.country.code : "");
    if (select.value !== "") draw();
  };

  select.id = `${id}-list`;
  select.dataset.enhanced = "";
  select.hidden = true;
  select.addEventListener("written", draw);
  select.form?.addEventListener("reset", () => window.setTimeout(draw));
  draw();
}

/**
 * Keep the hint and the problem of the question in the description of the field, whatever the library sets.
 * @param {HTMLInputElement} input
 * @param {string} described
 */
function describe(input, described) {
  const add = () => {
    const given = input.getAttribute("aria-describedby") ?? "";
    if (!given.startsWith(described)) input.setAttribute("aria-describedby", `${described} ${given}`.trim());
  };
  new MutationObserver(add).observe(input, { attributeFilter: ["aria-describedby"] });
  add();
}

/** @param {string} text */
function escaped(text) {
  return make("span", {}, text).innerHTML;
}
