"""Every number and condition on a page comes from a fact, with its status, sources and days beside it."""

import re
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from generator.rules.country import Ages
from generator.rules.facts import SourceReference, Status
from generator.rules.kinds import Answer, Category, DocumentKind, DocumentMoment, Field, PermitKind, Repeat, School
from generator.rules.model import Dataset
from generator.site.facts import mark_cut
from generator.site.language import Language, load_language
from generator.site.pages import Book
from generator.words import load_words
from tests.conftest import AS_OF, ROOT

CONTENT = ROOT / "content"
COOP = Category.INTERNATIONAL_COOP


def render(dataset: Dataset, lang: str = "en", as_of: date = AS_OF) -> dict[str, str]:
    """Render every page of one language, the form left out."""
    language = load_language(lang, CONTENT, dataset, load_words(ROOT / "data"))
    book = Book(dataset, language, as_of, CONTENT, lambda *_, **__: "")
    return {str(page.path): page.text for page in book.pages()}


def with_term(dataset: Dataset, code: str, field: str, **changes: Any) -> Dataset:
    """Return the facts with the rows of one term of co-op changed."""
    country = dataset.countries[code]
    terms = country.categories[COOP]
    rows = tuple(replace(row, **changes) for row in getattr(terms, field))
    categories = {**country.categories, COOP: replace(terms, **{field: rows})}
    return replace(dataset, countries={**dataset.countries, code: replace(country, categories=categories)})


def test_a_changed_length_changes_the_page_the_worked_days_and_the_table(dataset: Dataset) -> None:
    before, after = render(dataset), render(with_term(dataset, "DE", "permit_months", value=7))
    assert "up to 12 months" in before["countries/de.md"]
    assert "it ends on 4 May 2028 at the latest" in before["countries/de.md"]
    assert "up to 7 months" in after["countries/de.md"]
    assert "it ends on 4 December 2027 at the latest" in after["countries/de.md"]
    assert "<td>7 months</td>" in after["countries/index.md"]


def test_a_changed_age_changes_the_page_in_both_languages(dataset: Dataset) -> None:
    changed = with_term(dataset, "SE", "ages", value=Ages(minimum=19, maximum=29))
    assert "19 to 29" in render(changed)["countries/se.md"]
    assert "de 19 à 29 ans" in render(changed, "fr")["countries/se.md"]


def test_a_withdrawn_category_changes_the_answer_and_the_counts(dataset: Dataset) -> None:
    changed = render(with_term(dataset, "DE", "offered", value=Answer.NO))
    assert "No, International Co-op is not offered" in changed["countries/de.md"]
    assert "26 of these agreements" in changed["index.md"]
    assert "27 of these agreements" in render(dataset)["index.md"]


@pytest.mark.parametrize("answer", [Answer.NOT_PUBLISHED, Answer.UNVERIFIED])
def test_an_answer_that_is_neither_yes_nor_no_is_printed_as_such(dataset: Dataset, answer: Answer) -> None:
    page = render(with_term(dataset, "DE", "residence_required", value=answer))["countries/de.md"]
    fact = page[page.index('id="DE.international_coop.residence_required"') :]
    expected = {"not_published": "Not published", "unverified": "Unverified"}[answer.value]
    assert f'<p class="fact__value">{expected}</p>' in fact[:400]


def test_a_fact_that_nobody_recorded_is_printed_as_not_known(dataset: Dataset) -> None:
    country = dataset.countries["DE"]
    terms = replace(country.categories[COOP], permit_months=())
    bare = replace(country, categories={**country.categories, COOP: terms})
    page = render(replace(dataset, countries={**dataset.countries, "DE": bare}))["countries/de.md"]
    assert "Not known for this day" in page
    assert "How long a permit would last" not in page


def test_a_row_of_another_time_is_never_used_for_the_day_of_the_page(dataset: Dataset) -> None:
    page = render(dataset, as_of=date(2020, 1, 1))["countries/de.md"]
    assert "We cannot say whether International Co-op is offered" in page
    assert "up to 12 months" not in page


def test_every_term_of_co_op_shows_status_source_and_both_days(dataset: Dataset) -> None:
    page = render(dataset)["countries/de.md"]
    section = page[page.index("## International Co-op") : page.index("## How long")]
    facts = section.split('<div class="fact"')[1:]
    assert len(facts) == 6
    for fact in facts:
        assert re.search(r'class="status status--official" href="\.\./\.\./method/#status-official">Official<', fact)
        assert re.search(r'href="#source-ircc-bilateral">source 1</a>\s+\(read 12 February 2026\)', fact)
        assert "compared with our copy on 22 November 2026" in fact
        assert fact.index("<details") < fact.index("status--official") < fact.index("</details>")
    assert 'id="source-ircc-bilateral" value="1"' in page


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_mark_and_an_explanation(dataset: Dataset, status: Status) -> None:
    pages = render(with_term(dataset, "DE", "ages", status=status))
    assert f'class="status status--{status.value}"' in pages["countries/de.md"]
    assert f'id="status-{status.value}"' in pages["method.md"]


def test_an_overdue_check_is_said_beside_the_fact(dataset: Dataset) -> None:
    page = render(with_term(dataset, "DE", "ages", review_due=date(2026, 11, 1)))["countries/de.md"]
    assert "should have been compared again by 1 November 2026" in page


