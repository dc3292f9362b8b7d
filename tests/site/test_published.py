"""A site with a public address: what search engines are told."""

import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import parse

from generator.site.language import LANGUAGES
from tests.conftest import AS_OF, PUBLISHED
from tests.site.built import BuiltPage, pages_of

ROOTS = {"en": PUBLISHED, "fr": f"{PUBLISHED}fr/"}
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
_LINK = re.compile(r'<link rel="(canonical|alternate )"(?: hreflang="([^"]+)")? href="([^"]+)">')


def links(page: BuiltPage) -> dict[str, str]:
    return {language or kind: address for kind, language, address in _LINK.findall(page.html)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_its_address_and_its_twin(published_site: Path, language: str) -> None:
    for url, page in pages_of(published_site, language).items():
        assert links(page) == {
            "canonical": ROOTS[language] + url,
            "en": ROOTS["en"] + url,
            "fr": ROOTS["fr"] + url,
            "x-default": ROOTS["en"] + url,
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sitemap_lists_every_page_of_its_language_with_its_twin(published_site: Path, language: str) -> None:
    folder = published_site / ("fr" if language == "fr" else "")
    listed: list[Element] = parse(folder / "sitemap.xml").findall("s:url", NAMES)
    urls = pages_of(published_site, language).keys()
    assert sorted(each.findtext("s:loc", "", NAMES) for each in listed) == sorted(ROOTS[language] + url for url in urls)
    for each in listed:
        url = each.findtext("s:loc", "", NAMES).removeprefix(ROOTS[language])
        twins = {link.get("hreflang"): link.get("href") for link in each.findall("x:link", NAMES)}
        assert twins == {code: root + url for code, root in ROOTS.items()}
        assert each.findtext("s:lastmod", "", NAMES) == AS_OF.isoformat()


def test_programs_may_read_all_and_are_told_of_both_sitemaps(published_site: Path, built_site: Path) -> None:
    lines = (published_site / "robots.txt").read_text().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert lines[2:] == [f"Sitemap: {root}sitemap.xml" for root in ROOTS.values()]
    assert (built_site / "robots.txt").read_text().splitlines() == lines[:2]
    assert not list(built_site.rglob("sitemap.xml*"))


def test_the_image_of_a_page_and_the_page_for_unknown_addresses_have_whole_addresses(published_site: Path) -> None:
    page = pages_of(published_site, "fr")["countries/de/"]
    image = "assets/cards/fr/countries/de.png"
    assert f'<meta property="og:image" content="{PUBLISHED}{image}">' in page.html
    assert (published_site / image).is_file()
    assert 'href="/guide/fr/"' in (published_site / "404.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_steps_of_the_way_to_a_page_have_addresses_that_lead_there(published_site: Path, language: str) -> None:
    for url, page in pages_of(published_site, language).items():
        for node in page.data:
            assert node.get("url", ROOTS[language] + url) == ROOTS[language] + url
            for step in node.get("itemListElement", ()):
                assert step["item"].startswith(ROOTS[language])
                assert urljoin(step["item"], ".") == step["item"]
                assert step["item"].removeprefix(ROOTS[language]) in pages_of(published_site, language)
