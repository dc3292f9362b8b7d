"""Narrow screens, large text, forced colours and reduced motion: nothing is lost and nothing scrolls sideways."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from tests.browser.checker_page import START, CheckerPage
from tests.browser.conftest import Watch

PAGES = ("", "countries/nl/", "fr/countries/at/", "fr/offices/", "fr/planner/", "fr/checker/")
LARGE_TEXT = "--blink-settings=defaultFontSize=32"  # twice the usual size, as chosen in the browser
UNFOLD = "for (const fold of document.querySelectorAll('main details')) fold.open = true"
# A line that is cut off, and a part that stands outside of the page without a place to scroll it in.
LOST = """() => {
  const lost = [];
  const width = document.documentElement.clientWidth;
  const words = "p, li, th, td, h1, h2, h3, h4, label, legend, a, button, select, input, summary";
  for (const part of document.querySelectorAll(`main :is(${words})`)) {
    if (!part.checkVisibility({ opacityProperty: true })) continue;
    const box = part.getBoundingClientRect(), style = getComputedStyle(part);
    if (box.width <= 1 || box.height <= 1) continue;
    const isScrolled = part.closest("[role=region][tabindex='0'], .md-nav, .md-sidebar") !== null;
    const isHidden = style.clipPath !== "none";
    if (!isScrolled && !isHidden && (box.right > width + 1 || box.left < -1)) lost.push(part.outerHTML.slice(0, 90));
    const cut = part.scrollWidth - part.clientWidth;  // an icon that turns takes a little room beside its box
    if (style.overflowX === "hidden" && cut > parseFloat(style.fontSize)) lost.push(part.outerHTML.slice(0, 90));
  }
  return lost;
}"""
# What marks a control or a badge as one: its border, once backgrounds are taken away.
UNMARKED = """() => {
  const drawn = ":is(.checker__button, .checker__badge, input, select)";
  const native = ":is([type=radio], [type=checkbox], [type=file], [type=range])";
  return [...document.querySelectorAll(`[data-checker] ${drawn}:not(${native})`)].filter((part) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(part);
    return part.checkVisibility() && (borderTopStyle === "none" || parseFloat(borderTopWidth) === 0);
  }).map((part) => part.outerHTML.slice(0, 90));
}"""
# Words of a picture in the colour of the ground, and pictures all of whose shapes have it.
FADED = """(pictures) => pictures.filter((picture) => {
  const ground = getComputedStyle(document.body).backgroundColor;
  const isSeen = (part) => {
    const { fill, stroke } = getComputedStyle(part);
    return [fill, stroke].some((colour) => colour !== "none" && colour !== ground);
  };
  const shapes = [...picture.querySelectorAll("rect, line, path, circle")];
  return ![...picture.querySelectorAll("text")].every(isSeen) || !shapes.some(isSeen);
}).map((picture) => picture.outerHTML.slice(0, 200))"""
MOVING = """() => [...document.querySelectorAll("[data-checker], [data-checker] *")].filter((part) => {
  const { transitionDuration, animationDuration } = getComputedStyle(part);
  return `${transitionDuration},${animationDuration}`.split(",").some((each) => parseFloat(each) > 0.01);
}).map((part) => part.outerHTML.slice(0, 90))"""


def _fits(page: Page) -> list[str]:
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    lost: list[str] = page.evaluate(LOST)
    return lost


@pytest.fixture(scope="module")
def large_text(browser_type: BrowserType, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """Run a browser whose reader has chosen text of twice the size."""
    flags = [*browser_type_launch_args["args"], LARGE_TEXT]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": flags})
    yield browser
    browser.close()


@pytest.mark.parametrize(("width", "scale"), [(320, 1), (640, 2)], ids=["320px", "zoom"])
def test_no_page_scrolls_sideways_or_loses_words(
    browser: Browser, watch: Watch, site_address: str, width: int, scale: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, device_scale_factor=scale)
    watch.follow(context)
    _look(context.new_page(), site_address)
    context.close()


def test_text_of_twice_the_size_fits(large_text: Browser, watch: Watch, site_address: str) -> None:
    context = large_text.new_context(viewport={"width": 1280, "height": 900})
    watch.follow(context)
    page = context.new_page()
    _look(page, site_address)
    _show_a_whole_result(CheckerPage(page), f"{site_address}fr/checker/", 1280)
    assert _fits(page) == []
    context.close()


def _look(page: Page, site_address: str) -> None:
    for name in PAGES:
        page.goto(f"{site_address}{name}")
        page.evaluate(UNFOLD)
        assert _fits(page) == [], name


def _show_a_whole_result(checker: CheckerPage, address: str, width: int) -> None:
    """Answer as somebody to whom several categories are open, and open all that can be opened."""
    applicant: dict[str, Any] = {
        "citizenships": ["CH"],
        "category": "any",
        "residence": "CH",
        "date_of_birth": "2003-03-10",
        "participations": [],
        "passports": [{"issuer": "CH", "expires_on": "2028-09-01"}],
        "arrives_on": "2027-05-01",
    }
    checker.visit(address, width)
    checker.fill(applicant)
    checker.expect_verdict("undetermined")
    for _ in range(3):  # a part that is opened may bring others
        checker.page.evaluate(UNFOLD)
        checker.page.wait_for_timeout(200)
    expect(checker.page.locator("[data-checker] [aria-busy=true]")).to_have_count(0, timeout=START)


def test_a_whole_result_with_its_panels_fits_and_keeps_its_marks(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    _show_a_whole_result(checker, f"{site_address}fr/checker/", 320)
    assert _fits(page) == []
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    assert page.evaluate(UNMARKED) == []
    assert page.evaluate(MOVING) == []
    pictures = page.locator("[data-checker] svg:visible")
    assert pictures.count() > 0
    assert pictures.evaluate_all(FADED) == []
