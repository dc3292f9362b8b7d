/** The order of the rows of a table: by the numbers that its cells bear; cells without one stay last. */

/**
 * Return the rows in order; equal ones stay as they are.
 * @param {HTMLTableRowElement[]} rows
 * @param {number} column counted from zero
 * @param {boolean} isDown the largest first
 */
export function ordered(rows, column, isDown) {
  const place = (/** @type {HTMLTableRowElement} */ row) => {
    const given = row.cells[column]?.dataset["place"];
    return given ? Number(given) * (isDown ? -1 : 1) : Infinity;
  };
  return [...rows].sort((one, two) => {
    const [first, second] = [place(one), place(two)];
    return first === second ? 0 : first < second ? -1 : 1;
  });
}
