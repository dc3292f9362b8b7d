/** The words of the page's language, and its way to write dates, money and counts. */

export class Words {
  /** @param {HTMLElement} root the element with `data-words` and `data-lang` */
  constructor(root) {
    /** @type {"en" | "fr"} */
    this.lang = root.dataset.lang === "fr" ? "fr" : "en";
    // Days as the rest of the site writes them: 1 May 2027, 1er mai 2027.
    this.locale = this.lang === "fr" ? "fr-CA" : "en-GB";
    /** @type {Record<string, unknown>} */
    this.texts = JSON.parse(root.dataset.words ?? "{}");
  }

  /**
   * Take in the words that come with the rules: those of the assessment, and those of the page's later parts.
   * @param {Pick<import("../types").Names, "words" | "page">} names
   */
  adopt({ words, page }) {
    this.texts = { ...words[this.lang], ...page[this.lang], ...this.texts };
  }

  /**
   * Return the text with this dotted key, its `{placeholders}` filled in.
   * @param {string} key
   * @param {Record<string, string | number>} values
   * @returns {string}
   */
  say(key, values = {}) {
    /** @type {any} */
    let text = this.texts;
    for (const part of key.split(".")) text = text?.[part];
    if (typeof text !== "string") throw new Error(`No words for ${key}`);
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  /**
   * Write an ISO day in words.
   * @param {string} day
   */
  date(day) {
    const format = new Intl.DateTimeFormat(this.locale, { dateStyle: "long", timeZone: "UTC" });
    return this.firstDay(format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)));
  }

  /**
   * Write an ISO instant in words, by the reader's clock, with the name of the time zone.
   * @param {string} instant
   */
  instant(instant) {
    const format = new Intl.DateTimeFormat(this.locale, {
      year: "numeric",
      month: "long",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "short",
    });
    return this.firstDay(format.format(new Date(instant)));
  }

  /**
   * French counts the first day of a month ("1er"), the others not.
   * @param {string} text
   */
  firstDay(text) {
    return this.lang === "fr" ? text.replace(/^1 /, "1er ") : text;
  }

  /**
   * Write an amount of Canadian dollars, without cents where there are none.
   * @param {number} cad
   */
  money(cad) {
    const digits = Number.isInteger(cad) ? 0 : 2;
    const format = new Intl.NumberFormat(this.locale, { minimumFractionDigits: digits, maximumFractionDigits: 2 });
    return this.say("money", { amount: format.format(cad) });
  }

  /**
   * Make sentences of clauses, with long numbers in groups of digits; a year has four and stays as it is, as does all
   * that is quoted.
   * @param {string} clauses
   */
  sentences(clauses) {
    const format = new Intl.NumberFormat(this.locale);
    return clauses
      .split(/\s*;\s+/)
      .map((clause) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`)
      .join(" ")
      .replace(/[“«][^”»]*[”»]|\d{5,}/g, (found) => (/^\d/.test(found) ? format.format(Number(found)) : found));
  }

  /**
   * Write an ISO day in words that take little room.
   * @param {string} day
   */
  shortDate(day) {
    const format = new Intl.DateTimeFormat(this.locale, { dateStyle: "medium", timeZone: "UTC" });
    return this.firstDay(format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)));
  }

  /**
   * Write the month of an ISO day in words that take little room.
   * @param {string} day
   */
  month(day) {
    const format = new Intl.DateTimeFormat(this.locale, { year: "numeric", month: "short", timeZone: "UTC" });
    return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
  }

  /**
   * Write a length of time: a number of days or years.
   * @param {number} count
   * @param {"day" | "year"} unit
   */
  span(count, unit) {
    return new Intl.NumberFormat(this.locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
  }

  /**
   * Say the text under `key` that has forms for one and for several.
   * @param {string} key
   * @param {number} count
   */
  count(key, count) {
    const form = new Intl.PluralRules(this.locale).select(count) === "one" ? "one" : "other";
    return this.say(`${key}.${form}`, { count });
  }

  /**
   * Write a number of months.
   * @param {number} count
   */
  months(count) {
    return this.count("month_count", count);
  }
}
