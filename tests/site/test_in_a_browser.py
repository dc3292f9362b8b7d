"""Every kind of page in a real browser: no finding of axe, no request to another host, nothing wider than a phone."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.site.finish.parsing import parse
from generator.site.language import LANGUAGES
from generator.site.serve import address_of, server_for
from tests.browser.axe import violations
from tests.site.built import pages_of

PHONE, DESK = 375, 1280
# One page of each kind. Pages that are alike but for their facts stand for those beside them in the same folder.
ALONE = (
    "",
    "checker/",
    "claims/",
    "compare/",
    "contribute/",
    "glossary/",
    "method/",
    "offices/",
    "pictures/",
    "planner/",
    "seasons/",
    "sources/",
)
ALIKE = {
    "changes": ("changes/", "changes/gb/"),
    "countries": ("countries/", "countries/au/", "countries/be/", "countries/fr/", "countries/ua/"),
    "guide": ("guide/", "guide/organizations/", "guide/permit/", "guide/process/", "guide/questions/"),
}
PAGES = [*ALONE, *(page for pages in ALIKE.values() for page in pages)]


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
    return browser.new_context(viewport={"width": width, "height": 900}, color_scheme=colours).new_page()


def kinds_of_elements(html: str) -> set[tuple[str, str]]:
    """Return the tags of a page, each with one of its classes or with its role."""
    elements = [element for element in parse(html).iter() if isinstance(element.tag, str)]
    named = {(element.tag, name) for element in elements for name in element.classes or ("",)}
    return named | {(element.tag, f"role={role}") for element in elements if (role := element.get("role"))}


def test_every_page_is_of_a_kind_that_is_looked_at(built_site: Path) -> None:
    pages = pages_of(built_site, "en")
    assert [url for url in pages if url not in PAGES and url.split("/")[0] not in ALIKE] == []
    assert [url for url in PAGES if url not in pages] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_element_stands_on_a_page_that_is_looked_at(built_site: Path, language: str) -> None:
    pages = {url: kinds_of_elements(page.html) for url, page in pages_of(built_site, language).items()}
    seen = {kind for url in PAGES for kind in pages[url]}
    assert len(seen) > 100
    assert {url: sorted(kinds - seen) for url, kinds in pages.items() if kinds - seen} == {}


@pytest.mark.parametrize("folder", ["", "fr/"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_finding_of_axe_on_phone_and_desk_fits_both_and_asks_nothing_of_another_host(
    browser: Browser, address: str, folder: str, name: str
) -> None:
    requests: list[str] = []
    page = open_page(browser, PHONE, "light")
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}{folder}{name}")
    found, widths = {}, []
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = violations(page)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
    page.context.close()
    assert found == {PHONE: [], DESK: []}
    assert widths == [PHONE, DESK]
    assert requests
    assert [url for url in requests if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_for_unknown_addresses(browser: Browser, address: str, colours: str) -> None:
    page = open_page(browser, PHONE, colours)
    page.goto(f"{address}404.html")
    assert violations(page) == []
    page.set_viewport_size({"width": DESK, "height": 900})
    assert violations(page) == []
    page.context.close()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_in_open_folds_and_overdue_marks(browser: Browser, address: str, width: int) -> None:
    page = open_page(browser, width, "light")
    page.goto(f"{address}countries/lu/")
    page.evaluate("""() => {
        for (const fold of document.querySelectorAll("details.origin")) fold.open = true;
        for (const mark of document.querySelectorAll("article .status")) mark.classList.add("status--overdue");
    }""")
    assert violations(page) == []
    page.context.close()


def test_the_fold_of_a_fact_opens_with_the_keyboard_and_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}countries/de/#DE.international_coop.ages")
    fact = page.locator('[id="DE.international_coop.ages"]')
    fact.locator("summary").press("Enter")
    expect(fact.get_by_role("link", name="Correct this line")).to_be_visible()
    expect(fact.get_by_role("link", name="Report a mistake")).to_be_visible()
    context.close()


def test_on_paper_a_fact_shows_its_mark_and_the_day_of_its_check(browser: Browser, address: str) -> None:
    page = open_page(browser, 800, "light")
    page.goto(f"{address}countries/de/")
    page.emulate_media(media="print")
    summary = page.locator('[id="DE.international_coop.ages"] summary')
    expect(summary).to_be_visible()
    printed = summary.evaluate("mark => getComputedStyle(mark, '::after').content")
    page.context.close()
    assert printed == '"– 22 November 2026"'


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