def test_where_sources_disagree_every_version_is_shown_and_listed(dataset: Dataset) -> None:
    pages = render(dataset)
    assert "Also published: 18 to 30." in pages["countries/lu.md"]
    assert "Luxembourg: Age (International Co-op)" in pages["method.md"]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_hand_written_prose_types_no_number(lang: str) -> None:
    for path in (CONTENT / lang).rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        prose = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|<[^>]+>|\{[#.][^}]*\}|(?m:^\d\. )|CC BY 4\.0", "", text)
        assert re.findall(r"\d+", prose) == [], path


def test_a_status_that_is_not_official_stands_outside_the_fold(dataset: Dataset) -> None:
    page = render(with_term(dataset, "DE", "ages", status=Status.SECONDARY))["countries/de.md"]
    fact = page[page.index('id="DE.international_coop.ages"') :]
    assert fact.index("status--secondary") < fact.index("<details")


def test_a_disputed_number_of_participations_is_marked_in_the_answer_and_in_the_table(dataset: Dataset) -> None:
    pages = render(dataset)
    answer = pages["countries/fr.md"]
    assert "status--conflicting" in answer[: answer.index("page-day")]
    row = pages["countries/index.md"]
    row = row[row.index(">France</a>") :]
    assert "status--conflicting" in row[: row.index("</tr>")]


def test_a_source_that_is_named_twice_is_listed_once_with_both_quotes(dataset: Dataset) -> None:
    references = tuple(SourceReference(id="ircc-bilateral", quote=quote) for quote in ("18 to 35", "aged 18 to 35"))
    page = render(with_term(dataset, "DE", "ages", sources=references))["countries/de.md"]
    fact = page[page.index('<div class="fact" id="DE.international_coop.ages"') :]
    fact = fact[: fact.index("</details>")]
    assert fact.count('href="#source-ircc-bilateral"') == 1
    assert fact.count("<q ") == 2


def test_a_quote_that_stops_in_the_middle_of_a_sentence_says_so() -> None:
    assert mark_cut("Applicants are allowed 2 participations") == "Applicants are allowed 2 participations […]"
    assert mark_cut("Applicants are allowed 2 participations.") == "Applicants are allowed 2 participations."
    assert mark_cut("18 to 35 years") == "18 to 35 years"


def test_the_answer_names_what_limits_most_people(dataset: Dataset) -> None:
    pages = render(dataset)
    expected = {
        "at": ("Only studies in forestry, agriculture or tourism", "Accepted up to 12 months after graduation"),
        "gb": ("2 times in all, later ones up to 12 months",),
        "ch": ("2 times in all, 18 months together",),
        "fr": ("2 times in all, International Co-op once", "No country is required"),
        "kr": ("2 times in all, International Co-op once",),
        "cz": ("The placement must be paid",),
        "be": ("Open (any employer)", "Check your case"),
    }
    for code, sentences in expected.items():
        page = pages[f"countries/{code}.md"]
        for words in sentences:
            assert words in page[: page.index("page-day")], (code, words)


@pytest.mark.parametrize("code", ["at", "be", "ua"])
def test_every_country_page_says_how_old_the_official_text_is(dataset: Dataset, code: str) -> None:
    page = render(dataset)[f"countries/{code}.md"]
    assert "Official text</a>: page of 24 December 2025, our copy of 12 February 2026." in page


def test_links_to_official_pages_name_the_language_that_they_serve(dataset: Dataset) -> None:
    page = render(dataset, "fr")["index.md"]
    for lang in ("fr", "en"):
        assert re.search(rf'href="https://www\.canada\.ca/{lang}/[^"]*" rel="external" hreflang="{lang}">page', page)


def leads_with(page: str, words: str) -> bool:
    return words in page[page.index('<div id="terms"') :][:400]


@pytest.mark.parametrize(
    ("code", "words", "instead"),
    [
        ("BE", "No, International Co-op is not offered", "Working Holiday"),
        ("UA", "No, this country has no IEC agreement", "None of the three categories"),
        ("AT", "Yes, International Co-op is offered", "up to 6 months"),
    ],
)
def test_the_answer_comes_first_and_says_what_there_is_instead(
    dataset: Dataset, code: str, words: str, instead: str
) -> None:
    page = render(dataset)[f"countries/{code.lower()}.md"]
    assert leads_with(page, words)
    assert instead in page[: page.index("page-day")]


def test_legacy_streams_places_and_documents_of_travel_are_told_in_words(dataset: Dataset) -> None:
    pages = render(dataset)
    expected = {
        "au": "If all your participations were before the 2015 season, one last participation is left",
        "gb": "The permit of a later participation lasts up to 12 months.",
        "ch": "All permits together may last up to 18 months.",
        "fr": "Young Professionals VIE",
        "hk": "Hong Kong SAR passport or British National (Overseas) passport",
        "dk": "Greenland",
        "kr": "Only these categories may be used again",
    }
    for code, words in expected.items():
        assert words in pages[f"countries/{code}.md"], code


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_fact_of_the_programme_stands_on_the_home_page(dataset: Dataset, lang: str) -> None:
    page = render(dataset, lang)["index.md"]
    for field in fields(dataset.programme):
        assert f'id="programme.{field.name}"' in page, field.name


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_value_that_a_fact_may_take_has_its_words(lang: str, languages: dict[str, Language]) -> None:
    language = languages[lang]
    wanted = {
        "status": Status,
        "answer": Answer,
        "permit": PermitKind,
        "school": School,
        "field": Field,
        "document_kind": DocumentKind,
        "document_when": DocumentMoment,
        "participations.repeat": Repeat,
        "place.citizenship": Answer,
        "place.residence": Answer,
    }
    for prefix, values in wanted.items():
        for value in values:
            assert language.has(f"{prefix}.{value.value}"), value
