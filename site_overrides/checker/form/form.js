/** The form as a document: what is answered, what is asked at all, and problems shown where they belong. */

import { readQuestion } from "./answers.js";
import { focusOn, isChanged, isIncomplete, namesNoCountry, setValue, showProblem, valueOf } from "./controls.js";
import { find, say } from "../page/dom.js";
import { labelOf, shownAnswer } from "./shown.js";
import { enableRows, keepRows, rowsOf } from "./rows.js";
import { changed, isWithin, put, valueAt } from "../page/paths.js";
import { remembered, writeQuestion } from "./writing.js";

/** @typedef {{ path: string, values: string[], atLeast: number }} Condition */
/** @typedef {{ path: string, message: string, question: HTMLElement | null }} Refusal */

export class Form {
  /**
   * @param {HTMLFormElement} element
   * @param {import("../page/words.js").Words} words
   * @param {() => void} onChange called when an answer may have changed
   */
  constructor(element, words, onChange) {
    this.element = element;
    this.words = words;
    this.onChange = onChange;
    /** @type {Set<string>} */
    this.revealed = new Set();
    /** @type {import("./answers.js").Places} */
    this.places = new Map();
    for (const question of this.questions("rows")) enableRows(question, onChange);
    find(element, "[data-clear]").hidden = false;
    element.addEventListener("submit", (event) => event.preventDefault());
    element.addEventListener("input", ({ target }) => target instanceof Element && this.forgetUnderstood(target));
    element.addEventListener("reset", () => {
      this.revealed.clear();
      for (const question of this.questions("rows")) keepRows(question, 1);
      // The browser empties the controls only after this event.
      window.setTimeout(onChange);
    });
    for (const name of ["input", "change", "focusout"]) element.addEventListener(name, onChange);
  }

  /**
   * List the questions outside rows, of one kind or of all.
   * @param {string} [kind]
   */
  questions(kind) {
    const all = [...this.element.querySelectorAll(".checker__question")].map(
      (found) => /** @type {HTMLElement} */ (found),
    );
    return all.filter((question) => !question.closest("[data-row]") && (!kind || question.dataset.kind === kind));
  }

  /**
   * Read the answers as a document; questions that are not asked now are left out.
   * @returns {import("./answers.js").Answers}
   */
  read() {
    /** @type {import("./answers.js").Answers} */
    const answers = {};
    /** @type {Set<HTMLElement>} */
    const answered = new Set();
    this.places.clear();
    this.choose();
    for (const question of this.questions()) {
      if (question.hidden) continue;
      const value = readQuestion(question, this.places);
      if (value === undefined) continue;
      put(answers, question.dataset.path ?? "", value);
      answered.add(question);
    }
    this.count(answered);
    return answers;
  }

  /**
   * Answer all questions as a document in the contract's shape does; those that it says nothing of become unanswered.
   * @param {Record<string, unknown>} document
   */
  write(document) {
    this.revealed.clear();
    for (const question of this.questions()) {
      this.fillIn(question, document);
    }
    this.onChange();
  }

  /**
   * Answer some questions anew; whatever else stands in the form stays, also what does not count now.
   * @param {import("../types").Change[]} changes
   */
  change(changes) {
    const document = changed(this.read(), changes);
    for (const { field, value } of changes) {
      const own = this.places.get(field);
      if (own?.closest("[data-row]")) setValue(own, value);
      else
        for (const question of this.questions()) {
          const path = question.dataset.path ?? "";
          if (isWithin(path, field) || isWithin(field, path)) this.fillIn(question, document);
        }
    }
    this.onChange();
  }

  /**
   * @param {HTMLElement} question
   * @param {Record<string, unknown>} document
   */
  fillIn(question, document) {
    const path = question.dataset.path ?? "";
    const value = valueAt(document, path);
    if (value !== undefined && question.dataset.when) this.revealed.add(path);
    writeQuestion(question, value);
  }

  /**
   * Remember all that stands in the form, also what does not count now.
   * @returns {() => void} puts it back
   */
  remember() {
    const revealed = [...this.revealed];
    const back = this.questions().map(remembered);
    return () => {
      this.revealed = new Set(revealed);
      for (const putBack of back) putBack();
      this.onChange();
    };
  }

  /**
   * List the answers outside rows in the words that the reader sees; `isPreset` tells those that the page came with.
   * @returns {{ path: string, label: string, answer: string, isPreset: boolean }[]}
   */
  answers() {
    return this.questions()
      .filter((question) => !question.hidden)
      .map((question) => ({
        path: question.dataset.path ?? "",
        label: labelOf(question),
        answer: shownAnswer(question, this.words),
        isPreset: !isChanged(question),
      }))
      .filter(({ answer }) => answer !== "");
  }

