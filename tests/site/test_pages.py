"""The pages of the built site: the same ones in both languages, whole and told apart."""

import re
from pathlib import Path

import html5lib
import pytest

from generator.rules.model import Dataset
from generator.site.places import GUIDE_PAGES

KINDS = {
    "index.html",
    "checker/index.html",
    "claims/index.html",
    "compare/index.html",
    "contribute/index.html",
    "pictures/index.html",
    "countries/index.html",
    "glossary/index.html",
    "method/index.html",
    "offices/index.html",
    "planner/index.html",
    "seasons/index.html",
    "sources/index.html",
    "changes/index.html",
    "changes/programme/index.html",
    "guide/index.html",
    *(f"guide/{name}/index.html" for name in GUIDE_PAGES[1:]),
}


def pages(folder: Path) -> dict[str, str]:
    """Return the pages of one language by their path; those of French lie inside the English folder."""
    found = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    return {name: text for name, text in found.items() if not name.startswith("fr/") and name != "404.html"}


def only(pattern: str, text: str) -> str:
    """Return the one match of `pattern`."""
    (found,) = re.findall(pattern, text)
    return str(found)


def test_both_languages_have_the_same_pages(built_site: Path) -> None:
    assert pages(built_site).keys() == pages(built_site / "fr").keys()


def test_every_kind_of_page_and_every_jurisdiction_is_there(built_site: Path, dataset: Dataset) -> None:
    folders = ("countries", "changes")
    countries = {f"{folder}/{code.lower()}/index.html" for code in dataset.countries for folder in folders}
    assert len(countries) == 2 * 38
    assert pages(built_site).keys() == KINDS | countries


@pytest.mark.parametrize(("lang", "folder", "twin"), [("en", "", "fr/"), ("fr", "fr/", "../")])
def test_the_language_switch_leads_to_the_same_page(built_site: Path, lang: str, folder: str, twin: str) -> None:
    for name, text in pages(built_site / folder).items():
        assert f'<html lang="{lang}"' in text
        href = only(r'<a class="twin" href="([^"]*)"', text)
        here = built_site / folder / name
        assert (here.parent / href).resolve() / "index.html" == (built_site / folder / twin / name).resolve()


def test_every_page_names_both_languages_to_search_engines(built_site: Path) -> None:
    for folder in (built_site, built_site / "fr"):
        for text in pages(folder).values():
            assert re.findall(r'<link rel="alternate " hreflang="([^"]+)"', text) == ["en", "fr", "x-default"]


def test_every_page_has_a_title_and_a_description_of_its_own(built_site: Path) -> None:
    heads = [text.split("</head>")[0] for folder in ("", "fr") for text in pages(built_site / folder).values()]
    for pattern in (r"<title>([^<]+)</title>", r'<meta name="description" content="([^"]+)">'):
        values = [only(pattern, head) for head in heads]
        assert len(set(values)) == len(values)


def test_every_page_says_that_it_is_not_legal_advice_and_not_the_government(built_site: Path) -> None:
    for text in pages(built_site).values():
        assert "Not legal advice, and not affiliated with the Government of Canada" in text
    for text in pages(built_site / "fr").values():
        assert "pas un avis juridique" in text
        assert "pas affilié au gouvernement du Canada" in text


def test_every_page_is_html_without_a_parse_error(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html5lib.HTMLParser(strict=True).parse(path.read_text(encoding="utf-8"))


def test_the_checker_stands_on_its_page_and_every_country_page_has_its_place(
    built_site: Path, dataset: Dataset
) -> None:
    for folder in ("", "fr"):
        found = pages(built_site / folder)
        assert "checker__question" in found["checker/index.html"]
        for code in dataset.countries:
            page = found[f"countries/{code.lower()}/index.html"]
            assert f'data-form-place data-lang="{folder or "en"}" data-citizenship="{code}"' in page


def test_the_page_for_unknown_addresses_speaks_both_languages_and_loads_nothing(built_site: Path) -> None:
    page = (built_site / "404.html").read_text(encoding="utf-8")
    assert "Page not found" in page
    assert "Page introuvable" in page
    assert not re.search(r"<(script|link|img)\b", page)
    assert not (built_site / "fr" / "404.html").exists()
