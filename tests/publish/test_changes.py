"""What changed is read from the rows of the facts, and nothing else."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.dataset import Knowledge
from generator.dataset.index import Entry
from generator.publish import changes_view
from generator.publish.changes import Change, changes, changes_of, known_since
from generator.rules.facts import Fact, Period, Status
from tests.conftest import AS_OF


def row(value: Any, **days: date) -> Fact[Any]:
    """Return a row without a source."""
    return Fact(value=value, in_force=Period(**days), status=Status.OFFICIAL, checked_on=AS_OF)


def knowing(knowledge: Knowledge, *rows: Fact[Any], fact: str = "DE.international_coop.permit_months") -> Knowledge:
    """Return what is known where this is the only fact."""
    entry = Entry(id=fact, rows=rows, file="", path=(), lines=(1,) * len(rows), country="DE")
    return replace(knowledge, index={fact: entry})


def test_a_row_that_follows_another_is_a_change_on_its_first_day(knowledge: Knowledge) -> None:
    before = row(12, known_since=date(2024, 1, 1), through=date(2025, 5, 31))
    after = row(24, since=date(2025, 6, 1))
    (change,) = changes(knowing(knowledge, before, after))
    assert (change.since, change.is_exact, change.before, change.after) == (date(2025, 6, 1), True, before, after)


def test_where_nobody_published_the_first_day_the_change_says_so(knowledge: Knowledge) -> None:
    before = row(12, known_since=date(2024, 1, 1), known_through=date(2024, 3, 1))
    (change,) = changes(knowing(knowledge, before, row(24, known_since=date(2025, 6, 1))))
    assert (change.since, change.is_exact) == (date(2025, 6, 1), False)


def test_a_first_row_is_a_change_only_where_its_beginning_was_published(knowledge: Knowledge) -> None:
    assert changes(knowing(knowledge, row(12, known_since=date(2024, 1, 1)))) == ()
    (change,) = changes(knowing(knowledge, row(12, since=date(2024, 1, 1))))
    assert change.before is None


def test_a_row_that_ends_and_is_not_followed_is_a_change_on_the_day_after(knowledge: Knowledge) -> None:
    ended = row(12, known_since=date(2024, 1, 1), through=date(2025, 5, 31))
    (change,) = changes(knowing(knowledge, ended))
    assert (change.since, change.before, change.after, change.row) == (date(2025, 6, 1), ended, None, ended)


def test_a_row_whose_end_nobody_published_is_no_change(knowledge: Knowledge) -> None:
    read = row(12, known_since=date(2024, 1, 1), known_through=date(2024, 1, 1))
    assert changes(knowing(knowledge, read)) == ()


def test_two_rows_with_the_same_value_are_no_change(knowledge: Knowledge) -> None:
    rows = row(12, known_since=date(2024, 1, 1), through=date(2025, 5, 31)), row(12, since=date(2025, 6, 1))
    assert changes(knowing(knowledge, *rows)) == ()


@pytest.mark.parametrize("fact", ["pools.2026.DE.international_coop.invitations", "seasons.2026.pools_opened"])
def test_counts_and_days_of_a_season_are_no_change_of_terms(knowledge: Knowledge, fact: str) -> None:
    rows = row(1, known_since=date(2026, 1, 1), known_through=date(2026, 1, 1)), row(2, since=date(2026, 2, 1))
    assert changes(knowing(knowledge, *rows, fact=fact)) == ()


def test_a_change_without_any_row_is_refused() -> None:
    with pytest.raises(ValueError, match="a change needs a row"):
        _ = Change(id="X", country=None, since=AS_OF, is_exact=True, before=None, after=None).row


def test_the_newest_change_comes_first(knowledge: Knowledge) -> None:
    days = [change.since for change in changes(knowledge)]
    assert days == sorted(days, reverse=True)


def test_every_change_belongs_to_one_jurisdiction_or_to_the_programme(knowledge: Knowledge) -> None:
    parts = [changes_of(knowledge, country) for country in (None, *knowledge.dataset.countries)]
    assert sum(map(len, parts)) == len(changes(knowledge))
    assert {change.country for change in parts[0]} == {None}


def test_the_file_of_a_jurisdiction_tells_what_was_before_and_after_with_the_sources(knowledge: Knowledge) -> None:
    view = changes_view(knowledge, "JP", AS_OF)
    assert view["name"] == {"en": "Japan", "fr": "Japon"}
    assert view["as_of"] == "2026-11-22"
    assert view["known_since"] == known_since(knowledge, "JP").isoformat() == "2025-03-31"
    (change,) = [change for change in view["changes"] if change["id"] == "JP.participations"]
    assert (change["since"], change["exact"], change["announced"]) == ("2025-04-01", True, False)
    assert (change["before"]["total"], change["after"]["total"]) == (1, 2)
    assert change["status"] == "official"
    assert change["sources"][0]["url"].startswith("https://www.canada.ca/")


def test_a_change_still_to_come_is_announced(knowledge: Knowledge) -> None:
    view = changes_view(knowledge, "JP", date(2025, 3, 31))
    assert [change["announced"] for change in view["changes"] if change["id"] == "JP.participations"] == [True]


def test_the_file_of_the_programme_tells_every_step_of_the_fee(knowledge: Knowledge) -> None:
    view = changes_view(knowledge, None, AS_OF)
    assert view["country"] is None
    steps = [change for change in view["changes"] if change["id"] == "programme.participation_fee"]
    assert [(step["since"], step["before"], step["after"]) for step in steps][:2] == [
        ("2025-12-01", 179.75, 184.75),
        ("2024-12-01", 172.0, 179.75),
    ]
