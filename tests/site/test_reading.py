"""Every page can be read without effort by somebody for whom English or French is a second language.

Plain English begins at an ease of 60; the formula for French puts the same page some ten points higher. Advice on plain
language asks for 15 to 20 words in the mean sentence: 18 is well within, and French takes one more to say the same.
Sentences of facts count: they are read like all others.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.built import pages_of
from tests.site.reading import Reading, reading_of, report_lines, sentences_of, syllables_of, words_of

LOWEST_EASE = {"en": 60.0, "fr": 70.0}
MOST_WORDS = {"en": 18.0, "fr": 19.0}  # in the mean sentence of a page
GENERATED = ("countries/de/", "countries/be/", "changes/de/")  # co-op offered, not offered; the changes of a country
WORST = 3


@pytest.fixture(scope="module")
def readings(built_site: Path) -> dict[str, dict[str, Reading]]:
    """Return what was counted on each hand-written page and each kind of generated one, by language and address."""
    return {
        language: {
            url: reading_of(sentences_of(pages_of(built_site, language)[url].html), language)
            for url in (*_written(language), *GENERATED)
        }
        for language in ("en", "fr")
    }


def _written(language: str) -> list[str]:
    content = ROOT / "content" / language
    files = [path.relative_to(content).with_suffix("") for path in sorted(content.rglob("*.md"))]
    places = [(file.parent if file.name == "index" else file).as_posix() for file in files]
    return ["" if place == "." else f"{place}/" for place in places]


def _article(content: str) -> str:
    return f"<html><body><p>Outside.</p><article>{content}</article></body></html>"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_page_is_harder_to_read_than_plain_language(readings: dict[str, dict[str, Reading]], language: str) -> None:
    found = {url: round(each.ease, 1) for url, each in readings[language].items()}
    assert {url: ease for url, ease in found.items() if ease < LOWEST_EASE[language]} == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_mean_sentence_of_every_page_is_short(readings: dict[str, dict[str, Reading]], language: str) -> None:
    found = {url: round(each.words_per_sentence, 1) for url, each in readings[language].items()}
    assert {url: words for url, words in found.items() if words > MOST_WORDS[language]} == {}


def test_the_report_lists_every_page_of_both_languages_with_the_hardest_first(
    readings: dict[str, dict[str, Reading]], record_property: Callable[[str, object], None]
) -> None:
    lines = {language: report_lines(found) for language, found in readings.items()}
    report = ROOT / "build" / "reading.txt"
    report.parent.mkdir(exist_ok=True)
    report.write_text("".join(f"{line}\n" for each in lines.values() for line in each), encoding="utf-8")
    for language, each in lines.items():
        assert len(each) == len(_written(language)) + len(GENERATED)
        eases = [float(line.split()[2]) for line in each]
        assert eases == sorted(eases)
    hardest = [line for each in lines.values() for line in each[:WORST]]
    record_property(
        "summary",
        "\n".join(["The pages that are hardest to read:", *hardest, f"All of them: {report.relative_to(ROOT)}"]),
    )


@pytest.mark.parametrize(
    "beside",
    [
        "<table><tr><td>In a table.</td></tr></table>",
        "<form><p>In a form.</p></form>",
        "<nav><p>In the navigation.</p></nav>",
        "<h2>Is this a heading?</h2>",
        '<details class="origin"><summary>Official.</summary><p>Behind a mark.</p></details>',
        '<ol class="sources"><li>A source.</li></ol>',
        '<ul class="registry"><li>A source and what rests on it.</li></ul>',
        "<dl><dt>A label.</dt></dl>",
    ],
)
def test_what_is_no_prose_does_not_count(beside: str) -> None:
    assert sentences_of(_article(f"<p>It counts.</p>{beside}<p>So does this.</p>")) == ["It counts.", "So does this."]


def test_a_fold_that_holds_no_sources_counts_without_its_summary() -> None:
    page = _article('<details class="fold"><summary>Show: more.</summary><p>It can be opened.</p></details>')
    assert sentences_of(page) == ["It can be opened."]


def test_a_mark_within_a_sentence_leaves_the_sentence_whole() -> None:
    page = _article('<p>The fee is <b>CAD 85</b> <a class="status">Official</a>, <br>paid <a href="#">once</a>.</p>')
    assert sentences_of(page) == ["The fee is CAD 85 , paid once."]


def test_every_item_of_a_list_ends_a_sentence() -> None:
    page = _article("<p>You need:</p><ul><li>a passport;</li><li>an offer. It is signed.</li></ul>")
    assert sentences_of(page) == ["You need:", "a passport;", "an offer.", "It is signed."]


def test_a_label_and_a_bare_value_are_no_sentences() -> None:
    assert sentences_of(
        _article("<ul><li>18 to 35</li><li><a>Germany</a></li><li>You may. Counted from</li></ul>")
    ) == ["You may."]


def test_a_dot_in_a_number_and_in_an_abbreviation_ends_no_sentence() -> None:
    page = _article("<p>It is CAD 184.75, p. ex. in May. `id` follows. «\xa0Vraiment\xa0?\xa0» Oui.</p>")
    assert sentences_of(page) == ["It is CAD 184.75, p. ex. in May.", "`id` follows.", "«\xa0Vraiment\xa0?", "Oui."]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("On 2027-05-04 you pay 184.75.", 5),
        ("Il y a 9\u202f285 places et 11\xa0570 candidats\xa0!", 8),
        ("A co-op isn’t a holiday – not at all.", 8),
        ("L’offre d’emploi : 12 mois", 4),
    ],
)
def test_a_number_and_a_word_with_a_hyphen_or_an_apostrophe_are_one_word(sentence: str, words: int) -> None:
    assert len(words_of(sentence)) == words


@pytest.mark.parametrize(
    ("word", "language", "syllables"),
    [
        ("permit", "en", 2),
        ("participation", "en", 5),
        ("co-op", "en", 2),
        ("isn’t", "en", 1),
        ("35", "en", 1),
        ("vérificateur", "fr", 5),
        ("l’offre", "fr", 1),
        ("qu’est-ce", "fr", 2),
    ],
)
def test_syllables_are_those_of_the_language(word: str, language: str, syllables: int) -> None:
    assert syllables_of(word, language) == syllables


def test_the_ease_falls_with_longer_sentences_and_with_longer_words() -> None:
    short = reading_of(["You need a job.", "You sign it."], "en")
    assert (short.sentences, short.words, short.syllables) == (2, 7, 7)
    assert short.ease == pytest.approx(206.835 - 1.015 * 3.5 - 84.6)
    assert reading_of(["You need a job, you sign it."], "en").ease < short.ease
    assert reading_of(["You need a permit.", "You sign it."], "en").ease < short.ease
    assert reading_of(["Vous signez."], "fr").ease == pytest.approx(207 - 1.015 * 2 - 73.6 * 1.5)
