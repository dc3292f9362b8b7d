// Finds countries as the field of the form does: the page's names, the synonyms and what is typed come in as JSON.

import { readFileSync } from "node:fs";
import { matches } from "../../site_overrides/checker/combobox/matching.js";

const { names, synonyms, typed } = JSON.parse(readFileSync(0, "utf-8"));
const countries = Object.entries(names).map(([code, name]) => ({ code, name, others: synonyms[code] ?? [] }));
const found = typed.map((text) => matches(countries, text).map(({ country }) => country.code));
process.stdout.write(JSON.stringify(found));
