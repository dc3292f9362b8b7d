/** The notice above the form that says where answers came from, and what can be done about them. */

import { find, make } from "../page/dom.js";

export class Notice {
  /** @param {HTMLElement} root the checker */
  constructor(root) {
    this.text = make("div", { role: "status" });
    this.actions = make("p", { class: "checker__actions" });
    this.place = make("div", { class: "checker__notice", hidden: true }, this.text, this.actions);
    this.heading = find(root, "#checker-heading");
    root.prepend(this.place);
  }

  /**
   * Say sentences, with a button for each thing that the reader can do; each of them takes the notice away.
   * @param {string[]} sentences
   * @param {[string, () => void][]} actions
   */
  show(sentences, actions) {
    this.place.hidden = false;
    this.text.replaceChildren(...sentences.map((sentence) => make("p", {}, sentence)));
    this.actions.replaceChildren(
      ...actions.map(([label, act]) => {
        const button = make("button", { type: "button", class: "checker__button" }, label);
        button.addEventListener("click", () => {
          this.hide();
          act();
          // The button is gone, and the focus with it, unless what it does has led elsewhere.
          if (document.activeElement === document.body) this.heading.focus({ preventScroll: true });
        });
        return button;
      }),
    );
  }

  /**
   * Add a sentence to what is said, unless it stands there.
   * @param {string} sentence
   */
  add(sentence) {
    if (this.place.hidden || this.text.textContent?.includes(sentence)) return;
    this.text.append(make("p", {}, sentence));
  }

  hide() {
    this.place.hidden = true;
    this.text.replaceChildren();
    this.actions.replaceChildren();
  }
}
