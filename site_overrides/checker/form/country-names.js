/** What else countries are called: other languages, nationalities, short names. */

/** @typedef {Record<string, string[]>} Names by the code of the country */

/**
 * Fetch the names; rejects where they cannot be had.
 * @returns {Promise<Names>}
 */
export async function loadNames() {
  const response = await fetch(new URL("./countries.json", import.meta.url));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}
