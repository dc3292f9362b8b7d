"""The two languages of the pages: complete, alike, and written in their own manner."""

import string
from datetime import date
from pathlib import Path

import pytest

from generator.dataset import DatasetError, Knowledge
from generator.rules.facts import Text
from generator.site.language import Language, PhraseError, load_language
from tests.conftest import ROOT

CONTENT = ROOT / "content"


@pytest.fixture
def english(languages: dict[str, Language]) -> Language:
    return languages["en"]


@pytest.fixture
def french(languages: dict[str, Language]) -> Language:
    return languages["fr"]


def placeholders(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def test_both_languages_have_the_same_phrases_with_the_same_placeholders(english: Language, french: Language) -> None:
    # The registry of sources is in English; only French has words for it.
    assert english.phrases.keys() == {key for key in french.phrases if not key.startswith("registry.")}
    for key, phrase in english.phrases.items():
        assert placeholders(phrase) == placeholders(french.phrases[key]), key


def test_the_notes_and_publishers_put_into_french_are_those_of_the_registry(
    french: Language, knowledge: Knowledge
) -> None:
    sources = knowledge.sources.values()
    translated = {key.removeprefix("registry.") for key in french.phrases if key.startswith("registry.")}
    notes = {source.note for source in sources if source.note}
    assert notes <= translated
    # Most publishers have one name in both languages.
    assert translated <= notes | {source.publisher for source in sources}


def test_both_languages_have_the_same_hand_written_pages() -> None:
    def paths(lang: str) -> set[Path]:
        return {path.relative_to(CONTENT / lang) for path in (CONTENT / lang).rglob("*.*")}

    assert paths("en") == paths("fr")


@pytest.mark.parametrize("mark", [":", ";", "?", "!", "%", "»"])
def test_french_puts_a_no_break_space_before_tall_punctuation(french: Language, mark: str) -> None:
    for key, phrase in french.phrases.items():
        assert f" {mark}" not in phrase, key


def test_french_uses_the_curly_apostrophe(french: Language) -> None:
    assert [key for key, phrase in french.phrases.items() if "'" in phrase] == []


def test_one_and_many_take_their_own_forms(english: Language, french: Language) -> None:
    assert english.say("participations.total", n=1) == "You may take part once."
    assert english.say("participations.total", n=3) == "You may take part 3 times in all."
    assert english.is_one(0) is False
    assert french.is_one(0) is True


def test_days_inside_a_text_are_written_out(english: Language, french: Language) -> None:
    text = Text(en="Open since 2015-02-21.", fr="Ouvert depuis le 2015-02-01.")
    assert english.text(text) == "Open since 21 February 2015."
    assert french.text(text) == "Ouvert depuis le 1er février 2015."


def test_values_are_worded_as_the_checker_words_them(english: Language, french: Language) -> None:
    assert english.day(date(2026, 12, 1)) == "1 December 2026"
    assert english.money(184.75) == "CAD 184.75"
    assert french.money(2500) == "2\u202f500\u00a0$\u00a0CA"
    assert french.inside("DE") == "en Allemagne"


def test_accents_do_not_change_the_order_of_names(french: Language) -> None:
    names = ["Zambie", "Écosse", "Estonie", "Danemark", "États-Unis", "Suède", "Suisse"]
    expected = ["Danemark", "Écosse", "Estonie", "États-Unis", "Suède", "Suisse", "Zambie"]
    assert sorted(names, key=french.sorting) == expected


def test_a_missing_phrase_is_named_with_its_file(french: Language) -> None:
    with pytest.raises(PhraseError, match=r"content/fr/phrases\.yml: the phrase not\.there is missing; add it"):
        french.say("not.there")


def test_a_placeholder_that_nothing_fills_is_named_with_its_phrase(english: Language) -> None:
    with pytest.raises(PhraseError, match="the phrase a has a placeholder that nothing fills"):
        Language("en", {"a": "{b}"}, english.wording).say("a")


def test_a_phrase_that_stands_twice_is_refused_with_its_place(dataset, words, tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "phrases.yml").write_text("yes: Yes\nno: No\nyes: Yea\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"phrases\.yml:3:1: yes: "):
        load_language("en", tmp_path, dataset, words)
