/** The parts of the page that show what follows from the answers: they are loaded with the rules, not with the page. */

import { loadStyle } from "../page/loading.js";

export class Awaited {
  /**
   * @param {import("../types").Page} page
   * @param {import("./place.js").ResultPlace} place of the result
   * @param {import("../take/arrivals.js").Arrivals} arrivals
   * @param {() => void} onFailure an answer is there, and the parts that show it do not come
   */
  constructor(page, place, arrivals, onFailure) {
    this.page = page;
    this.place = place;
    this.arrivals = arrivals;
    this.onFailure = onFailure;
    this.isLoading = false;
    /** @type {import("./following.js").Following | null} */
    this.following = null;
    /** @type {import("../types").Judged | "refused" | null} the newest of what the parts are to show */
    this.newest = null;
  }

  /** Whether an answer waits for the parts that show it. */
  get isWaiting() {
    return this.following === null && this.newest !== null && this.newest !== "refused";
  }

  /** Load the parts, unless they are there or on their way; a failure counts once an answer is to be shown. */
  async load() {
    if (this.following || this.isLoading) return;
    this.isLoading = true;
    try {
      const [{ Following }] = await Promise.all([import("./following.js"), loadStyle("late.css")]);
      this.following = new Following(this.page, this.place, this.arrivals);
    } catch {
      const isWaiting = this.isWaiting;
      this.isLoading = false;
      this.newest = null;
      if (isWaiting) this.onFailure();
      return;
    }
    this.show();
  }

  /** @param {import("../types").Judged | "refused"} newest */
  update(newest) {
    this.newest = newest;
    if (this.following) this.show();
    else this.load();
    this.place.setBusy(this.isWaiting);
  }

  show() {
    if (this.newest === "refused") this.following?.refused();
    else if (this.newest) this.following?.judged(this.newest);
  }
}
