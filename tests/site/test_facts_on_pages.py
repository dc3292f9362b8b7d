"""Every number and condition on a page comes from a fact, with its status, sources and days beside it."""

import html
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from generator.dataset import Knowledge
from generator.rules.country import Ages, Country
from generator.rules.facts import SourceReference, Status
from generator.rules.kinds import Answer, Category, DocumentKind, DocumentMoment, Field, PermitKind, Repeat, School
from generator.site.facts import mark_cut
from generator.site.language import Language, load_language
from generator.site.pages import Book
from generator.site.repository import Repository
from generator.words import load_words
from tests.conftest import AS_OF, ROOT
from tests.site.test_pages import only

CONTENT = ROOT / "content"
REPOSITORY = Repository(url="https://github.com/somebody/guide", branch="main")
COOP = Category.INTERNATIONAL_COOP


class Rendered(dict[str, str]):
    """The pages of one language, each rendered when it is asked for."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.book = book

    def __missing__(self, path: str) -> str:
        self[path] = self.book.page(PurePosixPath(path)).text
        return self[path]


def render(knowledge: Knowledge, lang: str = "en", as_of: date = AS_OF) -> Rendered:
    """Return the pages of one language, the form left out."""
    language = load_language(lang, CONTENT, knowledge.dataset, load_words(ROOT / "data"))
    return Rendered(Book(knowledge, language, as_of, CONTENT, REPOSITORY))


def part(page: str, fact: str) -> str:
    """Return what `page` shows of a fact: from its anchor to the end of its fold."""
    begin = page.index(f'id="{fact}"')
    return page[begin : page.index("</details>", begin)]


def with_term(knowledge: Knowledge, code: str, field: str, **changes: Any) -> Knowledge:
    """Return what is known with the rows of one term of co-op changed."""
    country = knowledge.dataset.countries[code]
    terms = country.categories[COOP]
    rows = tuple(replace(row, **changes) for row in getattr(terms, field))
    categories = {**country.categories, COOP: replace(terms, **{field: rows})}
    changed = with_country(knowledge, replace(country, categories=categories))
    fact = f"{code}.{COOP.value}.{field}"
    return replace(changed, index={**knowledge.index, fact: replace(knowledge.index[fact], rows=rows)})


def with_country(knowledge: Knowledge, country: Country) -> Knowledge:
    """Return what is known with one country exchanged."""
    countries = {**knowledge.dataset.countries, country.code: country}
    return replace(knowledge, dataset=replace(knowledge.dataset, countries=countries))


def test_a_changed_length_changes_the_page_the_worked_days_and_the_table(knowledge: Knowledge) -> None:
    before, after = render(knowledge), render(with_term(knowledge, "DE", "permit_months", value=7))
    assert "up to 12 months" in before["countries/de.md"]
    assert "it ends on 4 May 2028 at the latest" in before["countries/de.md"]
    assert "up to 7 months" in after["countries/de.md"]
    assert "it ends on 4 December 2027 at the latest" in after["countries/de.md"]
    assert '#DE.international_coop.permit_months">7 months</a>' in after["countries/index.md"]


def test_a_changed_age_changes_the_page_in_both_languages(knowledge: Knowledge) -> None:
    changed = with_term(knowledge, "SE", "ages", value=Ages(minimum=19, maximum=29))
    assert "19 to 29" in render(changed)["countries/se.md"]
    assert "de 19 à 29 ans" in render(changed, "fr")["countries/se.md"]


def test_a_withdrawn_category_changes_the_answer_and_the_counts(knowledge: Knowledge) -> None:
    changed = render(with_term(knowledge, "DE", "offered", value=Answer.NO))
    assert "No, International Co-op is not offered" in changed["countries/de.md"]
    assert "26 countries and territories" in changed["index.md"]
    assert "27 countries and territories" in render(knowledge)["index.md"]


@pytest.mark.parametrize("answer", [Answer.NOT_PUBLISHED, Answer.UNVERIFIED])
def test_an_answer_that_is_neither_yes_nor_no_is_printed_as_such(knowledge: Knowledge, answer: Answer) -> None:
    page = render(with_term(knowledge, "DE", "residence_required", value=answer))["countries/de.md"]
    fact = page[page.index('id="DE.international_coop.residence_required"') :]
    expected = {"not_published": "Not published", "unverified": "Unverified"}[answer.value]
    assert f'<p class="fact__value">{expected}</p>' in fact[:400]


def test_a_fact_that_nobody_recorded_is_printed_as_not_known(knowledge: Knowledge) -> None:
    country = knowledge.dataset.countries["DE"]
    terms = replace(country.categories[COOP], permit_months=())
    bare = replace(country, categories={**country.categories, COOP: terms})
    page = render(with_country(knowledge, bare))["countries/de.md"]
    assert "Not known for this day" in page
    assert "How long a permit would last" not in page


def test_a_row_of_another_time_is_never_used_for_the_day_of_the_page(knowledge: Knowledge) -> None:
    page = render(knowledge, as_of=date(2020, 1, 1))["countries/de.md"]
    assert "We cannot say whether International Co-op is offered" in page
    assert "How long a permit would last" not in page
    fact = part(page, "DE.international_coop.permit_months")
    assert '<p class="fact__value">Not known for this day</p>' in fact
    assert "At least since 24 December 2025: up to 12 months." in fact


def test_every_term_of_co_op_shows_status_source_and_both_days(knowledge: Knowledge) -> None:
    page = render(knowledge)["countries/de.md"]
    section = page[page.index("## International Co-op") : page.index("## How long")]
    facts = section.split('<div class="fact"')[1:]
    assert len(facts) == 6
    for fact in facts:
        assert '<summary class="status status--official"' in fact
        assert '<a href="../../method/#status-official">Official</a>' in fact
        assert re.search(r'href="#source-ircc-bilateral">source 1</a>\s+\(read 12 February 2026\)', fact)
        assert "compared with our copy on 22 November 2026 · to be compared again by 31 January 2027" in fact
    assert 'id="source-ircc-bilateral" value="1"' in page


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_mark_and_an_explanation(knowledge: Knowledge, status: Status) -> None:
    pages = render(with_term(knowledge, "DE", "ages", status=status))
    assert f'class="status status--{status.value}"' in pages["countries/de.md"]
    assert f'id="status-{status.value}"' in pages["method.md"]


def test_an_overdue_check_turns_the_mark_amber_wherever_the_fact_is_shown(knowledge: Knowledge) -> None:
    pages = render(with_term(knowledge, "DE", "ages", review_due=date(2026, 11, 1)))
    page = pages["countries/de.md"]
    fact = part(page, "DE.international_coop.ages")
    assert '<summary class="status status--official status--overdue"' in fact
    assert ">Official source – check overdue</summary>" in fact
    assert "should have been compared again by 1 November 2026" in fact
    mark = 'status--overdue" href="#DE.international_coop.ages">Check overdue</a>'
    assert mark in page[: page.index("page-day")]
    assert 'status--overdue" href="../countries/de/#DE.international_coop.ages">' in pages["countries/index.md"]


@pytest.mark.parametrize(("due", "amber"), [(AS_OF, False), (AS_OF - timedelta(days=1), True)])
def test_a_fact_turns_amber_on_the_day_after_its_review(knowledge: Knowledge, due: date, amber: bool) -> None:
    page = render(with_term(knowledge, "DE", "ages", review_due=due))["countries/de.md"]
    assert ("status--overdue" in part(page, "DE.international_coop.ages")) is amber


def test_a_fact_leads_to_the_line_of_its_row_and_to_a_report_about_it(knowledge: Knowledge) -> None:
    entry = knowledge.index["DE.international_coop.ages"]
    fact = part(render(knowledge)["countries/de.md"], entry.id)
    (line,) = entry.lines
    assert f"<code>data/countries/DE.yml:{line}</code>" in fact
    assert f'href="https://github.com/somebody/guide/edit/main/data/countries/DE.yml#L{line}"' in fact
    report = html.unescape(only(r'href="(https://github\.com/somebody/guide/issues/new[^"]*)"', fact))
    assert dict(parse_qsl(urlsplit(report).query)) == {
        "template": "fact.yml",
        "title": entry.id,
        "fact": entry.id,
        "value": "18 to 35",
        "page": "/countries/de/",
    }


def test_of_several_rows_the_line_is_that_of_the_row_in_force(knowledge: Knowledge) -> None:
    entry = knowledge.index["programme.participation_fee"]
    (line,) = (line for line, row in zip(entry.lines, entry.rows, strict=True) if row.in_force.holds_on(AS_OF))
    assert f"data/programme.yml#L{line}" in part(render(knowledge)["guide/fees.md"], entry.id)


def test_every_line_of_the_index_is_the_first_of_its_row(knowledge: Knowledge) -> None:
    files = {entry.file for entry in knowledge.index.values()}
    texts = {file: (ROOT / "data" / file).read_text(encoding="utf-8").splitlines() for file in files}
    for entry in knowledge.index.values():
        assert len(entry.lines) == len(entry.rows)
        for line in entry.lines:
            assert texts[entry.file][line - 1].lstrip().startswith("- value:"), entry.id


def test_a_fact_without_a_source_still_leads_to_its_line(knowledge: Knowledge) -> None:
    fact = part(render(knowledge)["guide/eligibility.md"], "programme.canadian_citizens_need_a_permit")
    assert '<summary class="status status--unverified"' in fact
    assert "data/programme.yml#L" in fact


def test_a_fact_that_nobody_recorded_can_be_reported(knowledge: Knowledge) -> None:
    country = knowledge.dataset.countries["DE"]
    bare = replace(country, categories={**country.categories, COOP: replace(country.categories[COOP], school=())})
    index = {entry.id: entry for entry in knowledge.index.values() if entry.id != "DE.international_coop.school"}
    page = render(replace(with_country(knowledge, bare), index=index))["countries/de.md"]
    fact = part(page, "DE.international_coop.school")
    assert "issues/new?template=fact.yml" in fact
    assert "/edit/" not in fact


def test_the_values_of_the_answer_and_of_the_table_lead_to_their_facts(knowledge: Knowledge) -> None:
    pages = render(knowledge)
    page = pages["countries/de.md"]
    answer, table = page[: page.index("page-day")], pages["countries/index.md"]
    for field in ("ages", "permit_months", "school", "residence_required", "discontinuance_months"):
        assert f'<a href="#DE.international_coop.{field}">' in answer
        assert f'<a href="../countries/de/#DE.international_coop.{field}">' in table
    assert '<a href="#DE.participations">2 times in all' in answer
    assert '<a href="../countries/de/#DE.participations">2 times in all' in table
    assert '<a href="../countries/be/#BE.international_coop.offered">Not offered</a>' in table
    assert '<a href="../countries/be/#BE.working_holiday.ages">18–30</a>' in table


def test_a_worked_length_names_the_facts_that_it_is_counted_from(knowledge: Knowledge) -> None:
    pages = render(knowledge)
    worked = pages["countries/hr.md"]
    worked = worked[worked.index('<ul class="worked">') :]
    assert '<a href="#HR.international_coop.permit_months">Longest work permit</a>' in worked
    assert '<a href="#HR.international_coop.discontinuance_months">Gap since the last participation</a>' in worked
    assert '<a href="#CH.participations">How often</a>' in pages["countries/ch.md"]
    assert '<a href="#BE.working_holiday.permit_months">' in pages["countries/be.md"]


def test_whether_each_category_is_offered_is_a_fact_with_its_place(knowledge: Knowledge) -> None:
    page = render(knowledge)["countries/de.md"]
    for fact in ("partner", "international_coop.offered", "young_professionals.offered", "working_holiday.offered"):
        assert page.count(f'id="DE.{fact}"') == 1


def test_where_sources_disagree_every_version_is_shown_and_listed(knowledge: Knowledge) -> None:
    pages = render(knowledge)
    assert "Also published: 18 to 30." in pages["countries/lu.md"]
    assert "Luxembourg: Age (International Co-op)" in pages["claims.md"]


def test_the_mark_of_every_fact_is_the_handle_of_its_fold(knowledge: Knowledge) -> None:
    page = render(with_term(knowledge, "DE", "ages", status=Status.SECONDARY))["countries/de.md"]
    fact = page[page.index('id="DE.international_coop.ages"') :]
    assert '<details class="origin" data-search-exclude><summary class="status status--secondary"' in fact[:400]
    assert ">Secondary source</summary>" in fact[:600]


def test_a_disputed_number_of_participations_is_marked_in_the_answer_and_in_the_table(knowledge: Knowledge) -> None:
    pages = render(knowledge)
    answer = pages["countries/fr.md"]
    assert "status--conflicting" in answer[: answer.index("page-day")]
    row = pages["countries/index.md"]
    row = row[row.index(">France</a>") :]
    assert "status--conflicting" in row[: row.index("</tr>")]


def test_a_source_that_is_named_twice_is_listed_once_with_both_quotes(knowledge: Knowledge) -> None:
    references = tuple(SourceReference(id="ircc-bilateral", quote=quote) for quote in ("18 to 35", "aged 18 to 35"))
    page = render(with_term(knowledge, "DE", "ages", sources=references))["countries/de.md"]
    fact = page[page.index('<div class="fact" id="DE.international_coop.ages"') :]
    fact = fact[: fact.index("</details>")]
    assert fact.count('href="#source-ircc-bilateral"') == 1
    assert fact.count("<q ") == 2


def test_a_quote_that_stops_in_the_middle_of_a_sentence_says_so() -> None:
    assert mark_cut("Applicants are allowed 2 participations") == "Applicants are allowed 2 participations […]"
    assert mark_cut("Applicants are allowed 2 participations.") == "Applicants are allowed 2 participations."
    assert mark_cut("18 to 35 years") == "18 to 35 years"


def test_the_answer_names_what_limits_most_people(knowledge: Knowledge) -> None:
    pages = render(knowledge)
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
def test_every_country_page_says_how_old_the_official_text_is(knowledge: Knowledge, code: str) -> None:
    page = render(knowledge)[f"countries/{code}.md"]
    assert "Official text</a>: page of 24 December 2025, our copy of 12 February 2026." in page


def test_links_to_official_pages_name_the_language_that_they_serve(knowledge: Knowledge) -> None:
    page = render(knowledge, "fr")["guide/process.md"]
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
    knowledge: Knowledge, code: str, words: str, instead: str
) -> None:
    page = render(knowledge)[f"countries/{code.lower()}.md"]
    assert leads_with(page, words)
    assert instead in page[: page.index("page-day")]


def test_legacy_streams_places_and_documents_of_travel_are_told_in_words(knowledge: Knowledge) -> None:
    pages = render(knowledge)
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
