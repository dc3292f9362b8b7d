/** The panel "Take it with you": print, calendar, file, message, link, and answers kept in this browser. */

import { find, make, say } from "../page/dom.js";
import { writeAnswers } from "./answers-text.js";
import { opened } from "./file.js";
import { saveFile } from "./hand-over.js";
import { Keeping } from "./keeping.js";
import { Letter } from "./letter.js";
import { ShareLink } from "./link.js";
import { actions, button, unfolding } from "./parts.js";
import { Sheet } from "./sheet.js";

/** How long a live region is silent before the same can be said again, in milliseconds. */
const SILENCE = 100;

/** @typedef {import("../types").Judged} Judged */

export class Take {
  /**
   * @param {HTMLElement} place
   * @param {import("../types").Page} page
   * @param {import("./arrivals.js").Arrivals} arrivals
   */
  constructor(place, page, arrivals) {
    this.place = place;
    this.page = page;
    /** @type {Judged | null} */
    this.judged = null;
    /** @type {ReturnType<Take["build"]> | null} */
    this.parts = null;
    /** What the file that was opened calls its applicant; the form does not ask for it. */
    this.reference = "";
    this.arrivals = arrivals;
    this.sheet = new Sheet(page);
    this.status = make("p", { role: "status", class: "checker__hint" });
    page.form.element.addEventListener("reset", () => {
      this.reference = "";
    });
  }

  /** @param {Judged | null} judged */
  update(judged) {
    this.judged = judged;
    this.parts ??= this.build();
    const isAnswered = judged !== null && judged.assessment.routes.length > 0;
    find(this.place, "[data-with-answer]").hidden = !isAnswered;
    this.sheet.update(isAnswered ? judged : null);
    if (!judged) return;
    this.compareLink(judged);
    this.parts.link.update();
    this.parts.letter.update(isAnswered ? this.requested(judged) : null);
    this.parts.keeping.update();
  }

  /** Make the panel, once the words have come. */
  build() {
    const { page } = this;
    const t = (/** @type {string} */ key) => page.words.say(`take.${key}`);
    const tell = (/** @type {string} */ text) => say(this.status, text);
    const link = new ShareLink(page, (hasPrivate) => this.written(hasPrivate) ?? "", tell);
    const kept = () => (this.judged?.assessment.routes.length === 0 ? "" : this.written(true));
    const keeping = new Keeping(page, this.arrivals, kept, tell);
    const letter = new Letter(page, tell);
    const file = /** @type {HTMLInputElement} */ (
      make("input", { type: "file", id: "take-file", accept: ".json", "aria-describedby": "take-file-hint" })
    );
    file.addEventListener("change", () => this.openFile(file));
    this.place.replaceChildren(
      make(`h${page.root.dataset.level}`, {}, t("heading")),
      make(
        "div",
        { "data-with-answer": true },
        actions(
          button(t("print"), () => window.print()),
          button(t("calendar"), () => this.saveCalendar()),
          button(t("file.save"), () => this.saveDocument()),
        ),
        letter.element,
        link.element,
      ),
      unfolding(
        "keep",
        t("keep.heading"),
        ...keeping.elements,
        make("label", { for: "take-file" }, t("file.open")),
        make("p", { class: "checker__hint", id: "take-file-hint" }, t("file.hint")),
        file,
      ),
      this.status,
    );
    this.place.hidden = false;
    return { link, keeping, letter };
  }

  /**
   * Write the answers as text, with the version of the facts and the present day; null while there are none.
   * @param {boolean} hasPrivate
   */
  written(hasPrivate) {
    if (!this.judged) return null;
    const { document, assessment } = this.judged;
    return writeAnswers(document, this.arrivals.fields, { data: assessment.data_version, on: this.page.today(), hasPrivate });
  }

  /**
   * Return what the tasks ask about: the document, and the address of this page without what follows it.
   * @param {Judged} judged
   */
  requested({ document }) {
    const reference = this.reference ? { reference: this.reference } : {};
    return { document: { ...reference, ...document }, url: window.location.origin + window.location.pathname };
  }

  async saveCalendar() {
    if (!this.judged) return;
    const reply = await this.page.ask("calendar", this.requested(this.judged));
    if ("problems" in reply || reply.calendar === null) say(this.status, this.page.words.say("take.calendar_empty"));
    else this.save(reply.calendar, "iec-coop.ics", "text/calendar;charset=utf-8");
  }

  saveDocument() {
    if (!this.judged) return;
    const { document } = this.requested(this.judged);
    this.save(`${JSON.stringify(document, null, 2)}\n`, `iec-coop-${this.page.today()}.json`, "application/json");
  }

  /**
   * @param {string} text
   * @param {string} name
   * @param {string} type
   */
  save(text, name, type) {
    saveFile(text, name, type);
    say(this.status, this.page.words.say("take.saved", { name }));
  }

  /** @param {HTMLInputElement} input */
  async openFile(input) {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    const { words, form } = this.page;
    // What is told of one file may be what was told of the one before: silence lies between.
    say(this.status, "");
    const [result] = await Promise.all([opened(file, this.page), silence()]);
    if ("refused" in result) {
      say(this.status, [words.say("take.file.refused"), ...result.refused].join(" "));
      return;
    }
    const { reference, ...document } = result.document;
    const { reference: earlier } = this;
    const putBack = form.remember();
    this.reference = String(reference ?? "");
    this.arrivals.link = null;
    form.write(document);
    say(this.status, words.say("take.file.opened"));
    this.arrivals.notice.show([words.say("take.file.opened")], [
      [
        words.say("take.file.undo"),
        () => {
          this.reference = earlier;
          putBack();
        },
      ],
      this.arrivals.closing("close"),
    ]);
  }

  /**
   * Say when the facts are others than those that the link was made with.
   * @param {Judged} judged
   */
  compareLink({ assessment }) {
    const { link } = this.arrivals;
    if (!link?.data || !link.on || link.data === assessment.data_version) return;
    const { words } = this.page;
    this.arrivals.notice.add(words.say("take.link.changed", { date: words.date(link.on) }));
  }
}

/** @returns {Promise<void>} */
function silence() {
  return new Promise((resolve) => window.setTimeout(resolve, SILENCE));
}