  /**
   * Ask what the rules need, whatever the conditions of the questions say; once asked, it stays.
   * @param {string[]} paths
   */
  need(paths) {
    for (const path of paths) {
      if (this.questionAt(path)?.hidden) this.revealed.add(path);
    }
    this.choose();
  }

  /** Show the questions that are asked now, by their condition or because the rules need them; hide the others. */
  choose() {
    for (const question of this.questions()) {
      if (!question.dataset.when) continue;
      /** @type {Condition} */
      const { path, values, atLeast } = JSON.parse(question.dataset.when);
      const given = this.givenAt(path).filter((value) => values === null || values.includes(value));
      question.hidden = given.length < atLeast && !this.revealed.has(question.dataset.path ?? "");
    }
  }

  /**
   * List the answers that stand at a path now.
   * @param {string} path
   * @returns {string[]}
   */
  givenAt(path) {
    const question = this.questions().find((found) => found.dataset.path === path);
    if (!question) return [];
    const sources = question.dataset.kind === "rows" ? rowsOf(question) : [question];
    return sources
      .map(valueOf)
      .filter((value) => value !== undefined)
      .map(String);
  }

  /**
   * Say how many questions of each group are answered; what the page answers beforehand is left aside.
   * @param {Set<HTMLElement>} answered
   */
  count(answered) {
    const asked = this.questions().filter((question) => !question.hidden);
    for (const group of this.element.querySelectorAll("[data-group]")) {
      const own = asked.filter(
        (question) => group.contains(question) && (isChanged(question) || !answered.has(question)),
      );
      const done = own.filter((question) => answered.has(question));
      find(group, "[data-count]").textContent = this.words.say("counted", { answered: done.length, asked: own.length });
    }
  }

  /**
   * List the answers that the browser could not understand.
   * @returns {Refusal[]}
   */
  incomplete() {
    const found = [...this.element.querySelectorAll(".checker__question:not([data-kind=rows])")];
    return found
      .map((element) => /** @type {HTMLElement} */ (element))
      .filter((question) => !question.closest("[hidden]"))
      .flatMap((question) => {
        const key = namesNoCountry(question) ? "combobox.none" : isIncomplete(question) ? "not_complete" : null;
        return key ? [{ path: question.dataset.path ?? "", message: this.words.say(key), question }] : [];
      });
  }

  /**
   * Show each refusal beside its question, and take away all others.
   * @param {Refusal[]} refusals
   */
  showProblems(refusals) {
    for (const question of this.element.querySelectorAll(".checker__question")) {
      const refusal = refusals.find((found) => found.question === question);
      showProblem(/** @type {HTMLElement} */ (question), refusal ? refusal.message : null);
      if (refusal) question.closest("details")?.setAttribute("open", "");
    }
  }

  /**
   * Show beside each day how it was understood.
   * @param {Record<string, unknown>} document the answers with days as the contract writes them
   */
  showUnderstood(document) {
    for (const [path, question] of this.places) {
      if (question.dataset.kind !== "date") continue;
      const day = valueAt(document, path);
      const understood = typeof day === "string" ? this.words.date(day) : "";
      question.dataset.understood = understood;
      say(find(question, "[data-understood-as]"), understood && this.words.say("understood", { date: understood }));
    }
  }

  /**
   * Take back how a day was understood: it is being typed anew.
   * @param {Element} control
   */
  forgetUnderstood(control) {
    const question = /** @type {HTMLElement | null} */ (control.closest("[data-kind=date]"));
    if (!question) return;
    delete question.dataset.understood;
    say(find(question, "[data-understood-as]"), "");
  }

  /**
   * Find the question that a path of the document belongs to: its own, else that of the part that holds it.
   * @param {string} path
   * @returns {HTMLElement | null}
   */
  questionAt(path) {
    for (let part = path; part; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) {
      const found =
        this.places.get(part) ?? this.element.querySelector(`.checker__question[data-path="${CSS.escape(part)}"]`);
      if (found) return /** @type {HTMLElement} */ (found);
    }
    return null;
  }

  /**
   * Return the words of the question at a path.
   * @param {string} path
   */
  labelAt(path) {
    const question = this.questionAt(path);
    return question ? labelOf(question) : path;
  }

  /**
   * Return the name of a country in the page's language.
   * @param {string} code
   */
  countryName(code) {
    const options = /** @type {NodeListOf<HTMLOptionElement>} */ (
      this.element.querySelectorAll("select[name='residence'] option")
    );
    return [...options].find((option) => option.value === code)?.text ?? code;
  }

  /** @param {string} path */
  focus(path) {
    const question = this.questionAt(path);
    if (!question) return;
    question.hidden = false;
    focusOn(question);
  }
}
