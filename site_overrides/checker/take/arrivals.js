/** Answers that come with the reader: in the link that was opened, or kept in this browser at an earlier visit. */

import { anywhere, fieldsOf } from "./fields.js";
import { isAnswers, readAnswers } from "./answers-text.js";
import { Notice } from "./notice.js";
import { forgetAnswers, keptAnswers } from "./saved.js";

const MOST_NAMED = 8;
const LONGEST_NAME = 40;

/** @typedef {import("./answers-text.js").Found} Found */

export class Arrivals {
  /** @param {import("../types").Page} page */
  constructor(page) {
    this.page = page;
    this.fields = fieldsOf(page.form);
    this.notice = new Notice(page.root);
    /** @type {Found | null} the link whose answers were taken over */
    this.link = null;
    this.isKeeping = false;
    window.addEventListener("hashchange", () => this.openLink());
    page.form.element.addEventListener("reset", () => {
      this.link = null;
    });
  }

  /** Fill in what came with the reader; a link comes before what was kept. */
  open() {
    if (!this.openLink()) this.openKept();
  }

  /** Fill in the answers of the address, if it has any; what the reader has answered is not overwritten unasked. */
  openLink() {
    const text = window.location.hash.slice(1);
    if (!isAnswers(text)) return false;
    // The answers leave the address, so that a reload brings back no older ones and nobody copies them by mistake.
    window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
    const found = readAnswers(text, this.fields);
    const { words } = this.page;
    if (!found || Object.keys(found.document).length === 0)
      this.notice.show([words.say("arrived.unusable"), ...(found ? this.left(found) : [])], [this.closing("keep")]);
    else if (this.isAnswered())
      this.notice.show([words.say("arrived.link_offer")], [
        [words.say("arrived.use_link"), () => this.useLink(found)],
        this.closing("keep"),
      ]);
    else this.useLink(found);
    return true;
  }

  /** @param {Found} found */
  useLink(found) {
    this.link = found;
    this.isKeeping = false;
    this.fill(found);
    const { words } = this.page;
    const sentences = [words.say("arrived.link")];
    if (!found.hasPrivate) sentences.push(words.say("arrived.private"));
    this.notice.show([...sentences, ...this.left(found)], [this.clearing()]);
  }

  /** Fill in the kept answers; offer them where the page is about another citizenship or already answered. */
  openKept() {
    const text = keptAnswers();
    if (text === null) return;
    const found = readAnswers(text, this.fields);
    if (!found?.on) {
      forgetAnswers();
      return;
    }
    const { words } = this.page;
    if (this.isAnswered() || !this.fits(found))
      this.notice.show([words.say("arrived.kept_offer", { date: words.date(found.on) })], [
        [words.say("arrived.use_kept"), () => this.useKept(found)],
        this.forgetting(),
        this.closing("not_now"),
      ]);
    else this.useKept(found);
  }

  /** @param {Found} found */
  useKept(found) {
    const { words } = this.page;
    this.link = null;
    this.isKeeping = true;
    this.fill(found);
    this.notice.show([words.say("arrived.kept", { date: words.date(found.on ?? "") }), ...this.left(found)], [
      this.forgetting(),
      this.closing("close"),
    ]);
  }

  /** @param {Found} found */
  fill({ document }) {
    const { form } = this.page;
    form.write(document);
    // Whatever waits for the reader's first answer has it now; the page may still be in the making.
    window.setTimeout(() => form.element.dispatchEvent(new Event("input")));
  }

  /** Tell whether the reader has answered anything. */
  isAnswered() {
    return this.page.form.answers().some(({ isPreset }) => !isPreset);
  }

  /**
   * Tell whether kept answers are about the citizenship that the page chose beforehand, if it chose one.
   * @param {Found} found
   */
  fits({ document }) {
    const [preset] = /** @type {string[]} */ (this.page.form.read().citizenships ?? []);
    const [kept] = /** @type {string[]} */ (document.citizenships ?? []);
    return preset === undefined || preset === kept;
  }

  /**
   * Say what could not be used.
   * @param {Found} found
   */
  left({ dropped }) {
    if (dropped.length === 0) return [];
    const names = [...new Set(dropped.map((path) => this.named(path)))];
    const list = names.slice(0, MOST_NAMED).join(", ") + (names.length > MOST_NAMED ? "…" : "");
    return [this.page.words.say("arrived.dropped", { list })];
  }

  /**
   * Name a part of a link: by its question, else as it is written.
   * @param {string} path
   */
  named(path) {
    if (this.fields.has(anywhere(path))) return this.page.form.labelAt(path);
    return path.length > LONGEST_NAME ? `${path.slice(0, LONGEST_NAME)}…` : path;
  }

  /**
   * @param {"keep" | "not_now" | "close"} name
   * @returns {[string, () => void]}
   */
  closing(name) {
    return [this.page.words.say(`arrived.${name}`), () => {}];
  }

  /** @returns {[string, () => void]} */
  clearing() {
    return [this.page.words.say("clear_all"), () => this.page.form.element.reset()];
  }

  /** @returns {[string, () => void]} */
  forgetting() {
    return [this.page.words.say("arrived.forget"), () => this.forget()];
  }

  forget() {
    forgetAnswers();
    this.isKeeping = false;
    this.onForget();
  }

  /** What else is to be done once the kept answers are forgotten. */
  onForget() {}
}
