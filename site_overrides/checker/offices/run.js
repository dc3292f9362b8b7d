/** One table on its way through the rules: read once, then assessed some rows at a time, so that the page stays awake. */

/** How many rows go with one request. */
const ROWS = 25;
/** How a workbook begins, in base64. */
const ARCHIVE = "UEsDB";

/**
 * @typedef {<Step extends import("../types").BatchStep>(step: Step, payload: import("../types").BatchPayload<Step>) =>
 *   Promise<import("../types").Reply<import("../types").BatchMade[Step]>>} Ask
 */

export class Run {
  /**
   * @param {Ask} ask
   * @param {Record<string, string[]>} synonyms other names of countries by code
   */
  constructor(ask, synonyms) {
    this.ask = ask;
    this.synonyms = synonyms;
    this.isStopped = false;
    this.done = 0;
    this.count = 0;
    /** @type {(read: import("../types").BatchMade["read"]) => void} */
    this.onRead = () => {};
    /** @type {(results: import("../types").RowResult[], done: number, count: number) => void} */
    this.onResults = () => {};
  }

  stop() {
    this.isStopped = true;
  }

  /**
   * Read the table and assess its rows.
   * @param {string} content the file in base64
   * @returns {Promise<import("../types").Problem[] | null>} why the table cannot be read, null where it can
   */
  async go(content) {
    const read = await this.ask("read", { content, needs: content.startsWith(ARCHIVE) ? "workbooks" : null });
    if ("problems" in read) return read.problems;
    if (this.isStopped) return null;
    this.count = read.rows.length;
    this.onRead(read);
    for (let first = 0; first < this.count && !this.isStopped; first += ROWS) {
      const rows = read.rows.slice(first, first + ROWS);
      const reply = await this.ask("assess", { table: read.table, rows, synonyms: this.synonyms });
      if ("problems" in reply) return reply.problems;
      if (this.isStopped) break;
      this.done += reply.results.length;
      this.onResults(reply.results, this.done, this.count);
    }
    return null;
  }
}
