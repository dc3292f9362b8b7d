/** The menu of narrow screens, opened and closed with a real button: the theme's own is a label that no key reaches. */

/** How wide a screen is that shows the menu all the time. */
const WIDE = "(min-width: 76.25em)";

class Menu {
  /**
   * @param {HTMLButtonElement} button
   * @param {HTMLInputElement} toggle the theme's: the menu is open while it is checked
   * @param {HTMLElement} menu
   */
  constructor(button, toggle, menu) {
    this.button = button;
    this.toggle = toggle;
    this.menu = menu;
    this.wide = window.matchMedia(WIDE);
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", () => this.follow());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && toggle.checked) toggle.click();
    });
    this.wide.addEventListener("change", () => this.hide());
    // The way back to the upper level; the theme presses a label that has the focus.
    for (const label of menu.querySelectorAll("label.md-nav__title[for^=__nav]")) label.setAttribute("tabindex", "0");
    this.hide();
  }

  /** Tell at the button whether the menu is open, and take the focus into it or back. */
  follow() {
    const isOpen = this.toggle.checked;
    this.button.setAttribute("aria-expanded", String(isOpen));
    this.hide();
    // The menu opens at the level of the page.
    const level = this.menu.querySelector("a.md-nav__link--active")?.closest("ul") ?? this.menu;
    const links = [...level.querySelectorAll("a")];
    if (isOpen) links.find((link) => link.checkVisibility())?.focus();
    else if (this.menu.contains(document.activeElement) || document.activeElement === document.body) this.button.focus();
  }

  /** Keep the links of a closed menu out of the way of the keyboard. */
  hide() {
    this.menu.inert = !this.wide.matches && !this.toggle.checked;
  }
}

const button = document.querySelector("button.menu-button");
const toggle = document.getElementById("__drawer");
const menu = document.querySelector(".md-sidebar--primary");
if (button instanceof HTMLButtonElement && toggle instanceof HTMLInputElement && menu instanceof HTMLElement) {
  new Menu(button, toggle, menu);
}
