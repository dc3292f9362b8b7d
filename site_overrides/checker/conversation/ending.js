/** What is said when no question is left to ask: the verdict that stands, or what it waits for. */

import { make } from "../page/dom.js";
import { openList } from "./summary.js";

/**
 * @typedef {object} Ending
 * @property {import("../types").Route | undefined} best
 * @property {{ path: string, label: string }[]} unknown the questions whose answers the reader does not know yet
 * @property {{ path: string, label: string }[]} optional the questions that only make the result more exact
 */

/**
 * Say why the questions end, and offer those that may still be answered.
 * @param {Ending} ending
 * @param {import("../page/words.js").Words} words
 * @returns {HTMLElement[]}
 */
export function ending({ best, unknown, optional }, words) {
  const key = unknown.length > 0 ? "waiting" : (best?.verdict ?? "waiting");
  return [
    make("p", { class: "checker__ending" }, words.say(`conversation.ended.${key}`)),
    ...(unknown.length > 0 ? [openList(unknown, words)] : []),
    ...(optional.length > 0 && key !== "ineligible"
      ? [
          make(
            "details",
            { class: "checker__optional" },
            make("summary", {}, words.say("conversation.optional")),
            openList(optional, words),
          ),
        ]
      : []),
  ];
}

/**
 * Say that the first questions are answered and that the others come with the rules.
 * @param {import("../page/words.js").Words} words
 */
export function held(words) {
  return make("p", { class: "checker__ending" }, words.say("held"));
}
