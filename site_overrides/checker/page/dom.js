/** Small helpers to build and find elements. */

/**
 * Make an element; attributes that are false or null are left out, true ones have no value.
 * @param {string} tag
 * @param {Record<string, string | boolean | null>} attributes
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * Find the one element that the page must have.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {Kind}
 */
export function find(parent, selector) {
  const found = parent.querySelector(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return /** @type {Kind} */ (found);
}

/**
 * Set an element's text only when it differs, so that a live region stays silent otherwise.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Make a day or an instant in words.
 * @param {string} machine the day or instant in ISO form
 * @param {string} words
 */
export function time(machine, words) {
  return make("time", { datetime: machine }, words);
}

/**
 * Make the head of a table.
 * @param {string[]} names of the columns
 */
export function tableHead(names) {
  return make("thead", {}, make("tr", {}, ...names.map((name) => make("th", { scope: "col" }, name))));
}

/**
 * Make a part of a drawing; attributes that are null are left out.
 * @param {string} tag
 * @param {Record<string, string | null>} attributes
 * @param {...(Node | string)} children
 */
export function draw(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
