/** The fees as a table: who pays what and when, and what each pays in all. */

import { make, tableHead } from "../page/dom.js";
import { evidence } from "./evidence.js";

/**
 * @param {import("../types").Route} route
 * @param {import("./route.js").Context} context
 * @param {string} key the route's own
 */
export function costs(route, context, key) {
  const { words } = context;
  if (route.costs.length === 0) return null;
  const heads = ["fee", "when", "amount"].map((name) => words.say(`answer.fees.${name}`));
  return make(
    "table",
    { class: "checker__table checker__costs" },
    tableHead(heads),
    ...payersOf(route.costs).map((payer) => paidBy(payer, route.costs, context, key)),
  );
}

/**
 * List who pays any of the fees.
 * @param {import("../types").Cost[]} fees
 */
export function payersOf(fees) {
  return [...new Set(fees.map(({ paid_by: payer }) => payer))];
}

/**
 * Add up fees to the cent.
 * @param {import("../types").Cost[]} fees
 */
export function total(fees) {
  return fees.reduce((cents, { cad }) => cents + Math.round(cad * 100), 0) / 100;
}

/**
 * @param {string} payer
 * @param {import("../types").Cost[]} every
 * @param {import("./route.js").Context} context
 * @param {string} key
 */
function paidBy(payer, every, context, key) {
  const { words } = context;
  const fees = every.filter((cost) => cost.paid_by === payer);
  const rows = fees.flatMap(({ id, cad, when, facts }) => [
    make(
      "tr",
      {},
      make("th", { scope: "row" }, words.say(`costs.${id}`)),
      make("td", {}, words.say(`fee_moments.${when}`)),
      make("td", { class: "checker__amount" }, words.money(cad)),
    ),
    make("tr", { class: "checker__basis" }, make("td", { colspan: "3" }, evidence(facts, context, `${key}-${id}`))),
  ]);
  return make(
    "tbody",
    { "data-payer": payer },
    ...rows,
    make(
      "tr",
      { class: "checker__total" },
      make("th", { scope: "row", colspan: "2" }, words.say(`answer.fees.${payer}`)),
      make("td", { class: "checker__amount" }, words.money(total(fees))),
    ),
  );
}
