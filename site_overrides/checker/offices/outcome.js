/** The results of a table: how many of each verdict, a page of rows, and a choice of which. */

import { find, make, say, tableHead } from "../page/dom.js";

/** How many rows one page shows. */
const PAGE = 100;
/** What the last column tells of a row, in this order, where there is something to tell. */
const TOLD = ["errors", "reasons", "remedies", "needs", "cautions", "permit_ends_on", "last_invitation_day", "next_deadline_on"];

export class Outcome {
  /**
   * @param {HTMLElement} place
   * @param {import("../page/words.js").Words} words
   */
  constructor(place, words) {
    this.place = place;
    this.words = words;
    this.filter = /** @type {HTMLSelectElement} */ (find(place, "[data-show]"));
    this.filter.addEventListener("change", () => this.turnTo(0));
    find(place, "[data-previous]").addEventListener("click", () => this.turnBy(-PAGE));
    find(place, "[data-next-rows]").addEventListener("click", () => this.turnBy(PAGE));
    this.name = "";
    /** @type {import("../types").RowResult[]} */
    this.results = [];
    /** @type {import("../types").TableRead | null} */
    this.table = null;
    /** @type {Record<string, string>} */
    this.titles = {};
    this.first = 0;
    this.shown = 0;
    this.body = make("tbody");
  }

  /** @param {string} name of the file */
  clear(name) {
    this.name = name;
    this.results = [];
    this.table = null;
    this.first = 0;
    this.shown = 0;
    this.filter.value = "all";
    this.place.hidden = true;
  }

  /** @param {import("../types").BatchMade["read"]} read */
  begin({ table, notices, titles }) {
    this.table = table;
    this.titles = titles;
    say(find(this.place, "[data-file]"), this.words.say("offices.file", { name: this.name }));
    find(this.place, "[data-notices]").replaceChildren(
      ...notices.map((notice) => make("li", {}, this.words.sentences(notice))),
    );
    find(this.place, "[data-taken]").hidden = notices.length === 0;
    this.place.hidden = false;
    this.show();
  }

  /** @param {import("../types").RowResult[]} results */
  add(results) {
    this.results.push(...results);
    const room = this.isFirst ? PAGE - this.shown : 0;
    const rows = results.filter((result) => this.isChosen(result)).slice(0, room);
    this.shown += rows.length;
    this.body.append(...rows.map((result) => this.row(result)));
    this.count();
    this.pages();
  }

  finish() {
    if (this.shown === 0) this.show();
    find(this.place, "h2").focus();
  }

  get isFirst() {
    return this.first === 0;
  }

  get chosen() {
    return this.results.filter((result) => this.isChosen(result));
  }

  /** @param {import("../types").RowResult} result */
  isChosen({ verdict }) {
    return this.filter.value === "all" || this.filter.value === verdict;
  }

  /** Say beside each choice how many rows it has. */
  count() {
    /** @type {Record<string, number>} */
    const counts = { all: this.results.length };
    for (const { verdict } of this.results) counts[verdict] = (counts[verdict] ?? 0) + 1;
    for (const option of this.filter.options) {
      const count = counts[option.value] ?? 0;
      option.textContent = this.words.say("offices.counted", { name: option.dataset.name ?? "", count });
    }
  }

  /** @param {number} first */
  turnTo(first) {
    this.first = Math.max(0, first);
    this.show();
  }

  /** @param {number} rows how many rows to go on */
  turnBy(rows) {
    this.turnTo(this.first + rows);
    const place = find(this.place, "[data-place]");
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  }

  show() {
    this.count();
    const rows = this.chosen.slice(this.first, this.first + PAGE);
    this.shown = rows.length;
    const t = (/** @type {string} */ key) => this.words.say(`offices.columns.${key}`);
    const head = tableHead(["applicant", "verdict", "details"].map(t));
    this.body = make("tbody", {}, ...rows.map((result) => this.row(result)));
    const table = make("table", { class: "offices__table" }, head, this.body);
    const isEmpty = rows.length === 0 && this.results.length > 0;
    find(this.place, "[data-place]").replaceChildren(
      table,
      isEmpty ? make("p", {}, this.words.say("offices.no_rows")) : "",
    );
    this.pages();
  }

  pages() {
    const count = this.chosen.length;
    const last = Math.min(count, this.first + PAGE);
    const shown = count ? this.words.say("offices.shown", { first: this.first + 1, last, count }) : "";
    say(find(this.place, "[data-shown]"), shown);
    /** @type {HTMLButtonElement} */ (find(this.place, "[data-previous]")).disabled = this.first === 0;
    /** @type {HTMLButtonElement} */ (find(this.place, "[data-next-rows]")).disabled = last >= count;
  }

  /** @param {import("../types").RowResult} result */
  row(result) {
    const cells = Object.fromEntries(Object.keys(this.titles).map((name, index) => [name, result.line[index] ?? ""]));
    const route = [cells.citizenship, cells.category].filter(Boolean).join(" · ");
    const { row } = result;
    const t = (/** @type {string} */ key, values = {}) => this.words.say(`offices.columns.${key}`, values);
    const details = TOLD.filter((name) => cells[name]).map((name) => this.detail(name, cells[name] ?? ""));
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, cells.reference ?? "", make("span", { class: "offices__row" }, t("row", { row }))),
      make("td", {}, make("strong", { class: `offices__verdict offices__verdict--${result.verdict}` }, cells.verdict ?? "")),
      make("td", {}, route ? make("p", {}, route) : null, ...details),
    );
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  detail(name, text) {
    const isDay = name.endsWith("_on") || name.endsWith("_day");
    const lines = text.split("\n").map((line) => make("li", {}, isDay ? this.words.date(line) : line));
    return make("div", {}, make("b", {}, this.titles[name] ?? ""), make("ul", {}, ...lines));
  }
}
