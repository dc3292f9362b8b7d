/** Leads from the citizenship that is chosen on the home page to the page of its country. */

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.picker"));
const citizenship = /** @type {HTMLSelectElement} */ (form.querySelector("select"));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (citizenship.value) location.assign(citizenship.value);
  else citizenship.focus();
});
