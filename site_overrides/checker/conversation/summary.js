/** What the reader has answered so far, and what the reader does not know yet, each with the way back to it. */

import { make } from "../page/dom.js";

/**
 * List answers with a button to change each.
 * @param {ReturnType<import("../form/form.js").Form["answers"]>} answers
 * @param {Set<string | undefined>} refused the paths of those that cannot be right
 * @param {import("../page/words.js").Words} words
 */
export function answersList(answers, refused, words) {
  return make(
    "dl",
    { class: "checker__answers" },
    ...answers.map(({ path, label, answer, isPreset }) =>
      make(
        "div",
        { "data-answer": path },
        make("dt", {}, label),
        make(
          "dd",
          {},
          answer,
          isPreset ? make("span", { class: "checker__hint" }, ` ${words.say("preset")}`) : null,
          refused.has(path) ? make("span", { class: "checker__wrong" }, ` ${words.say("to_correct")}`) : null,
        ),
        make("dd", {}, button(path, words.say("change"), label)),
      ),
    ),
  );
}

/**
 * List questions that are open with a button to answer each.
 * @param {{ path: string, label: string }[]} questions
 * @param {import("../page/words.js").Words} words
 */
export function openList(questions, words) {
  return make(
    "ul",
    { class: "checker__links" },
    ...questions.map(({ path, label }) => make("li", {}, label, " ", button(path, words.say("answer_it"), label))),
  );
}

/**
 * A button that leads to a question and says to which.
 * @param {string} path
 * @param {string} text
 * @param {string} label
 */
function button(path, text, label) {
  const hidden = make("span", { class: "checker__unseen" }, ` ${label}`);
  return make("button", { type: "button", class: "checker__link", "data-to": path }, text, hidden);
}
