/** The questions that open conditions need. */

/**
 * List the fields that criteria need, each once, with the first of them.
 * @param {import("../types").Criterion[]} criteria
 * @returns {Map<string, import("../types").Criterion>}
 */
export function neededFields(criteria) {
  /** @type {Map<string, import("../types").Criterion>} */
  const found = new Map();
  for (const criterion of criteria) {
    for (const path of criterion.needs) if (!found.has(path)) found.set(path, criterion);
  }
  return found;
}
