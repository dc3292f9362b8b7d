/** What waits for the page, and what the page loads later. */

/**
 * Do something once the page with all its files is there: what is large and not needed to read it comes after that.
 * @param {() => void} act
 */
export function afterLoad(act) {
  if (document.readyState === "complete") act();
  else window.addEventListener("load", () => act(), { once: true });
}

/**
 * Load a style sheet beside the scripts, once; fail where it does not come.
 * @param {string} name
 * @returns {Promise<void>}
 */
export function loadStyle(name) {
  const { href } = new URL(name, import.meta.url);
  if (document.querySelector(`link[href="${href}"][data-loaded]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", () => {
      link.dataset.loaded = "";
      resolve();
    });
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(`${name} did not come`));
    });
    document.head.append(link);
  });
}
