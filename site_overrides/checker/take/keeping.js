/** Answers kept in this browser: the box that keeps them, the day they are of, and the button that forgets them. */

import { make, say } from "../page/dom.js";
import { actions, box, button } from "./parts.js";
import { forgetAnswers, keepAnswers, keptAnswers } from "./saved.js";

export class Keeping {
  /**
   * @param {import("../types").Page} page
   * @param {import("./arrivals.js").Arrivals} arrivals
   * @param {() => string | null} write writes the answers as text: empty where nothing is answered, null while unknown
   * @param {(text: string) => void} tell
   */
  constructor({ words }, arrivals, write, tell) {
    this.words = words;
    this.arrivals = arrivals;
    this.write = write;
    this.tell = tell;
    const t = (/** @type {string} */ key) => words.say(`take.keep.${key}`);
    this.box = box(t("box"), () => this.chosen());
    this.since = make("p", { class: "checker__hint" });
    this.forget = button(words.say("arrived.forget"), () => arrivals.forget());
    const hint = make("p", { class: "checker__hint" }, t("hint"));
    this.elements = [this.box.label, hint, this.since, actions(this.forget)];
    arrivals.onForget = () => {
      this.show();
      tell(t("forgotten"));
    };
    this.show();
  }

  chosen() {
    this.arrivals.isKeeping = this.box.input.checked;
    if (!this.arrivals.isKeeping) this.arrivals.forget();
    else if (this.update()) this.tell(this.since.textContent ?? "");
  }

  /** Keep the answers as they are now, if the reader wants them kept; tell whether any are kept. */
  update() {
    const text = this.arrivals.isKeeping ? this.write() : null;
    if (text === "") forgetAnswers();
    else if (text !== null && !keepAnswers(text)) {
      this.arrivals.isKeeping = false;
      forgetAnswers();
      this.tell(this.words.say("take.keep.impossible"));
    }
    return this.show();
  }

  /** Show whether answers are kept, and since when; tell whether any are. */
  show() {
    const day = new URLSearchParams(keptAnswers() ?? "").get("on");
    const date = day && this.words.date(day);
    this.box.input.checked = this.arrivals.isKeeping;
    say(this.since, date ? this.words.say("take.keep.kept", { date }) : this.words.say("take.keep.nothing"));
    this.forget.hidden = date === null;
    return date !== null;
  }
}
