"""What is known besides the countries: the programme by topic, seasons, terms."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.dataset import Knowledge
from generator.dataset.guide import Organization, Topic
from generator.rules.facts import Fact, Period, Status
from generator.rules.kinds import Answer, Category
from generator.site.language import Language
from generator.site.naming import Naming
from generator.site.seasons import SeasonsPresenter
from tests.conftest import AS_OF
from tests.site.test_facts_on_pages import CONTENT, part, render
from tests.site.test_naming import naming


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_point_organization_and_document_is_shown_exactly_once(knowledge: Knowledge, lang: str) -> None:
    pages = render(knowledge, lang)
    text = pages["programme.md"] + pages["seasons.md"]
    points = [f"guide.{point.id}" for points in knowledge.guide.values() for point in points]
    bodies = [f"organizations.{body.id}.recognized" for body in knowledge.organizations]
    documents = [f"documents.{document.id}" for document in knowledge.dataset.documents]
    for fact in (*points, *bodies, *documents):
        assert text.count(f'id="{fact}"') == 1, fact


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_topic_has_its_heading(lang: str, languages: dict[str, Language]) -> None:
    text = (CONTENT / lang / "programme.md").read_text(encoding="utf-8")
    for topic in Topic:
        assert languages[lang].has(f"topic.{topic.value}")
        assert f"{{#{topic.value}}}" in text


def test_the_process_is_told_in_numbered_steps_in_the_order_of_the_data(knowledge: Knowledge) -> None:
    page = render(knowledge)["programme.md"]
    steps = page[page.index('<ol class="statements points points--steps">') :]
    steps = steps[: steps.index("</ol>")]
    shown = re.findall(r'<li class="fact point" id="guide\.([^"]+)"', steps)
    assert shown == [point.id for point in knowledge.guide[Topic.PROCESS]]


def test_a_point_that_holds_for_some_categories_says_which(knowledge: Knowledge) -> None:
    page = render(knowledge)["programme.md"]
    (point, *_) = [point for point in knowledge.guide[Topic.FEES] if point.categories == (Category.WORKING_HOLIDAY,)]
    assert "Only Working Holiday" in part(page, f"guide.{point.id}")
    (everybody, *_) = [point for point in knowledge.guide[Topic.FEES] if len(point.categories) == len(Category)]
    assert "Only" not in part(page, f"guide.{everybody.id}").split("</p>")[0]


def test_a_point_that_holds_no_longer_says_when_it_did_and_follows_the_others(knowledge: Knowledge) -> None:
    points = knowledge.guide[Topic.FAMILY]
    ended = replace(points[0].says[-1].in_force, through=date(2026, 5, 31))
    old = replace(points[0], says=(replace(points[0].says[-1], in_force=ended),))
    fact = f"guide.{old.id}"
    changed = replace(
        knowledge,
        guide={**knowledge.guide, Topic.FAMILY: (old, *points[1:])},
        index={**knowledge.index, fact: replace(knowledge.index[fact], rows=old.says)},
    )
    page = render(changed)["programme.md"]
    assert "31 May 2026" in part(page, fact)
    assert "Not known for this day" not in part(page, fact)
    assert page.index(f'id="guide.{points[-1].id}"') < page.index(f'id="{fact}"')


def test_an_organization_of_unknown_categories_says_so(knowledge: Knowledge) -> None:
    known = {"in_force": Period(known_since=AS_OF), "checked_on": AS_OF}
    body = Organization(
        id="example", name="Example", recognized=(Fact(value=Answer.UNVERIFIED, status=Status.UNVERIFIED, **known),)
    )
    entry = replace(
        knowledge.index["programme.minimum_funds"], id="organizations.example.recognized", rows=body.recognized
    )
    changed = replace(knowledge, organizations=(body,), index={**knowledge.index, entry.id: entry})
    page = render(changed)["programme.md"]
    assert "Unverified" in part(page, entry.id)
    rest = page[page.index(f'id="{entry.id}"') :]
    assert re.search(r"<dt>Categories</dt><dd><p>not known</p>", rest[: rest.index("</li>", rest.index("</details>"))])


def test_a_body_that_is_known_not_to_be_recognized_has_no_categories(knowledge: Knowledge) -> None:
    page = render(knowledge)["programme.md"]
    out = [body.id for body in knowledge.organizations if body.recognized[-1].value is Answer.NO]
    assert out
    for body in out:
        rest = page[page.index(f'id="organizations.{body}.recognized"') :]
        assert "<dt>Categories</dt>" not in rest[: rest.index("</dl>")]


@pytest.mark.parametrize(("lang", "pair"), [("en", ("pool", "bassin")), ("fr", ("bassin", "pool"))])
def test_the_glossary_shows_both_languages_that_of_the_page_first(
    knowledge: Knowledge, lang: str, pair: tuple[str, str]
) -> None:
    page = render(knowledge, lang)["glossary.md"]
    other = "fr" if lang == "en" else "en"
    fact = part(page, "glossary.pool")
    assert f'<dt lang="{lang}">{pair[0]}</dt>' in fact
    assert f'lang="{other}">{pair[1]}</p>' in fact
    assert all(page.count(f'id="glossary.{term.id}"') == 1 for term in knowledge.terms)


def test_every_season_has_a_row_and_what_is_not_recorded_is_said_to_be_unknown(knowledge: Knowledge) -> None:
    page = render(knowledge)["seasons.md"]
    table = page[page.index('<table class="grid">') :]
    table = table[: table.index("</table>")]
    rows = re.findall(r'<th scope="row">(?:<a href="#season-\d+">)?(\d+)', table)
    assert rows == [str(year) for year in sorted(knowledge.seasons, reverse=True)]
    cells = [season.cells for season in SeasonsPresenter(english(knowledge)).seasons()]
    assert table.count("not known") == sum(cell is None for row in cells for cell in row)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_fact_of_a_season_stands_below_the_table_with_its_mark(knowledge: Knowledge, lang: str) -> None:
    page = render(knowledge, lang)["seasons.md"]
    for fact in (fact for fact in knowledge.index if fact.startswith("seasons.")):
        assert page.count(f'id="{fact}"') == 1, fact
        assert "<details" in page[page.index(f'id="{fact}"') :], fact


def test_every_quota_is_in_a_table_with_a_mark_that_leads_to_its_source(knowledge: Knowledge) -> None:
    page = render(knowledge)["seasons.md"]
    for fact, entry in knowledge.index.items():
        if fact.startswith("pools.") and fact.endswith(".quota"):
            assert entry.country is not None
            assert f'href="../countries/{entry.country.lower()}/#{fact}"' in page, fact


def test_a_number_that_was_read_on_another_day_than_most_says_on_which(knowledge: Knowledge) -> None:
    tables = {table.year: table for table in SeasonsPresenter(english(knowledge)).quotas()}
    (britain,) = [row for row in tables[2026].rows if row.code == "GB"]
    (holiday,) = [quota for quota in britain.quotas if quota.shown]
    assert holiday.shown
    assert (tables[2026].day, holiday.shown.value, holiday.day) == ("16 January 2026", "9,285", "21 August 2026")
    (germany,) = [row for row in tables[2025].rows if row.code == "DE"]
    assert [quota.day for quota in germany.quotas] == [None, None, None]
    assert all(quota.shown for quota in germany.quotas)


def test_a_category_that_the_agreement_does_not_have_is_told_from_a_quota_that_was_not_found(
    knowledge: Knowledge,
) -> None:
    (table,) = [table for table in SeasonsPresenter(english(knowledge)).quotas() if table.year == 2026]
    rows = {row.code: row.quotas for row in table.rows}
    assert [(bool(quota.shown), quota.is_offered) for quota in rows["NL"]] == [
        (False, False),
        (False, True),
        (True, True),
    ]
    assert [(bool(quota.shown), quota.is_offered) for quota in rows["GB"]][:2] == [(False, True), (False, True)]


def test_the_page_of_seasons_says_that_numbers_move_and_that_invitations_are_no_permits(built_site: Path) -> None:
    page = (built_site / "seasons" / "index.html").read_text(encoding="utf-8")
    assert "It changes within a season, and an invitation is not a permit" in page
    assert "unlimited" in page


def english(knowledge: Knowledge) -> Naming:
    return naming(knowledge, "en")
