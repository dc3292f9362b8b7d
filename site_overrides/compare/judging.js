/** Whether a row of the table stays in: yes, no, or perhaps, where its sources disagree or a value is not published. */

/** Stands for a value that is not known. */
const UNKNOWN = "?";

/** @type {Record<string, (value: string, wanted: string) => boolean>} */
const TESTS = {
  months: (value, wanted) => Number(value) >= Number(wanted),
  age: (value, wanted) => {
    const [first = NaN, last = NaN] = value.split("-").map(Number);
    return first <= Number(wanted) && Number(wanted) <= last;
  },
  again: (value, wanted) => value === wanted || (value === "coop" && wanted === "again"),
};

/**
 * Judge a row by one filter; `values` are all that the row may have, none where the filter does not apply to it.
 * @param {string} name of the filter
 * @param {string} values
 * @param {string} wanted
 * @returns {boolean | null} null where it cannot be said
 */
export function fits(name, values, wanted) {
  const test = TESTS[name] ?? ((value) => value === wanted);
  const judged = values.split(" ").filter(Boolean).map((value) => (value === UNKNOWN ? null : test(value, wanted)));
  if (judged.length > 0 && judged.every((each) => each === true)) return true;
  return judged.some((each) => each !== false) ? null : false;
}
