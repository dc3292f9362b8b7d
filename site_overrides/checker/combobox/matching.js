/** Finds countries by what people type: names in several languages, nationalities, codes; accents and case left aside. */

/** How many countries are suggested at most. */
const MOST = 8;

/** How many letters a nationality may have beyond the form that the data knows: allemand, allemande. */
const ENDING = 3;

/** How many letters a nationality must have for its other forms to be guessed. */
const SHORTEST = 4;

/**
 * @typedef {object} Country
 * @property {string} code
 * @property {string} name as the page writes it
 * @property {string[]} others what else it is called
 */

/**
 * Write a name without accents, case and punctuation.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(\p{L}) (?=\p{L}\b)/gu, "$1")
    .trim();
}

/**
 * Return the countries that fit best, the best first, each with the other name by which it was found.
 * @param {Country[]} countries
 * @param {string} typed
 * @returns {{ country: Country, by: string | null, isExact: boolean }[]}
 */
export function matches(countries, typed) {
  const query = fold(typed);
  if (query === "") return [];
  const found = countries.flatMap((country) => {
    const ranked = [
      { rank: query === fold(country.code) ? 0 : rank(fold(country.name), query), by: null },
      ...country.others.map((other) => ({ rank: rank(fold(other), query) + 0.5, by: other })),
    ];
    const [best] = ranked.sort((one, other) => one.rank - other.rank);
    return best && Number.isFinite(best.rank) ? [{ country, ...best }] : [];
  });
  // The sort is stable: countries with an agreement come first in the page's list, and stay so.
  return found
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ country, by, rank }) => ({ country, by, isExact: rank < 1 }));
}

/**
 * Rank how well a name fits: the name itself, its beginning, another form of it, a word's beginning; else infinity.
 * @param {string} name
 * @param {string} query
 */
function rank(name, query) {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  const isOtherForm = name.length >= SHORTEST && query.length - name.length <= ENDING && query.startsWith(name);
  if (isOtherForm) return 2;
  return name.includes(` ${query}`) ? 3 : Infinity;
}
