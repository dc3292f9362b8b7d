/** Documents and the dotted paths in them. */

/**
 * Return what stands at a dotted path of a document, undefined where nothing does.
 * @param {unknown} document
 * @param {string} path
 * @returns {unknown}
 */
export function valueAt(document, path) {
  let value = document;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = /** @type {Record<string, unknown>} */ (value)[name];
  }
  return value;
}

/**
 * Write a value at a dotted path.
 * @param {Record<string, unknown>} answers
 * @param {string} path
 * @param {unknown} value
 */
export function put(answers, path, value) {
  const names = path.split(".");
  const last = names.pop() ?? "";
  let place = answers;
  for (const name of names) place = /** @type {Record<string, unknown>} */ (place[name] ??= {});
  place[last] = value;
}

/**
 * Return a copy of a document with changes made; a change to null or undefined takes the answer away.
 * @param {Record<string, unknown>} document
 * @param {import("../types").Change[]} changes
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

/**
 * Tell whether a path is another one or leads into it.
 * @param {string} path
 * @param {string} other
 */
export function isWithin(path, other) {
  return path === other || path.startsWith(`${other}.`);
}
