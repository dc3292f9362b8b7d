/** Documents changed at dotted paths. */

/**
 * Return a copy of a document with changes made; a change to null or undefined takes the answer away.
 * @param {Record<string, unknown>} document
 * @param {import("./types").Change[]} changes
 * @returns {Record<string, unknown>}
 */
export function changed(document, changes) {
  const copy = structuredClone(document);
  for (const { field, value } of changes) {
    const names = field.split(".");
    const last = names.pop() ?? "";
    /** @type {any} */
    let place = copy;
    for (const name of names) {
      if (typeof place[name] !== "object" || place[name] === null) place[name] = {};
      place = place[name];
    }
    if (value === null || value === undefined) delete place[last];
    else place[last] = value;
  }
  return copy;
}
