/** The link to share: it holds the answers, the private ones only when the reader asks. */

import { make } from "../page/dom.js";
import { copyField } from "./hand-over.js";
import { actions, box, button, unfolding } from "./parts.js";

export class ShareLink {
  /**
   * @param {import("../types").Page} page
   * @param {(hasPrivate: boolean) => string} write writes the answers as text
   * @param {(text: string) => void} tell
   */
  constructor({ words }, write, tell) {
    this.words = words;
    this.write = write;
    this.tell = tell;
    const t = (/** @type {string} */ key) => words.say(`take.link.${key}`);
    this.field = /** @type {HTMLInputElement} */ (
      make("input", { type: "text", readonly: true, id: "take-link", "aria-describedby": "take-link-hint" })
    );
    this.private = box(t("private"), () => this.update());
    const buttons = [button(t("copy"), () => this.copy())];
    if ("share" in navigator) buttons.push(button(t("share"), () => this.share()));
    this.element = unfolding(
      "link",
      t("heading"),
      make("p", { id: "take-link-hint" }, t("hint")),
      this.private.label,
      make("p", { class: "checker__hint" }, t("private_why")),
      make("label", { for: "take-link" }, t("label")),
      this.field,
      actions(...buttons),
    );
  }

  /** Write the link to the answers as they are now. */
  update() {
    const { origin, pathname } = window.location;
    this.field.value = `${origin}${pathname}#${this.write(this.private.input.checked)}`;
  }

  async copy() {
    this.tell(this.words.say((await copyField(this.field)) ? "take.copied" : "take.copy_yourself"));
  }

  async share() {
    try {
      await navigator.share({ title: document.title, url: this.field.value });
    } catch {
      // The reader closed the list of places to share with.
    }
  }
}
