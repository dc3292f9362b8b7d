"""Countries found by what people type: both languages, their own, nationalities, codes."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path

import pytest

from generator.browser import StagingError
from generator.browser.form import render_form
from generator.browser.synonyms import synonyms
from generator.rules.model import Dataset

ROOT = Path(__file__).parents[2]
DATA, MODULES = ROOT / "data", ROOT / "node_modules"
BEST = {
    "DE": ["Germany", "Allemagne", "Deutschland", "German", "allemand", "ALLEMANDE", "de", "DEU", "germ"],
    "US": ["United States", "États-Unis", "Etats Unis", "etats-unis", "USA", "U.S.A.", "america", "américaine"],
    "GB": ["United Kingdom", "Royaume-Uni", "UK", "british", "Britannique", "England", "écossaise", "Great Britain"],
    "CH": ["Switzerland", "Schweiz", "svizzera", "suisse", "Swiss"],
    "KR": ["South Korea", "Corée du Sud", "korea", "sud-coréenne", "대한민국"],
    "JP": ["日本", "japonaise"],
    "NL": ["Holland", "néerlandaise", "dutch", "Nederland"],
    "CZ": ["Czechia", "Tchéquie", "Česko", "cesko", "tcheque"],
    "IE": ["Ireland", "irish", "Éire", "eire", "irlandaise"],
    "ES": ["España", "espana", "spanish", "espagnole"],
}


def _names(dataset: Dataset, lang: str) -> dict[str, str]:
    """Return the countries by code as the lists of the form have them: those with an agreement first."""
    options = re.findall(r'<option value="([A-Z]{2})"[^>]*>([^<]+)</option>', render_form(dataset, lang))
    return {code: unescape(name) for code, name in options}


def _found(dataset: Dataset, lang: str, typed: list[str]) -> list[list[str]]:
    names = _names(dataset, lang)
    asked = {"names": names, "synonyms": synonyms(dataset, DATA, MODULES), "typed": typed}
    program = ["node", str(ROOT / "tests" / "browser" / "match.mjs")]
    made = subprocess.run(program, input=json.dumps(asked), capture_output=True, text=True, check=True)
    found: list[list[str]] = json.loads(made.stdout)
    return found


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_country_is_found_first_by_every_name_that_people_use(dataset: Dataset, lang: str) -> None:
    typed = [text for texts in BEST.values() for text in texts]
    best = {text: codes[:1] for text, codes in zip(typed, _found(dataset, lang, typed), strict=True)}
    assert best == {text: [code] for code, texts in BEST.items() for text in texts}


def test_every_country_is_found_first_by_its_name_on_the_page(dataset: Dataset) -> None:
    for lang in ("en", "fr"):
        names = _names(dataset, lang)
        found = _found(dataset, lang, list(names.values()))
        assert [code for code, codes in zip(names, found, strict=True) if codes[:1] != [code]] == []


def test_countries_with_an_agreement_are_suggested_before_others(dataset: Dataset) -> None:
    (found,) = _found(dataset, "en", ["po"])
    assert found[:2] == ["PL", "PT"]
    (found,) = _found(dataset, "en", ["ma"])
    assert found[0] == "MA"  # a code says just one country


def test_what_names_no_country_finds_none(dataset: Dataset) -> None:
    assert _found(dataset, "en", ["Atlantis", " ", "?!", "xx"]) == [[], [], [], []]


def test_a_missing_package_is_one_sentence_that_says_what_to_run(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(StagingError, match="is missing; run `npm ci`"):
        synonyms(dataset, DATA, tmp_path)
