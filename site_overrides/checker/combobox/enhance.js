/** Lists of countries become fields that people type into, once the form comes into sight; the lists stay their values. */

import { loadNames } from "../form/country-names.js";
import { afterLoad } from "../page/loading.js";

/**
 * Enhance every list of countries, those of later rows too.
 * @param {import("../types").Page} page
 */
export function enhanceCountries({ form, words }) {
  const seen = new IntersectionObserver(async (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    try {
      const [{ enhance }, names] = await Promise.all([import("./combobox.js"), loadNames()]);
      const enhanceAll = () => {
        for (const found of form.element.querySelectorAll("select[data-countries]:not([data-enhanced])"))
          if (found !== document.activeElement) enhance(/** @type {HTMLSelectElement} */ (found), names, words);
      };
      enhanceAll();
      // The list that the reader is in follows once it is left; those of a new row at once.
      form.element.addEventListener("focusout", () => queueMicrotask(enhanceAll));
      form.element.addEventListener("row", enhanceAll);
      form.element.dataset.enhanced = "";
    } catch {
      return; // the lists serve as they are
    }
  });
  afterLoad(() => seen.observe(form.element));
}
