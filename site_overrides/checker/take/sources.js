/** The sources that a route rests on, each once, for paper. */

/** @typedef {{ title: string, url: string, lang: string | null, day: string }} Source */

/**
 * List the sources of what is shown of a route; `day` is the last on which one of its facts was checked.
 * @param {import("../types").Route} route
 * @param {import("../types").Assessment} assessment
 * @param {import("../types").Names} names
 * @param {string} lang
 * @returns {Source[]}
 */
export function sourcesOf(route, { facts }, names, lang) {
  const told = route.criteria.filter(({ outcome }) => outcome !== "not_applicable");
  const parts = [...told, ...(route.permit ? [route.permit] : []), ...route.deadlines, ...route.costs];
  /** @type {Map<string, Source>} */
  const found = new Map();
  for (const id of new Set(parts.flatMap((part) => part.facts))) {
    const fact = facts[id];
    // The first passage is the one that the value was taken from.
    const [passage] = fact?.sources ?? [];
    if (!fact || !passage) continue;
    const source = names.sources[passage.id];
    const url = (lang === "fr" && source?.url_fr) || passage.url;
    const earlier = found.get(url);
    const day = earlier && earlier.day > fact.checked_on ? earlier.day : fact.checked_on;
    found.set(url, { title: passage.title, url, lang: source?.languages?.[0] ?? null, day });
  }
  return [...found.values()];
}

const LONGEST_PART = 40;

/**
 * Shorten an address to its site and its last part; the whole stays behind the link.
 * @param {string} url
 */
export function shortAddress(url) {
  const { hostname, pathname } = new URL(url);
  const site = hostname.replace(/^www\./, "");
  const parts = pathname.split("/").filter(Boolean);
  const last = shortened(parts.pop() ?? "");
  if (last === "") return site;
  return parts.length > 0 ? `${site}/…/${last}` : `${site}/${last}`;
}

/** @param {string} part */
function shortened(part) {
  return part.length > LONGEST_PART ? `${part.slice(0, LONGEST_PART)}…` : part;
}
