/** The answers kept in this browser, only when the reader asks. Where the browser refuses, nothing is kept. */

const KEY = "iec-coop.answers";

/** Return the kept text, null where there is none or the browser refuses. */
export function keptAnswers() {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * Keep a text; tell whether it is kept.
 * @param {string} text
 */
export function keepAnswers(text) {
  try {
    window.localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

/** Forget what is kept. */
export function forgetAnswers() {
  try {
    window.localStorage.removeItem(KEY);
  } catch {
    // A browser that refuses its store has kept nothing.
  }
}
