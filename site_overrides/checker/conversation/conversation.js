/** The two ways to answer: one question at a time, or all at once. The controls are the same in both. */

import { focusOn, setValue, showProblem } from "../form/controls.js";
import { find, say } from "../page/dom.js";
import { writeQuestion } from "../form/writing.js";
import { Account } from "./account.js";
import { Agenda } from "./agenda.js";
import { ending, held } from "./ending.js";
import { offer, takeUp, withdraw } from "./offers.js";
import { isAnswered, leaveOnly, offersUnknown, outermost } from "./steps.js";

export class Conversation {
  /**
   * @param {import("../types").Page} page
   * @param {import("../page/inquiry.js").Inquiry} inquiry
   */
  constructor(page, inquiry) {
    this.page = page;
    this.inquiry = inquiry;
    const { root, form } = page;
    this.way = root.dataset.way === "steps" ? "steps" : "all";
    this.agenda = new Agenda(form, JSON.parse(root.dataset.opening ?? "[]"));
    this.account = new Account(page, this.agenda);
    /** @type {HTMLElement[]} the questions on the screen; none once the conversation has ended */
    this.step = [];
    /** @type {HTMLElement[]} the first question of each step that the reader came through */
    this.trail = [];
    /** Whether the reader asked for the step at hand, by its name or by going back. */
    this.isWanted = false;
    /** Whether the reader is on the way from one step to the next. */
    this.isLeaving = false;
    this.switch = find(root, "[data-switch]");
    this.actions = find(root, "[data-actions]");
    this.skipButton = find(root, "[data-skip]");
    this.back = find(root, "[data-previous]");
    this.ended = find(root, "[data-ended]");
    this.switch.addEventListener("click", () => this.change(this.way === "all" ? "steps" : "all"));
    this.skipButton.addEventListener("click", () => this.leave(() => this.skip()));
    this.back.addEventListener("click", () => this.goBack());
    form.element.addEventListener("submit", () => this.leave(() => this.goOn()));
    form.element.addEventListener("reset", () => this.begin());
    for (const name of ["input", "change"]) form.element.addEventListener(name, (event) => this.typed(event));
    this.show();
  }

  /**
   * Change the way to answer; the question at hand stays at hand.
   * @param {string} way
   */
  change(way) {
    this.way = way;
    withdraw(this.page.form.element);
    const [first] = this.step;
    if (way === "steps") this.proceed();
    else {
      this.show();
      if (first) focusOn(first);
    }
  }

  /** Begin anew: nothing is answered any more. */
  begin() {
    this.agenda.begin();
    this.trail = [];
    this.step = [];
    this.ended.hidden = true;
    withdraw(this.page.form.element);
    // The browser empties the controls only after its event.
    window.setTimeout(() => (this.way === "steps" ? this.proceed() : this.show()));
  }

  /**
   * Take in what the rules found about the newest answers.
   * @param {import("../types").Judged} judgement
   */
  judged(judgement) {
    this.agenda.judged(judgement);
    this.catchUp();
  }

  /**
   * Take in that the newest answers cannot be assessed.
   * @param {import("../form/form.js").Refusal[]} refusals
   */
  refused(refusals) {
    this.agenda.refused(refusals);
    this.catchUp();
  }

  /** Follow what was found: the step at hand stays, but for answers that came otherwise, from a link for instance. */
  catchUp() {
    const hasEnded = document.activeElement === this.ended;
    const next = this.agenda.next();
    const isAtStep = !this.isWanted && this.step.some((asked) => asked.contains(document.activeElement));
    const isPointless = this.isPointless();
    if (this.way === "steps" && !this.isLeaving && (isPointless || this.isBehind(next))) {
      this.step = next ? this.agenda.stepFor(next) : [];
      this.ended.hidden = next !== null;
      if (!next) this.sayEnd();
    }
    this.show();
    if (next && ((hasEnded && this.ended.hidden) || (isPointless && isAtStep))) focusOn(next);
    else if (isPointless && isAtStep) this.ended.focus();
  }

  /** Tell whether the rules, which have come meanwhile, need nothing of the step at hand, and nothing is answered there. */
  isPointless() {
    if (this.isWanted || !this.agenda.isJudged || this.step.length === 0) return false;
    const counting = this.agenda.counting().map(outermost);
    return this.step.every((question) => !isAnswered(question) && !counting.includes(question));
  }

  /**
   * Tell whether the screen shows nothing that is still to answer, while the reader is not at it.
   * @param {HTMLElement | null} next
   */
  isBehind(next) {
    if (this.step.length === 0) return true;
    const isDone = this.step.every((question) => isAnswered(question) && question !== (next && outermost(next)));
    return isDone && !this.page.form.element.contains(document.activeElement);
  }

  /**
   * Lead the reader to the question at a path.
   * @param {string} path
   */
  goTo(path) {
    const question = this.page.form.questionAt(path);
    if (!question) return;
    question.hidden = false;
    if (this.way === "steps") {
      this.agenda.askAgain(question);
      this.enter(question, true);
    }
    focusOn(question);
  }

