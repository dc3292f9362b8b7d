/** The page for placement offices: a table is read, its rows are assessed some at a time, the results are shown. */

import { loadNames } from "./form/country-names.js";
import { today } from "./page/dates.js";
import { find, make, say } from "./page/dom.js";
import { Engine } from "./page/engine.js";
import { Outcome } from "./offices/outcome.js";
import { Run } from "./offices/run.js";
import { base64Of } from "./offices/file.js";
import { saveFile } from "./take/hand-over.js";
import { Words } from "./page/words.js";

const CSV = "text/csv;charset=utf-8";
/** How often the live region speaks while rows are assessed. */
const PARTS = 10;

class Offices {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.words = new Words(root);
    this.status = find(root, "[data-status]");
    this.progress = /** @type {HTMLProgressElement} */ (find(root, "[data-progress]"));
    this.problems = find(root, "[data-problems]");
    this.drop = find(root, "[data-drop]");
    this.input = /** @type {HTMLInputElement} */ (find(root, "#offices-file"));
    /** @type {Run | null} */
    this.run = null;
    /** @type {symbol | null} the file that is being opened */
    this.opening = null;
    this.outcome = new Outcome(find(root, "[data-outcome]"), this.words);
    this.engine = new Engine((stage) => this.entered(stage));
    find(root, "[data-live]").hidden = false;
    this.listen();
    this.engine.start();
  }

  listen() {
    const on = (/** @type {string} */ selector, /** @type {() => void} */ act) =>
      find(this.root, selector).addEventListener("click", act);
    on("[data-template]", () => this.saveTemplate());
    on("[data-cancel]", () => this.stop());
    on("[data-again]", () => this.engine.start());
    on("[data-save]", () => this.saveResults());
    this.input.addEventListener("change", () => {
      const [file] = this.input.files ?? [];
      if (file) this.open(file);
    });
    for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
      this.drop.addEventListener(name, (event) => {
        event.preventDefault();
        this.drop.classList.toggle("offices__drop--over", name.startsWith("drage") || name === "dragover");
      });
    }
    this.drop.addEventListener("drop", (event) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (file) this.open(file);
    });
  }

  /**
   * @template {import("./types").BatchStep} Step
   * @param {Step} step
   * @param {import("./types").BatchPayload<Step>} payload
   * @returns {Promise<import("./types").Reply<import("./types").BatchMade[Step]>>}
   */
  ask(step, payload) {
    const request = { task: "batch", lang: this.words.lang, today: today(), step, ...payload };
    return this.engine.ask(/** @type {any} */ (request));
  }

  /** @param {File} file */
  async open(file) {
    this.stop();
    this.outcome.clear(file.name);
    this.problems.hidden = true;
    this.busy(true);
    if (this.engine.stage === "ready") this.tell("reading");
    const opening = Symbol(file.name);
    this.opening = opening;
    let content;
    try {
      content = await base64Of(file);
    } catch {
      this.refuse([this.words.say("offices.unreadable")]);
      return;
    }
    const run = new Run((step, payload) => this.ask(step, payload), await loadNames().catch(() => ({})));
    if (this.opening !== opening) return;
    this.run = run;
    run.onRead = (read) => this.outcome.begin(read);
    run.onResults = (results, done, count) => this.advanced(results, done, count);
    const refusals = await run.go(content);
    if (this.run !== run) return;
    if (refusals) this.refuse(refusals.map(({ message }) => this.words.sentences(message)));
    else this.finish("finished", run.count);
  }

  /**
   * @param {import("./types").RowResult[]} results
   * @param {number} done
   * @param {number} count
   */
  advanced(results, done, count) {
    this.outcome.add(results);
    this.progress.max = count;
    this.progress.value = done;
    const before = done - results.length;
    const part = (/** @type {number} */ rows) => Math.floor((rows * PARTS) / count);
    if (done < count && part(done) > part(before)) this.tell("working", { done, count });
  }

  stop() {
    const { run } = this;
    this.opening = null;
    this.run = null;
    this.busy(false);
    if (!run) return;
    run.stop();
    this.engine.forget("batch");
    if (run.count) this.tell("stopped", { done: run.done, count: run.count });
    else say(this.status, "");
  }

  /**
   * @param {string} key
   * @param {number} count
   */
  finish(key, count) {
    this.run = null;
    this.busy(false);
    this.tell(key, { count });
    this.outcome.finish();
  }

  /** @param {string[]} sentences */
  refuse(sentences) {
    this.run = null;
    this.busy(false);
    this.tell("refused");
    this.problems.replaceChildren(...sentences.map((sentence) => make("li", {}, sentence)));
    this.problems.hidden = false;
  }

  /** @param {boolean} isBusy */
  busy(isBusy) {
    this.progress.hidden = !isBusy;
    this.progress.removeAttribute("value");
    find(this.root, "[data-cancel]").hidden = !isBusy;
    this.input.value = "";
  }

  async saveTemplate() {
    const reply = await this.ask("template", {});
    if ("text" in reply) this.save(reply.text, this.words.say("offices.template_name"));
  }

  async saveResults() {
    const { table, results, name } = this.outcome;
    if (!table) return;
    const reply = await this.ask("write", { table, lines: results.map(({ line }) => line) });
    const stem = name.replace(/\.[^.]*$/, "");
    if ("text" in reply) this.save(reply.text, this.words.say("offices.results_name", { name: stem }));
  }

  /**
   * @param {string} text
   * @param {string} name
   */
  save(text, name) {
    saveFile(text, name, CSV);
    if (!this.run) say(this.status, this.words.say("take.saved", { name }));
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} values
   */
  tell(key, values = {}) {
    say(this.status, this.words.say(`offices.${key}`, values));
  }

  /** @param {import("./types").Stage} stage */
  entered(stage) {
    const isFailed = stage === "failed";
    find(this.root, "[data-again]").hidden = !isFailed;
    find(this.root, "[data-elsewhere]").hidden = !(isFailed || stage === "unsupported");
    if (stage === "python") say(this.status, this.words.say("loading_python"));
    else if (stage === "rules") say(this.status, this.words.say("loading_rules"));
    else if (stage === "slow") say(this.status, this.words.say("slow"));
    else if (stage === "ready" && this.run) this.tell("reading");
    else if (stage === "ready") say(this.status, "");
    else if (stage === "unsupported") this.tell("no_webassembly");
    else if (isFailed) this.tell("failed");
    if (stage === "unsupported") this.drop.hidden = true;
  }
}

for (const root of document.querySelectorAll("[data-offices]")) new Offices(/** @type {HTMLElement} */ (root));
