/** What was chosen on a page, kept in the query of its address: for reloading, for sharing, for the other language. */

/** @returns {URLSearchParams} */
export function chosen() {
  return new URLSearchParams(location.search);
}

/**
 * Write what is chosen into the address, empty values left out; no step is added to the way back.
 * @param {Record<string, string>} values
 */
export function keep(values) {
  const pairs = Object.entries(values).filter(([, value]) => value !== "");
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  for (const link of document.querySelectorAll("a.twin")) /** @type {HTMLAnchorElement} */ (link).search = query;
}
