"""What is known besides the countries: the guide by topic, seasons, terms."""

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
from generator.site.places import GUIDE_PAGES, PROGRAMME, TOLD_ON
from generator.site.seasons import SeasonsPresenter
from tests.conftest import AS_OF
from tests.site.test_facts_on_pages import CONTENT, part, render, with_term
from tests.site.test_naming import naming
from tests.site.test_pages import only


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_point_organization_and_document_is_shown_exactly_once(knowledge: Knowledge, lang: str) -> None:
    pages = render(knowledge, lang)
    text = "".join(pages[f"guide/{name}.md"] for name in GUIDE_PAGES) + pages["seasons.md"]
    points = [f"guide.{point.id}" for points in knowledge.guide.values() for point in points]
    bodies = [f"organizations.{body.id}.recognized" for body in knowledge.organizations]
    documents = [f"documents.{document.id}" for document in knowledge.dataset.documents]
    for fact in (*points, *bodies, *documents, *(f"programme.{field}" for field in PROGRAMME)):
        assert text.count(f'id="{fact}"') == 1, fact


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_guide_has_a_page_for_every_topic_that_no_other_page_tells(
    lang: str, languages: dict[str, Language]
) -> None:
    written = {path.stem for path in (CONTENT / lang / "guide").iterdir()}
    assert written == set(GUIDE_PAGES)
    assert written == {topic.value for topic in Topic} - set(TOLD_ON) | {"index", "questions"}
    assert all(languages[lang].has(f"topic.{name}") for name in (*GUIDE_PAGES, *Topic))


def test_the_first_page_lists_the_others_in_reading_order(knowledge: Knowledge) -> None:
    page = render(knowledge)["guide/index.md"]
    contents = page[page.index('<ol class="guide-contents">') :]
    listed = re.findall(r'<a href="\.\./guide/([^"/]+)/"', contents[: contents.index("</ol>")])
    assert listed == list(GUIDE_PAGES[1:])


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_each_page_leads_to_the_one_before_and_the_one_after(knowledge: Knowledge, lang: str) -> None:
    pages, last = render(knowledge, lang), len(GUIDE_PAGES) - 1
    for at, name in enumerate(GUIDE_PAGES):
        ways = dict(re.findall(r'href="\.\./(?:\.\./)?guide/([^"]*)" rel="(next|prev)"', pages[f"guide/{name}.md"]))
        found = {rel: address for address, rel in ways.items()}
        addresses = ["", *(f"{other}/" for other in GUIDE_PAGES[1:])]
        assert found.get("prev") == (addresses[at - 1] if at else None)
        assert found.get("next") == (addresses[at + 1] if at < last else None)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_process_is_a_numbered_line_of_time_whose_steps_say_who_acts(knowledge: Knowledge, lang: str) -> None:
    page = render(knowledge, lang)["guide/process.md"]
    steps = re.split(r"^## ", page[: page.index('class="onward"')], flags=re.MULTILINE)[1:]
    names = [only(r"^[^\n{]+ \{#([a-z]+) \.timeline__title\}\n", step) for step in steps]
    before, after = ["school", "offer", "profile", "round"], ["biometrics", "processing", "letter", "entry"]
    assert names == [*before, "number", "accept", "apply", *after]
    assert all(step.count('class="timeline__who"') == 1 and "<strong>" in step for step in steps)


def test_the_steps_with_a_clock_take_their_days_from_the_facts(knowledge: Knowledge) -> None:
    page = render(knowledge)["guide/process.md"]
    clocks = re.findall(r"\{#([a-z]+) \.timeline__title\}(?:(?!\.timeline__title).)*?__clock", page, re.S)
    assert clocks == ["accept", "apply", "biometrics", "letter"]
    programme = knowledge.dataset.programme
    for field in ("days_to_apply", "days_to_give_biometrics", "entry_letter_months"):
        assert str(getattr(programme, field)[-1].value) in part(page, f"programme.{field}")
    assert f"You have {programme.days_to_answer_invitation[-1].value} days to answer" in page.split("{#accept ")[1]


def test_the_contents_of_the_process_name_every_step(built_site: Path) -> None:
    html = (built_site / "guide" / "process" / "index.html").read_text(encoding="utf-8")
    contents = html[html.index('data-md-component="toc"') :].split("</nav>")[0]
    titles = re.findall(r'<h2 class="timeline__title" id="([a-z]+)">', html)
    assert len(titles) == 11
    assert re.findall(r'href="#([a-z]+)"', contents) == [*titles, "sources"]


