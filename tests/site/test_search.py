"""The search index: other words for the same thing, words without accents, and no text that many pages share."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from generator.site.finish.search import fit_search_index, load_synonyms, without_accents
from generator.site.language import LANGUAGES
from tests.conftest import ROOT

MOST = 110_000  # bytes as they come over the line: search asks for all of them when it is opened
SHARED = "<p>What every page says.</p>"


def fitted(folder: Path, *entries: tuple[str, str, str], synonyms: Any = (), names: Any = None) -> dict[str, Any]:
    """Fit an index of entries with location, title and text; return them by location."""
    docs = [{"location": location, "title": title, "text": text} for location, title, text in entries]
    index = folder / "index.json"
    index.write_text(json.dumps({"config": {"fields": {"title": {"boost": 1000.0}}}, "docs": docs}), encoding="utf-8")
    fit_search_index(index, synonyms, names or {})
    content = json.loads(index.read_text(encoding="utf-8"))
    assert content["config"]["fields"].keys() == {"title", "names", "also"}
    return {entry["location"]: entry for entry in content["docs"]}


def index_of(site: Path, folder: str = "") -> dict[str, dict[str, Any]]:
    content = json.loads((site / folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    return {entry["location"]: entry for entry in content["docs"]}


def test_an_entry_with_one_word_of_a_group_is_found_with_the_others(tmp_path: Path) -> None:
    entries = fitted(
        tmp_path,
        ("a/", "Costs", "<p>A Co-op is an internship.</p>"),
        ("b/", "A stage", "<p>Nothing.</p>"),
        ("c/", "Other", "<p>A stagecoach.</p>"),
        synonyms=[["co-op", "stage", "work placement"]],
    )
    assert entries["a/"]["also"] == "stage work placement"
    assert entries["b/"]["names"] == "co-op work placement"
    assert entries["c/"]["also"] == entries["c/"]["names"] == ""


def test_accented_words_are_found_without_their_accents_and_the_text_stays_as_it_is(tmp_path: Path) -> None:
    entries = fitted(tmp_path, ("a/", "Séjour", "<p>Un étudiant étranger.</p>"), synonyms=[["élève", "étudiant"]])
    assert entries["a/"]["names"] == "Sejour"
    assert entries["a/"]["also"].split() == ["etudiant", "etranger", "élève", "eleve"]
    assert entries["a/"]["text"] == "<p>Un étudiant étranger.</p>"


def test_the_names_of_a_country_lead_to_the_beginning_of_its_page(tmp_path: Path) -> None:
    entries = fitted(
        tmp_path,
        ("countries/de/", "Germany", ""),
        ("countries/de/#terms", "Terms", ""),
        ("countries/", "All", ""),
        names={"DE": ["Germany", "Deutschland", "Allemagne"], "": ["nobody"]},
    )
    assert "Deutschland" in entries["countries/de/"]["names"]
    assert entries["countries/de/#terms"]["names"] == entries["countries/"]["names"] == ""


def test_the_names_of_countries_without_a_page_lead_to_the_way_that_is_left_to_their_citizens(tmp_path: Path) -> None:
    entries = fitted(
        tmp_path,
        ("countries/de/", "Germany", ""),
        ("guide/organizations/", "Recognized organizations", ""),
        ("guide/organizations/#who", "Who", ""),
        names={"DE": ["Deutschland"], "US": ["American", "USA"], "BR": ["brésilien"]},
    )
    assert entries["guide/organizations/"]["also"] == "brésilien bresilien American USA"
    assert entries["guide/organizations/#who"]["also"] == ""


@pytest.mark.parametrize(("pages", "is_held"), [(3, True), (4, False)])
def test_what_many_pages_of_a_series_say_is_held_for_none_of_them(tmp_path: Path, pages: int, is_held: bool) -> None:
    own = "<p>Particular to {}.</p>"
    parts = [(f"countries/{n}/#a", "A", SHARED + own.format(n)) for n in range(pages)]
    entries = fitted(tmp_path, *parts, ("countries/0/", "Zero", SHARED), ("guide/x/#a", "A", SHARED))
    for n in range(pages):
        assert own.format(n) in entries[f"countries/{n}/#a"]["text"]
        assert (SHARED in entries[f"countries/{n}/#a"]["text"]) is is_held
    assert entries["countries/0/"]["text"] == entries["guide/x/#a"]["text"] == SHARED


def test_the_questions_of_the_form_are_not_searched(built_site: Path, tmp_path: Path) -> None:
    assert fitted(tmp_path, ("a/#checker-heading", "A", "A question"), ("a/#check", "B", "")).keys() == {"a/#check"}
    for folder in ("", "fr"):
        assert not any("#checker-" in location for location in index_of(built_site, folder))


def test_what_explains_counts_more_than_what_records(tmp_path: Path) -> None:
    entries = fitted(tmp_path, *((location, "A", "") for location in ("guide/a/#b", "method/", "changes/de/", "#c")))
    weights = [entries[location]["boost"] for location in ("guide/a/#b", "#c", "method/", "changes/de/")]
    assert weights == sorted(weights, reverse=True)
    assert weights[1] > weights[2] > weights[3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_group_of_words_has_several_and_no_word_is_in_two_groups(language: str) -> None:
    groups = load_synonyms(ROOT / "content", language)
    assert all(len(group) > 1 for group in groups)
    words = [without_accents(word).lower() for group in groups for word in dict.fromkeys(map(without_accents, group))]
    assert [word for word in words if words.count(word) > 1] == []


@pytest.mark.parametrize(
    ("folder", "location", "words"),
    [
        ("", "guide/#working-holiday", ["PVT", "WHV"]),
        ("", "countries/ch/", ["Suisse", "Schweiz", "Swiss", "CHE"]),
        ("fr", "countries/se/", ["Suede", "Sverige", "Sweden"]),
        ("fr", "countries/de/", ["Germany", "coop"]),
    ],
)
def test_people_find_a_page_with_the_words_they_know(
    built_site: Path, folder: str, location: str, words: list[str]
) -> None:
    entry = index_of(built_site, folder)[location]
    held = f"{entry['title']} {entry['names']} {entry['also']}".split()
    assert [word for word in words if word not in held] == []


@pytest.mark.parametrize("folder", ["", "fr"])
def test_the_index_stays_small_and_holds_every_page(built_site: Path, folder: str) -> None:
    path = built_site / folder / "search" / "search_index.json"
    assert len(gzip.compress(path.read_bytes())) < MOST
    entries = index_of(built_site, folder)
    assert {"", "checker/", "countries/ua/", "changes/gb/", "guide/fees/"} <= entries.keys()
