"""Every kind of page in a real browser: no finding of axe, no request to another host, nothing wider than a phone."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.site.serve import address_of, server_for
from tests.conftest import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
STANDARD = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = [
    "",
    "countries/",
    "countries/au/",
    "countries/be/",
    "countries/ua/",
    "compare/",
    "pictures/",
    "countries/fr/",
    "method/",
    "sources/",
    "guide/",
    "guide/process/",
    "guide/questions/",
    "seasons/",
    "glossary/",
    "claims/",
    "changes/",
    "changes/gb/",
    "contribute/",
]


@pytest.fixture(scope="module")
def address(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site at a sub-path, as some hosts do."""
    root = tmp_path_factory.mktemp("host")
    (root / "repository").symlink_to(built_site)
    with server_for(root, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"{address_of(server)}repository/"
        server.shutdown()
        thread.join()


def open_page(browser: Browser, width: int, colours: Any) -> Page:
    # axe is put into the page from outside, which the page's own policy would refuse.
    return browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=colours, bypass_csp=True
    ).new_page()


@pytest.mark.parametrize(("folder", "width", "colours"), [("", 375, "light"), ("fr/", 1280, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, folder: str, width: int, colours: str, name: str) -> None:
    page = open_page(browser, width, colours)
    page.goto(f"{address}{folder}{name}")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {STANDARD}}})")
    page.context.close()
    assert found["passes"]
    assert [(item["id"], item["nodes"][0]["html"]) for item in found["violations"]] == []


@pytest.mark.parametrize(("width", "colours"), [(375, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_open_folds_and_overdue_marks(
    browser: Browser, address: str, width: int, colours: str
) -> None:
    page = open_page(browser, width, colours)
    page.goto(f"{address}countries/lu/")
    page.evaluate("""() => {
        for (const fold of document.querySelectorAll("details.origin")) fold.open = true;
        for (const mark of document.querySelectorAll("article .status")) mark.classList.add("status--overdue");
    }""")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {STANDARD}}})")
    page.context.close()
    assert [(item["id"], item["nodes"][0]["html"]) for item in found["violations"]] == []


def test_the_fold_of_a_fact_opens_with_the_keyboard_and_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}countries/de/#DE.international_coop.ages")
    fact = page.locator('[id="DE.international_coop.ages"]')
    fact.locator("summary").press("Enter")
    expect(fact.get_by_role("link", name="Correct this line")).to_be_visible()
    expect(fact.get_by_role("link", name="Report a mistake")).to_be_visible()
    context.close()


def test_on_paper_a_fact_shows_its_mark_the_day_and_the_line_of_the_file(browser: Browser, address: str) -> None:
    page = open_page(browser, 800, "light")
    page.goto(f"{address}countries/de/")
    page.emulate_media(media="print")
    summary = page.locator('[id="DE.international_coop.ages"] summary')
    expect(summary).to_be_visible()
    printed = summary.evaluate("mark => getComputedStyle(mark, '::after').content")
    page.context.close()
    assert re.fullmatch(r'"– 22 November 2026, data/countries/DE\.yml:\d+"', printed)


@pytest.mark.parametrize("folder", ["", "fr/"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_phone_and_asks_nothing_of_another_host(
    browser: Browser, address: str, folder: str, name: str
) -> None:
    requests: list[str] = []
    context = browser.new_context(viewport={"width": 375, "height": 780})
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    page.goto(f"{address}{folder}{name}")
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    context.close()
    assert requests
    assert [url for url in requests if not url.startswith((address, "data:"))] == []


def test_the_language_switch_keeps_the_page(browser: Browser, address: str) -> None:
    page = open_page(browser, 1280, "light")
    page.goto(f"{address}countries/de/")
    page.get_by_role("link", name="Français").click()
    assert page.url == f"{address}fr/countries/de/"
    page.get_by_role("link", name="English").click()
    assert page.url == f"{address}countries/de/"
    page.context.close()


def test_the_search_finds_a_country_without_its_accent(browser: Browser, address: str) -> None:
    page = open_page(browser, 1280, "light")
    page.goto(f"{address}fr/")
    page.get_by_role("textbox", name="Rechercher").fill("suede")
    page.locator(".md-search-result__link", has_text="Suède").first.wait_for()
    page.context.close()


def test_the_field_on_the_home_page_leads_to_the_country(browser: Browser, address: str) -> None:
    page = open_page(browser, 375, "light")
    page.goto(f"{address}fr/")
    field = page.get_by_label("Votre citoyenneté")
    page.get_by_role("button", name="Voir").click()
    expect(field).to_be_focused()
    field.select_option(label="Allemagne")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}fr/countries/de/")
    page.context.close()
