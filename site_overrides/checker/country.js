/** The checker on the page of a country: it comes when the reader comes near, with the citizenship chosen beforehand. */

import { afterLoad, loadStyle } from "./page/loading.js";
import { isAnswers } from "./take/answers-text.js";

/** How near the reader comes: a screen above or below. */
const NEAR = "100% 0px";

class Place {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.isComing = false;
    this.near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.fill();
      },
      { rootMargin: NEAR },
    );
    element.querySelector("[data-again]")?.addEventListener("click", () => this.fill());
    window.addEventListener("hashchange", () => this.fillForAnswers());
    afterLoad(() => {
      this.near.observe(element);
      this.fillForAnswers();
    });
  }

  /** A link that holds answers wants the form wherever the reader is. */
  fillForAnswers() {
    if (isAnswers(window.location.hash.slice(1))) this.fill();
  }

  async fill() {
    if (this.isComing) return;
    this.isComing = true;
    this.near.disconnect();
    this.show({ coming: true });
    try {
      const parts = [this.fetchForm(), import("./checker.js"), loadStyle("checker.css")];
      const [form, { Checker }] = await Promise.all(/** @type {[Promise<HTMLElement>, Promise<any>]} */ (parts));
      this.preset(form);
      this.element.replaceChildren(form);
      new Checker(form);
    } catch {
      this.isComing = false;
      this.show({ missing: true });
    }
  }

  /** @returns {Promise<HTMLElement>} */
  async fetchForm() {
    const answer = await fetch(new URL(`form.${this.element.dataset.lang}.json`, import.meta.url));
    if (!answer.ok) throw new Error(`the form did not come: ${answer.status}`);
    const made = document.createElement("template");
    made.innerHTML = (await answer.json()).form;
    return /** @type {HTMLElement} */ (made.content.firstElementChild);
  }

  /**
   * Make of the form that all countries share that of this page; what it is reset to is what is chosen beforehand.
   * @param {HTMLElement} form
   */
  preset(form) {
    const { citizenship, category, opening, table } = this.element.dataset;
    Object.assign(form.dataset, { opening, table });
    for (const [name, value] of [
      ["citizenships.0", citizenship],
      ["category", category],
    ])
      for (const option of form.querySelectorAll(`select[name="${name}"] option`))
        if (option instanceof HTMLOptionElement) option.selected = option.defaultSelected = option.value === value;
  }

  /** @param {{ coming?: boolean, missing?: boolean }} shown */
  show({ coming = false, missing = false }) {
    for (const [name, isShown] of Object.entries({ coming, missing }))
      for (const part of this.element.querySelectorAll(`[data-${name}]`)) part.toggleAttribute("hidden", !isShown);
  }
}

for (const element of document.querySelectorAll("[data-form-place]")) new Place(/** @type {HTMLElement} */ (element));
