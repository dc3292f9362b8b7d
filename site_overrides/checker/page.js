/** What the parts of a page share. */

import { today } from "./dates.js";

/**
 * Put together what the parts of a page share.
 * @param {Pick<import("./types").Page, "root" | "words" | "form" | "engine" | "goTo">} parts
 * @returns {import("./types").Page}
 */
export function pageOf({ root, words, form, engine, goTo }) {
  /** @type {import("./types").Page["ask"]} */
  const ask = (task, payload, dropped) =>
    engine.ask(/** @type {any} */ ({ task, lang: words.lang, today: today(), ...payload }), dropped);
  return { root, words, form, engine, goTo, today, ask };
}
