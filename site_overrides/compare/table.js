/** The table of all countries, filtered and sorted in the page; the address keeps what was chosen. */

import { find, make, say } from "../checker/page/dom.js";
import { chosen, keep } from "./address.js";
import { fits } from "./judging.js";
import { ordered } from "./order.js";

/** A pause in typing, in milliseconds, after which the rows follow. */
const PAUSE = 300;
/** Columns that a narrow screen shows only where they order the rows, and what the table is marked with then. */
const ALSO = { school: "terms--school", residence: "terms--residence", gap: "terms--gap", participations: "terms--participations" };
/** How many countries stand side by side. */
const SIDES = 4;

/** @typedef {HTMLSelectElement | HTMLInputElement} Field */

class CountryTable {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.table = /** @type {HTMLTableElement} */ (find(document, "#terms"));
    this.body = /** @type {HTMLTableSectionElement} */ (find(this.table, "tbody"));
    this.rows = [...this.body.rows];
    this.words = JSON.parse(form.dataset["words"] ?? "{}");
    this.fields = /** @type {Field[]} */ ([...form.querySelectorAll("select, input")]);
    this.sort = /** @type {HTMLSelectElement} */ (find(form, "[name=sort]"));
    this.nothing = find(document, "#nothing");
    this.side = /** @type {HTMLAnchorElement} */ (find(form, "[data-side]"));
    this.sideAddress = this.side.getAttribute("href") ?? "";
    this.timer = 0;
    this.heads = this.makeHeads();
    this.restore();
    form.hidden = false;
    form.addEventListener("change", () => this.show());
    form.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(), PAUSE);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => this.show()));
    find(this.nothing, "button").addEventListener("click", () => {
      form.reset();
      this.fields[0]?.focus();
    });
    this.show();
  }

  /** Turn the heads of the columns into buttons that sort, and return them by the names of the columns. */
  makeHeads() {
    /** @type {Map<string, HTMLTableCellElement>} */
    const heads = new Map();
    for (const head of this.table.querySelectorAll("th[data-column]")) {
      const cell = /** @type {HTMLTableCellElement} */ (head);
      const column = cell.dataset["column"] ?? "";
      const button = make("button", { type: "button", class: "terms__sort" }, ...cell.childNodes);
      button.addEventListener("click", () => this.sortBy(column));
      cell.append(button);
      heads.set(column, cell);
    }
    return heads;
  }

  /** @param {string} column */
  sortBy(column) {
    const [first = "", second = ""] = [...this.sort.options].map(({ value }) => value).filter((value) => value.replace("-", "") === column);
    this.sort.value = this.sort.value === first ? second : first;
    this.show();
  }

  /** Take what the address says; a value that no field has is left out. */
  restore() {
    const given = chosen();
    for (const field of this.fields) {
      const before = field.value;
      field.value = given.get(field.name) ?? before;
      if (field.value === "" || !field.checkValidity()) field.value = before;
    }
  }

  /** Show the rows that are asked for, in the order that is asked for. */
  show() {
    clearTimeout(this.timer);
    const wanted = this.fields.filter((field) => field !== this.sort && field.value !== "" && field.checkValidity());
    const shown = this.rows.filter((row) => this.judge(row, wanted));
    const unsure = shown.filter((row) => row.querySelector(".terms__perhaps"));
    this.order();
    say(find(this.form, "[data-shown]"), this.said(shown.length, unsure.length));
    this.nothing.hidden = shown.length > 0;
    const isPlain = this.fields.every((field) => field.value === (field === this.sort ? this.sort.options[0]?.value : ""));
    find(this.form, ".sieve__clear").hidden = isPlain;
    this.side.hidden = shown.length < 2 || shown.length > SIDES;
    const inOrder = [...this.body.rows].filter((row) => !row.hidden);
    this.side.href = `${this.sideAddress}?with=${inOrder.map((row) => row.dataset["code"]).join(",")}`;
    keep({
      ...Object.fromEntries(wanted.map(({ name, value }) => [name, value])),
      sort: this.sort.selectedIndex > 0 ? this.sort.value : "",
    });
  }

  /**
   * Show a row or hide it, and mark it with the filters that cannot be judged.
   * @param {HTMLTableRowElement} row
   * @param {Field[]} wanted
   */
  judge(row, wanted) {
    const judged = wanted.map(({ name, value }) => fits(name, row.dataset[name] ?? "", value));
    row.hidden = judged.includes(false);
    row.querySelector(".terms__perhaps")?.remove();
    const open = wanted.filter((_, index) => judged[index] === null);
    if (!row.hidden && open.length > 0) {
      const what = open.map((field) => field.labels?.[0]?.querySelector("span")?.textContent).join(", ");
      row.cells[0]?.append(make("span", { class: "terms__perhaps" }, this.words.perhaps.replace("{what}", what)));
    }
    return !row.hidden;
  }

  /** Order the rows, and tell it at the heads. */
  order() {
    const column = this.sort.value.replace("-", "");
    const isDown = this.sort.value.startsWith("-");
    const head = this.heads.get(column);
    const rows = ordered(this.rows, head?.cellIndex ?? 0, isDown);
    if (rows.some((row, index) => row !== this.body.rows[index])) this.body.append(...rows);
    for (const each of this.heads.values()) {
      each.setAttribute("aria-sort", each !== head ? "none" : isDown ? "descending" : "ascending");
    }
    for (const [also, name] of Object.entries(ALSO)) this.table.classList.toggle(name, also === column);
  }

  /**
   * @param {number} shown
   * @param {number} unsure
   */
  said(shown, unsure) {
    return (unsure ? this.words.unsure : this.words.some)
      .replace("{shown}", shown)
      .replace("{total}", this.rows.length)
      .replace("{unsure}", unsure);
  }
}

const form = document.getElementById("sieve");
if (form) new CountryTable(/** @type {HTMLFormElement} */ (form));
