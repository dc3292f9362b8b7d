"""What a page weighs before its checker starts: bytes and requests, compressed, where the browser has nothing of it."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.browser.compressing import compressing

REQUESTS = 12
KILOBYTE = 1000
LIGHT, COUNTRY = 85 * KILOBYTE, 105 * KILOBYTE
# What the browser has asked for until the page was there with all its files.
ASKED = """() => {
    const [page] = performance.getEntriesByType("navigation");
    const before = performance.getEntriesByType("resource").filter((entry) => entry.startTime < page.loadEventStart);
    return [page.name, ...before.map((entry) => entry.name)];
}"""
LATE = (
    "/search/",
    "/workers/",
    "/runtime-",
    "/form.",
    "combobox.js",
    "countries.json",
    "following-",
    "late.css",
    "planner-",
)


def _heaviest(site: Path) -> str:
    """Return the address of the country page with the most bytes: all of them load the same files."""
    pages = (site / "countries").glob("*/index.html")
    return f"/countries/{max(pages, key=lambda page: len(gzip.compress(page.read_bytes()))).parent.name}/"


def test_a_page_is_light_until_its_checker_starts(browser: Browser, built_site: Path) -> None:
    weighed = {}
    with compressing(built_site) as (address, sizes):
        for folder in ("", "/fr"):
            for name, most in (("/", LIGHT), ("/checker/", LIGHT), (_heaviest(built_site / folder[1:]), COUNTRY)):
                context = browser.new_context()
                page = context.new_page()
                page.goto(f"{address}{folder}{name}", wait_until="load")
                asked = {urlsplit(url).path for url in page.evaluate(ASKED)}
                context.close()
                assert [path for path in asked if any(part in path for part in LATE)] == [], folder + name
                weight = sum(sizes[path] for path in asked)
                weighed[folder + name] = (weight <= most, len(asked) <= REQUESTS, weight, len(asked))
    assert [(name, found) for name, found in weighed.items() if not (found[0] and found[1])] == []


def test_search_is_loaded_once_it_is_opened_and_answers_what_was_typed_before(
    browser: Browser, built_site: Path
) -> None:
    with compressing(built_site) as (address, sizes):
        context = browser.new_context()
        page = context.new_page()
        results = page.locator(".md-search-result__item h1")
        for key, language, words, title in (
            ("/", "", "switzerland how long", "Switzerland: International Co-op"),
            ("f", "/fr", "pvt suisse", "Suisse : Stage coop international"),
            ("/", "", "american", "Recognized organizations"),
            ("/", "", "is there an age limit", "Who can take part"),
            ("/", "", "co-op", "Guide to International Co-op"),
            ("f", "/fr", "de quels documents ai-je besoin", "Documents"),
            ("s", "/fr", "stage coop allemagne", "Allemagne : Stage coop international"),
        ):
            sizes.clear()
            page.goto(f"{address}{language}/method/", wait_until="networkidle")
            assert not [path for path in sizes if "search" in path]
            page.keyboard.press(key)
            page.keyboard.type(words)
            results.first.wait_for()
            assert results.first.inner_text().replace("\xa0", " ") == title
            assert f"{language}/search/search_index.json" in sizes
        page.keyboard.press("Enter")
        page.wait_for_url("**/fr/countries/de/")
        page.goto(f"{address}/?q=deutschland")
        results.first.wait_for()
        assert results.first.inner_text() == "Germany: International Co-op"
        context.close()
