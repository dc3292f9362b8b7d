"""How a page is found: its title, the way to it, what it says of itself to programs, and the same places in French."""

import re
from collections import deque
from collections.abc import Iterable
from datetime import date
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.site.finish.structured import LICENCE, About, write_structured
from generator.site.language import LANGUAGES
from tests.conftest import AS_OF
from tests.site.built import BuiltPage, pages_of

MOST_STEPS = 3
# What schema.org asks of the kinds of things that the pages name, and the types of their values.
KINDS: dict[str, dict[str, type]] = {
    "WebSite": {"name": str, "description": str, "inLanguage": str, "license": str},
    "WebPage": {"name": str, "description": str, "inLanguage": str},
    "FAQPage": {"name": str, "description": str, "inLanguage": str, "mainEntity": list},
    "Question": {"name": str, "acceptedAnswer": dict},
    "Answer": {"text": str},
    "Country": {"name": str},
    "Organization": {"name": str, "url": str},
    "Dataset": {
        "name": str,
        "description": str,
        "license": str,
        "creator": dict,
        "temporalCoverage": str,
        "dateModified": str,
        "variableMeasured": list,
        "isAccessibleForFree": bool,
    },
    "BreadcrumbList": {"itemListElement": list},
    "ListItem": {"position": int, "name": str},
}
OPTIONAL = {"url", "item", "about", "dateModified", "license", "inLanguage"}
ABOUT = About(
    language="en", site="Site", address="", repository="https://example.org", as_of=AS_OF, verified_on=date(2026, 1, 2)
)


def repeated(values: Iterable[str]) -> list[str]:
    ordered = sorted(values)
    return [a for a, b in pairwise(ordered) if a == b]


def things(value: Any) -> list[dict[str, Any]]:
    """Return every thing with a type in a piece of JSON-LD."""
    if isinstance(value, list):
        return [found for each in value for found in things(each)]
    if not isinstance(value, dict):
        return []
    return [value, *(found for each in value.values() for found in things(each))]


def trail(page: BuiltPage) -> list[str]:
    found = re.search(r'<nav class="md-path" aria-label="([^"]+)">(.*?)</nav>', page.html, re.DOTALL)
    assert found
    assert unescape(found[1]) in ("You are here", "Vous êtes ici")
    assert found[2].count('aria-current="page"') == 1
    return [unescape(re.sub(r"<[^>]+>", "", each)).strip() for each in re.findall(r"<li.*?</li>", found[2], re.DOTALL)]


def test_both_languages_have_the_same_pages_with_the_same_places_in_the_same_order(built_site: Path) -> None:
    english, french = (pages_of(built_site, language) for language in LANGUAGES)
    assert english.keys() == french.keys()
    for url, page in english.items():
        assert page.headings == french[url].headings, url
        assert page.anchors == french[url].anchors, url


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_have_the_same_title_or_description(built_site: Path, language: str) -> None:
    pages = pages_of(built_site, language).values()
    assert repeated(page.title for page in pages) == []
    assert repeated(page.meta("description") for page in pages) == []
    assert all(page.title and page.meta("description") for page in pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_at_most_three_steps_from_the_home_page(built_site: Path, language: str) -> None:
    pages = {page.folder / "index.html": page for page in pages_of(built_site, language).values()}
    home = built_site / ("fr" if language == "fr" else "") / "index.html"
    steps, waiting = {home: 0}, deque([home])
    while waiting:
        here = waiting.popleft()
        for target in pages[here].leads_to & pages.keys() - steps.keys():
            steps[target] = steps[here] + 1
            waiting.append(target)
    assert pages.keys() - steps.keys() == set()
    assert max(steps.values()) <= MOST_STEPS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_its_twin_in_the_other_language(built_site: Path, language: str) -> None:
    other = "en" if language == "fr" else "fr"
    twins = pages_of(built_site, other)
    for url, page in pages_of(built_site, language).items():
        (link,) = re.findall(rf'<a class="twin" href="([^"]+)" hreflang="{other}"', page.html)
        assert (page.folder / link).resolve() == twins[url].folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_below_the_home_page_shows_the_way_to_it(built_site: Path, language: str) -> None:
    pages = pages_of(built_site, language)
    assert "md-path" not in pages[""].html
    home = trail(pages["method/"])[0]
    for url, page in pages.items():
        if url:
            way = trail(page)
            assert way[0] == home
            assert len(way) == url.count("/") + (2 if url in ("compare/", "pictures/") else 1), url
    assert trail(pages["countries/de/"])[1:-1] == [trail(pages["countries/"])[-1]]
    assert trail(pages["changes/gb/"])[1:-1] == [trail(pages["changes/"])[-1]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_page_says_to_programs_has_what_schema_org_asks_for(built_site: Path, language: str) -> None:
    for url, page in pages_of(built_site, language).items():
        for thing in things(page.data):
            asked = KINDS[thing["@type"]]
            given = {name for name in thing if not name.startswith("@")}
            assert asked.keys() <= given, url
            assert given <= asked.keys() | OPTIONAL, url
            for name, kind in asked.items():
                assert type(thing[name]) is kind, (url, name)
                assert thing[name] not in ("", [], {}), (url, name)
            if "dateModified" in thing:
                assert date.fromisoformat(thing["dateModified"]) <= AS_OF


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_page_says_what_it_is(built_site: Path, language: str) -> None:
    kinds = {url: [node["@type"] for node in page.data] for url, page in pages_of(built_site, language).items()}
    assert kinds.pop("") == ["WebSite", "WebPage"]
    assert kinds.pop("countries/") == ["Dataset", "WebPage", "BreadcrumbList"]
    assert kinds.pop("guide/questions/") == ["FAQPage", "BreadcrumbList"]
    assert {tuple(found) for found in kinds.values()} == {("WebPage", "BreadcrumbList")}
    germany, _ = pages_of(built_site, language)["countries/de/"].data
    assert germany["about"] == {"@type": "Country", "name": "Allemagne" if language == "fr" else "Germany"}
    assert germany["license"] == LICENCE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_to_a_page_is_the_same_for_programs_and_for_readers(built_site: Path, language: str) -> None:
    for url, page in pages_of(built_site, language).items():
        if url:
            steps = page.data[-1]["itemListElement"]
            assert [step["name"] for step in steps] == trail(page)
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert all("item" not in step for step in steps)  # the site has no public address


def test_questions_come_with_their_answers_and_without_the_marks_beside_these(built_site: Path) -> None:
    page = pages_of(built_site, "en")["guide/questions/"]
    questions = page.data[0]["mainEntity"]
    assert len(questions) == page.html.count('<p class="reply">') > 10
    assert all(question["name"].endswith("?") for question in questions)
    assert not any("Official source" in question["acceptedAnswer"]["text"] for question in questions)


def test_no_value_ends_the_element_that_holds_it() -> None:
    html = '<head><title>A</title><meta name="description" content="&lt;/script&gt;&lt;b&gt;"></head>'
    made = write_structured(html, "guide/", ABOUT)
    assert made.count("</script>") == 1
    assert "\\u003c/script>\\u003cb>" in made
    assert '"dateModified":"2026-01-02"' in made
