/** Countries side by side: what is chosen is taken from the cells that the page holds; the address keeps it. */

import { find, make, say } from "../checker/page/dom.js";
import { chosen, keep } from "./address.js";

class Sides {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.words = JSON.parse(form.dataset["words"] ?? "{}");
    this.pickers = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select")]);
    this.only = /** @type {HTMLInputElement} */ (find(form, "[name=only]"));
    this.place = find(document, "#sides");
    const held = /** @type {HTMLTemplateElement} */ (find(document, "#every"));
    this.every = /** @type {HTMLTableElement} */ (find(held.content, "table"));
    // The order of the columns is that of the names, which the fields group: the address of its page tells a country.
    const heads = [...(this.every.tHead?.rows[0]?.cells ?? [])];
    this.columns = new Map(heads.map((head, index) => [head.querySelector("a")?.getAttribute("href")?.split("/").at(-2) ?? "", index]));
    this.restore();
    form.hidden = false;
    form.addEventListener("change", () => this.show());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => this.show()));
    this.show();
  }

  /** Take what the address says; what names no country is left out. */
  restore() {
    const given = chosen();
    const named = (given.get("with") ?? "").toLowerCase().split(",").filter((code) => code && this.columns.has(code));
    for (const [index, code] of [...new Set(named)].slice(0, this.pickers.length).entries()) {
      const picker = this.pickers[index];
      if (picker) picker.value = code;
    }
    this.only.checked = given.get("only") === "differences";
  }

  show() {
    const codes = [...new Set(this.pickers.map(({ value }) => value).filter(Boolean))];
    const columns = codes.map((code) => this.columns.get(code) ?? 0);
    const isPair = columns.length > 1;
    const rows = [...(this.every.tBodies[0]?.rows ?? [])].map((row) => this.row(row, columns)).filter((row) => row !== null);
    const different = rows.filter((row) => row.classList.contains("pair__row--differs"));
    const compared = rows.filter((row) => keys([...row.cells].slice(1)).length > 1);
    this.place.replaceChildren(...(columns.length > 0 ? [this.table(columns, this.only.checked && isPair ? different : rows)] : []));
    this.only.disabled = !isPair;
    find(this.form, "[type=reset]").hidden = codes.length === 0;
    say(find(this.form, "[data-shown]"), this.said(columns, compared.length, different.length));
    keep({ with: codes.join(","), only: this.only.checked ? "differences" : "" });
  }

  /**
   * Make the table of some columns with these rows.
   * @param {number[]} columns
   * @param {HTMLTableRowElement[]} rows
   */
  table(columns, rows) {
    const table = /** @type {HTMLTableElement} */ (this.every.cloneNode(false));
    const head = /** @type {HTMLElement} */ (this.every.tHead?.cloneNode(false));
    const line = this.every.tHead?.rows[0];
    if (line) head.append(part(line, columns));
    table.append(.../** @type {Node[]} */ ([this.every.caption?.cloneNode(true), head]), make("tbody", { role: "rowgroup" }, ...rows));
    return table;
  }

  /**
   * Take the cells of some columns from a row, null where none of them says anything.
   * @param {HTMLTableRowElement} row
   * @param {number[]} columns
   */
  row(row, columns) {
    const cells = columns.map((column) => row.cells[column]);
    if (!cells.some((cell) => cell?.querySelector("a"))) return null;
    const differs = new Set(keys(cells)).size > 1;
    const made = part(row, columns);
    made.classList.toggle("pair__row--differs", differs);
    if (!differs) made.querySelector(".pair__differs")?.remove();
    return made;
  }

  /**
   * Say how many rows differ, and once who has nothing to compare.
   * @param {number[]} columns
   * @param {number} rows
   * @param {number} different
   */
  said(columns, rows, different) {
    if (columns.length < 2) return columns.length ? this.words.one : this.words.none;
    const told = different === 0 ? this.words.alike : this.words.sides.replace("{rows}", rows).replace("{different}", different);
    const names = columns.filter((column) => this.every.querySelector(`td:nth-child(${column + 1})[data-key=""]`));
    if (names.length === 0) return told;
    const heads = names.map((column) => this.every.tHead?.rows[0]?.cells[column]?.textContent?.trim());
    return `${told} ${this.words.apart.replace("{countries}", heads.join(", "))}`;
  }
}

/**
 * Return what the cells say that can be compared, as numbers: the same for the same.
 * @param {(HTMLTableCellElement | undefined)[]} cells
 */
function keys(cells) {
  return cells.map((cell) => cell?.dataset["key"]).filter(Boolean);
}

/**
 * Copy the first cell of a row and those of some columns.
 * @param {HTMLTableRowElement} row
 * @param {number[]} columns
 */
function part(row, columns) {
  const made = /** @type {HTMLTableRowElement} */ (row.cloneNode(false));
  made.append(...[0, ...columns].flatMap((column) => row.cells[column]?.cloneNode(true) ?? []));
  return made;
}

const form = document.getElementById("pick");
if (form) new Sides(/** @type {HTMLFormElement} */ (form));