def test_whom_points_are_for_is_said_once_where_it_is_the_same_for_all(knowledge: Knowledge) -> None:
    page = render(knowledge)["guide/employer.md"]
    sections = [section for section in page.split("\n## ")[1:] if 'class="fact point"' in section]
    assert [section.count('class="point__for"') for section in sections] == [1] * len(sections)
    assert max(section.count('class="fact point"') for section in sections) > 1


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_question_has_an_id_of_its_own_an_answer_and_a_way_on(lang: str) -> None:
    text = (CONTENT / lang / "guide" / "questions.md").read_text(encoding="utf-8")
    questions = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    ids = [only(r"\{#([a-z-]+)\}\n", question.partition("\n\n")[0] + "\n") for question in questions]
    assert len(set(ids)) == len(ids) >= 20
    for question in questions:
        assert question.partition(" {#")[0].endswith("?")
        assert "](" in question
        assert ("refer(" in question) or ("claims.claim(" in question) or "{#not-certain}" in question


def test_the_longest_permits_are_listed_by_length_with_every_country_that_offers_the_category(
    knowledge: Knowledge,
) -> None:
    page = render(knowledge)["guide/permit.md"]
    listed = page[page.index('class="facts lengths"') :]
    listed = listed[: listed.index("</dl>")]
    months = [int(found) for found in re.findall(r"<dt>(\d+) months</dt>", listed)]
    assert months == sorted(months, reverse=True)
    codes = re.findall(r'<a href="[^"]*#([A-Z]{2})\.international_coop\.permit_months">', listed)
    offering = {
        code
        for code, country in knowledge.dataset.countries.items()
        if country.categories[Category.INTERNATIONAL_COOP].offered[-1].value is Answer.YES
    }
    assert sorted(codes) == sorted(offering)
    assert listed.index("PT.international_coop") < listed.index("DE.international_coop")


def test_how_long_how_often_and_how_old_are_answered_first_with_the_usual_value_and_who_has_another(
    knowledge: Knowledge,
) -> None:
    page = re.sub(r"<[^>]+>", "", render(knowledge)["guide/questions.md"])
    assert "Your age must be 18 to 35 (18 to 30: Sweden). Not certain: Luxembourg" in page
    assert "24 months: Portugal, South Korea, United Kingdom; 18 months: Switzerland; 6 months: Austria)" in page
    assert "take part 2 times (3 times: Austria, Finland; once: Luxembourg, Portugal, Taiwan)" in page
    shorter = re.sub(r"<[^>]+>", "", render(with_term(knowledge, "DE", "permit_months", value=3))["guide/questions.md"])
    assert "6 months: Austria; 3 months: Germany)" in shorter


def test_several_points_for_the_same_categories_say_so_once_and_after_those_for_everybody(
    knowledge: Knowledge,
) -> None:
    page = render(knowledge)["guide/extension.md"]
    exceptions = page[page.index("## The exceptions") : page.index("## Applying")]
    assert exceptions.count("Only International Co-op and Young Professionals") == 1
    head = exceptions.index("Only International Co-op")
    assert exceptions.index('id="guide.exception-officer-error"') < head
    assert head < exceptions.index('id="guide.exception-short-offer"')


def test_at_the_end_of_a_page_the_way_back_comes_before_the_way_on(knowledge: Knowledge) -> None:
    page = render(knowledge)["guide/work.md"]
    ways = page[page.index('<nav class="onward"') :]
    assert ways.index('rel="prev"') < ways.index('rel="next"') < ways.index("checker/")


def test_a_point_that_holds_for_some_categories_says_which(knowledge: Knowledge) -> None:
    page = render(knowledge)["guide/fees.md"]
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
    page = render(changed)["guide/family.md"]
    assert "31 May 2026" in part(page, fact)
    assert "Not known for this day" not in part(page, fact)
    assert page.index(f'id="guide.{points[1].id}"') < page.index(f'id="{fact}"')


def test_an_organization_of_unknown_categories_says_so(knowledge: Knowledge) -> None:
    known = {"in_force": Period(known_since=AS_OF), "checked_on": AS_OF}
    body = Organization(
        id="example", name="Example", recognized=(Fact(value=Answer.UNVERIFIED, status=Status.UNVERIFIED, **known),)
    )
    entry = replace(
        knowledge.index["programme.minimum_funds"], id="organizations.example.recognized", rows=body.recognized
    )
    changed = replace(knowledge, organizations=(body,), index={**knowledge.index, entry.id: entry})
    page = render(changed)["guide/organizations.md"]
    assert "Unverified" in part(page, entry.id)
    rest = page[page.index(f'id="{entry.id}"') :]
    assert re.search(r"<dt>Categories</dt><dd><p>not known</p>", rest[: rest.index("</li>", rest.index("</details>"))])


def test_a_body_that_is_known_not_to_be_recognized_has_no_categories(knowledge: Knowledge) -> None:
    page = render(knowledge)["guide/organizations.md"]
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