  /**
   * @param {HTMLElement} question
   * @param {boolean} isWanted whether the reader wants to answer it, needed or not
   */
  enter(question, isWanted = false) {
    withdraw(this.page.form.element);
    this.isWanted = isWanted;
    const [last] = this.step;
    if (last && last !== this.trail.at(-1)) this.trail.push(last);
    this.step = this.agenda.stepFor(question);
    for (const asked of this.step) offer(this.page.form, asked);
    this.show();
    this.account.progress.scrollIntoView({ block: "start" });
  }

  /** Show what belongs to the way to answer, and how far the reader is. */
  show() {
    const { form, root, words } = this.page;
    const isStepwise = this.way === "steps";
    root.dataset.way = this.way;
    say(this.switch, words.say(isStepwise ? "ways.all" : "ways.steps"));
    if (isStepwise) this.fillStep();
    leaveOnly(form, isStepwise ? this.step : null);
    this.skipButton.hidden = this.step.every(offersUnknown);
    this.actions.hidden = !isStepwise || this.step.length === 0;
    this.back.hidden = this.trail.length === 0;
    this.account.summary.hidden = !isStepwise;
    if (!isStepwise || this.step.length > 0) this.ended.hidden = true;
    this.account.tellProgress();
    if (isStepwise) this.account.list(this.step);
  }

  /** Add what an answer has brought into the step; what is on the screen stays there. */
  fillStep() {
    const next = this.agenda.next();
    if (this.step.length === 0 && this.ended.hidden && next) this.step = this.agenda.stepFor(next);
    for (const question of this.step.flatMap((asked) => this.agenda.stepFor(asked)))
      if (!this.step.includes(question)) this.step.push(question);
  }

  /**
   * Leave the step at hand in a way that waits for the rules, once at a time.
   * @param {() => Promise<void>} way
   */
  async leave(way) {
    if (this.isLeaving) return;
    this.isLeaving = true;
    await way();
    this.isLeaving = false;
  }

  /** Go on from the step at hand, once its answers are understood and none is missing. */
  async goOn() {
    const seen = new Set(this.step);
    for (const question of this.step) takeUp(question);
    await this.inquiry.settled();
    if (this.way !== "steps") return;
    const refused = this.refusedHere()[0];
    if (refused) {
      focusOn(refused);
      return;
    }
    const missing = this.missingHere()[0];
    if (missing) {
      if (seen.has(outermost(missing))) showProblem(missing, this.page.words.say("missing"));
      focusOn(missing);
      return;
    }
    this.proceed();
  }

  /** Go on without the answers that are missing in the step at hand. */
  async skip() {
    for (const question of this.step) withdraw(question);
    await this.inquiry.settled();
    for (const question of this.refusedHere()) setValue(question, undefined);
    await this.inquiry.settled();
    if (this.agenda.skip(this.step)) for (const question of this.step) writeQuestion(question, undefined);
    for (const question of this.step) showProblem(question, null);
    await this.inquiry.settled();
    this.proceed();
  }

  /** List the questions of the step at hand that are still open, from top to bottom. */
  missingHere() {
    const open = this.agenda.open().filter((question) => this.step.includes(outermost(question)));
    const all = /** @type {NodeListOf<HTMLElement>} */ (
      this.page.form.element.querySelectorAll(".checker__question")
    );
    return [...all].filter((question) => open.includes(question));
  }

  /** List the questions of the step at hand whose answers cannot be right. */
  refusedHere() {
    const refused = this.agenda.refusals.flatMap(({ question }) => question ?? []);
    return refused.filter((question) => this.step.includes(outermost(question)));
  }

  /** Ask the next question, or end where none is left. */
  proceed() {
    const next = this.agenda.next();
    if (next) {
      this.enter(next);
      focusOn(next);
    } else this.end();
  }

  /** Say that no question is left, and why, and take the reader to the result. */
  end() {
    const [last] = this.step;
    if (last) this.trail.push(last);
    this.step = [];
    this.ended.hidden = false;
    this.sayEnd();
    this.show();
    this.ended.focus();
    this.ended.scrollIntoView({ block: "start" });
  }

  sayEnd() {
    const { words } = this.page;
    const { judgement, isJudged } = this.agenda;
    const [best] = judgement?.assessment.routes ?? [];
    const parts = isJudged
      ? ending({ best, unknown: this.agenda.unknown([]), optional: this.agenda.optional() }, words)
      : [held(words)];
    this.ended.replaceChildren(...parts);
  }

  goBack() {
    const before = this.trail.pop();
    if (!before) return;
    this.step = [];
    this.enter(before, true);
    focusOn(before);
  }

  /**
   * What is said beside an answer that was offered takes that one up.
   * @param {Event} event
   */
  typed(event) {
    const target = event.target instanceof Element && event.target.matches("[role=combobox]") ? null : event.target;
    const row = target instanceof Element && target.closest("[data-row]");
    if (row) takeUp(row);
    if (event.type === "change") this.show(); // an answer may bring another question into its step
  }
}
