/** Opens a page that asks the rules about the answers of its form: what all its parts share, and what it says meanwhile. */

import { copyCountries } from "../form/countries.js";
import { today } from "./dates.js";
import { find } from "./dom.js";
import { Engine } from "./engine.js";
import { Form } from "../form/form.js";
import { Inquiry } from "./inquiry.js";
import { Words } from "./words.js";

/** The word for each stage of the start, by its key; nothing is said of the others. */
const SAID = {
  idle: "",
  ready: "",
  python: "loading_python",
  rules: "loading_rules",
  slow: "slow",
  failed: "failed",
  unsupported: "no_webassembly",
};

/**
 * @typedef {object} Listener
 * @property {() => void} changed an answer may have changed
 * @property {(stage: import("../types").Stage, sentence: string) => void} entered the rules have reached a stage of their
 *   start; `sentence` tells the reader of it, empty where there is nothing to tell
 * @property {(path: string) => void} goTo the reader wants to get to the question at a path
 */

/**
 * @param {HTMLElement} root
 * @param {Listener & import("./inquiry.js").Told} listener
 * @returns {{ page: import("../types").Page, inquiry: Inquiry }}
 */
export function openPage(root, listener) {
  const words = new Words(root);
  copyCountries(root);
  const form = new Form(/** @type {HTMLFormElement} */ (find(root, "form")), words, () => listener.changed());
  const engine = new Engine((stage) => {
    if (stage === "ready") words.adopt(engine.names);
    listener.entered(stage, SAID[stage] && words.say(SAID[stage]));
  });
  /** @type {import("../types").Page["ask"]} */
  const ask = (task, payload, dropped) =>
    engine.ask(/** @type {any} */ ({ task, lang: words.lang, today: today(), ...payload }), dropped);
  const page = { root, words, form, engine, goTo: (/** @type {string} */ path) => listener.goTo(path), today, ask };
  form.read();
  return { page, inquiry: new Inquiry(page, listener) };
}
