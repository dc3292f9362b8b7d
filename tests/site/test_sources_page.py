"""The page of all sources: every one of the registry, the facts that rest on it, and how well the facts are founded."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.dataset import Knowledge
from generator.dataset.index import Entry
from generator.rules.facts import Fact, Period, SourceReference, Status, Version
from generator.site.coverage import coverage, row_on
from generator.site.places import places
from generator.site.resting import facts_by_source
from tests.conftest import AS_OF


@pytest.fixture(params=["", "fr"])
def page(built_site: Path, request: pytest.FixtureRequest) -> str:
    """Return the page in each language."""
    return (built_site / request.param / "sources" / "index.html").read_text(encoding="utf-8")


def fact(
    status: Status = Status.OFFICIAL, quote: str | None = None, due: date | None = None, **days: date
) -> Fact[int]:
    return Fact(
        value=1,
        in_force=Period(**days or {"since": date(2020, 1, 1)}),
        status=status,
        sources=(SourceReference(id="a", quote=quote),),
        checked_on=date(2026, 1, 1),
        review_due=due,
    )


def entry(name: str, *rows: Fact[int]) -> Entry:
    return Entry(id=name, rows=rows, file="programme.yml", path=(name,), lines=tuple(range(1, len(rows) + 1)))


def of_source(page: str, source: str) -> str:
    """Return the part of the page about one source."""
    begin = page.index(f'<li id="{source}">')
    return page[begin : page.find("<li id=", begin + 1)]


def test_every_source_of_the_registry_is_listed(page: str, knowledge: Knowledge) -> None:
    for source in knowledge.sources:
        assert page.count(f'<li id="{source}">') == 1


def test_every_fact_is_listed_under_every_source_that_it_names(page: str, knowledge: Knowledge) -> None:
    found = places(knowledge)
    for source, entries in facts_by_source(knowledge).items():
        links = set(re.findall(r'href="\.\./([^"#]*#[^"]+)"', of_source(page, source)))
        assert {found[entry.id] for entry in entries} <= links, source


def test_the_page_counts_every_fact_of_the_index(page: str, knowledge: Knowledge) -> None:
    counts = coverage(knowledge, AS_OF)
    assert counts.facts == len(knowledge.index)
    assert counts.official + counts.secondary + counts.conflicting + counts.unverified == counts.facts
    shown = [int(re.sub(r"\D", "", number)) for number in re.findall(r"<dd>([^<]+)</dd>", page)]
    assert shown == [
        counts.facts,
        counts.official,
        counts.secondary,
        counts.conflicting,
        counts.unverified,
        counts.due,
        counts.without_quote,
    ]


def test_a_source_shows_its_publisher_tier_languages_days_and_note(built_site: Path) -> None:
    page = (built_site / "sources" / "index.html").read_text(encoding="utf-8")
    source = of_source(page, "ircc-bilateral")
    assert "Immigration, Refugees and Citizenship Canada · official · English" in source
    assert "English · page dated 24 December 2025 · copy of 12 February 2026" in source
    assert "Program delivery instructions, read in full." in source


def test_coverage_counts_due_facts_and_those_without_a_quote(knowledge: Knowledge) -> None:
    entries = (
        entry("official", fact(quote="so it is", due=date(2026, 11, 22))),
        entry("late", fact(Status.SECONDARY, due=date(2026, 11, 21))),
        entry("doubtful", fact(Status.CONFLICTING, quote="or not")),
        entry("bare", fact(Status.UNVERIFIED)),
    )
    few = replace(knowledge, index={entry.id: entry for entry in entries})
    counts = coverage(few, AS_OF)
    assert (counts.facts, counts.official, counts.secondary, counts.conflicting, counts.unverified) == (4, 1, 1, 1, 1)
    assert (counts.due, counts.without_quote) == (1, 2)


def test_the_row_that_speaks_for_a_fact_is_the_one_in_force_else_the_last_before_else_the_first() -> None:
    first = fact(since=date(2020, 1, 1), through=date(2020, 12, 31))
    second = fact(Status.SECONDARY, since=date(2021, 1, 1), through=date(2021, 12, 31))
    rows = entry("x", first, second)
    assert row_on(rows, date(2020, 6, 1)) is first
    assert row_on(rows, date(2026, 1, 1)) is second
    assert row_on(rows, date(2019, 1, 1)) is first


def test_a_source_of_an_older_row_or_of_another_version_is_named_by_the_fact(knowledge: Knowledge) -> None:
    old = replace(fact(), sources=(SourceReference(id="old"),))
    disputed = replace(fact(), versions=(Version(value=2, sources=(SourceReference(id="other"),)),))
    named = facts_by_source(replace(knowledge, index={"x": entry("x", old, disputed)}))
    assert {source: [entry.id for entry in entries] for source, entries in named.items()} == {
        "old": ["x"],
        "a": ["x"],
        "other": ["x"],
    }
