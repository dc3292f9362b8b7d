/** The message to a placement office: shown in a field, where the reader can change it before it is copied or sent. */

import { make } from "../page/dom.js";
import { copyField } from "./hand-over.js";
import { actions, box, button, unfolding } from "./parts.js";

/** Longer addresses are cut or refused by some programs. */
const LONGEST_ADDRESS = 1900;

/** @typedef {{ document: Record<string, unknown>, url: string }} Requested */

export class Letter {
  /**
   * @param {import("../types").Page} page
   * @param {(text: string) => void} tell
   */
  constructor(page, tell) {
    this.page = page;
    this.tell = tell;
    /** @type {Requested | null} */
    this.requested = null;
    this.made = { subject: "", text: "" };
    const t = (/** @type {string} */ key) => page.words.say(`take.letter.${key}`);
    this.subject = /** @type {HTMLInputElement} */ (make("input", { type: "text", id: "take-subject" }));
    this.text = /** @type {HTMLTextAreaElement} */ (make("textarea", { id: "take-text", rows: "14" }));
    this.private = box(t("private"), () => this.write());
    this.mail = /** @type {HTMLAnchorElement} */ (make("a", { class: "checker__button", href: "mailto:" }, t("mail")));
    this.again = button(t("again"), () => this.write(true));
    this.again.hidden = true;
    this.element = unfolding(
      "letter",
      t("heading"),
      make("p", {}, t("hint")),
      this.private.label,
      make("label", { for: "take-subject" }, t("subject")),
      this.subject,
      make("label", { for: "take-text" }, t("text")),
      this.text,
      actions(
        button(t("copy"), () => this.copy()),
        this.mail,
        this.again,
      ),
    );
    this.element.addEventListener("toggle", () => this.write());
    for (const field of [this.subject, this.text]) field.addEventListener("input", () => this.address());
  }

  /** @param {Requested | null} requested */
  update(requested) {
    this.requested = requested;
    this.write();
  }

  get isChanged() {
    return this.text.value !== this.made.text || this.subject.value !== this.made.subject;
  }

  /**
   * Write the message; one that the reader has changed stays, unless it is asked for anew.
   * @param {boolean} isAnew
   */
  async write(isAnew = false) {
    if (!this.requested || !this.element.hasAttribute("open")) return;
    this.page.engine.forget("message");
    const reply = await this.page.ask("message", { ...this.requested, private: this.private.input.checked });
    if ("problems" in reply) return;
    const mayReplace = isAnew || !this.isChanged;
    const isOther = reply.text !== this.made.text || reply.subject !== this.made.subject;
    if (mayReplace) {
      this.made = reply;
      this.subject.value = reply.subject;
      this.text.value = reply.text;
    }
    this.again.hidden = mayReplace || !isOther;
    this.address();
  }

  /** Let the link open the reader's mail program, without the text where it is too long for an address. */
  address() {
    const subject = `mailto:?subject=${encodeURIComponent(this.subject.value)}`;
    const whole = `${subject}&body=${encodeURIComponent(this.text.value.replaceAll("\n", "\r\n"))}`;
    this.mail.href = whole.length > LONGEST_ADDRESS ? subject : whole;
    const key = whole.length > LONGEST_ADDRESS ? "mail_subject" : "mail";
    this.mail.textContent = this.page.words.say(`take.letter.${key}`);
  }

  async copy() {
    const isCopied = await copyField(this.text);
    this.tell(this.page.words.say(isCopied ? "take.copied" : "take.copy_yourself"));
  }
}
