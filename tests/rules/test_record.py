from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Literal

import pytest

from generator.rules.facts import Fact, History, NotKnownError, Period, Status, Version, fact_in_force
from generator.rules.record import from_plain, record, to_plain


class Colour(StrEnum):
    RED = "red"


@record
class Inner[T]:
    value: T
    also: tuple[T, ...] = ()


@record
class Outer:
    name: str
    colour: Colour
    day: date
    moment: datetime | None = None
    either: int | str = 0
    fixed: Literal["a", "b"] = "a"
    inner: Inner[Colour] | None = None
    table: dict[int, Inner[date]]
    children: "tuple[Outer, ...]" = ()


OUTER = Outer(
    name="x",
    colour=Colour.RED,
    day=date(2027, 2, 15),
    moment=datetime(2027, 2, 15, 10, tzinfo=UTC),
    either="text",
    fixed="b",
    inner=Inner(value=Colour.RED, also=(Colour.RED,)),
    table={3: Inner(value=date(2027, 1, 1))},
    children=(Outer(name="y", colour=Colour.RED, day=date(2027, 1, 1), table={}),),
)


def test_a_record_goes_to_plain_values_and_back():
    plain = to_plain(OUTER)
    assert plain["colour"] == "red"
    assert plain["moment"] == "2027-02-15T10:00:00+00:00"
    assert plain["table"] == {3: {"value": "2027-01-01"}}
    assert from_plain(Outer, plain) == OUTER


def test_what_is_absent_or_empty_is_left_out_of_plain_values():
    child = to_plain(OUTER)["children"][0]
    assert set(child) == {"name", "colour", "day", "either", "fixed", "table"}


def test_a_required_list_that_was_left_out_because_it_is_empty_reads_as_empty():
    assert from_plain(Inner[str], {}) == Inner(value=())


def test_a_record_cannot_be_changed():
    with pytest.raises(AttributeError):
        OUTER.name = "z"


def test_the_whole_dataset_goes_to_plain_values_and_back(dataset):
    assert from_plain(type(dataset), to_plain(dataset)) == dataset


def row(value, since=None, known_since=None, through=None):
    period = Period(since=since, known_since=known_since, through=through)
    return Fact(value=value, in_force=period, status=Status.OFFICIAL, checked_on=date(2026, 11, 22))


ROWS: History[int] = (
    row(6, known_since=date(2022, 10, 31), through=date(2022, 10, 31)),
    row(12, since=date(2022, 11, 1)),
)


@pytest.mark.parametrize(("day", "value"), [(date(2022, 10, 31), 6), (date(2022, 11, 1), 12), (date(2050, 1, 1), 12)])
def test_the_row_of_the_day_is_in_force_and_the_last_stays(day, value):
    assert fact_in_force("x", ROWS, day).value == value


def test_before_the_first_row_nothing_is_known_and_the_nearest_row_is_never_used():
    with pytest.raises(NotKnownError) as unknown:
        fact_in_force("x", ROWS, date(2022, 10, 30))
    assert (unknown.value.fact, unknown.value.first_day) == ("x", date(2022, 10, 31))


def test_a_fact_that_was_never_recorded_has_no_first_day():
    with pytest.raises(NotKnownError) as unknown:
        fact_in_force("x", (), date(2022, 10, 30))
    assert unknown.value.first_day is None


def test_a_period_without_beginning_cannot_be_used():
    with pytest.raises(ValueError, match="since"):
        Period().first_day  # noqa: B018  asking for it is what fails


def test_after_the_last_day_that_a_source_vouches_for_nothing_is_known_until_the_next_row():
    fees = (
        Fact(
            value=153,
            in_force=Period(since=date(2019, 12, 9), known_through=date(2020, 3, 20)),
            status=Status.SECONDARY,
            checked_on=date(2026, 11, 22),
        ),
        row(161, known_since=date(2023, 11, 30)),
    )
    assert fact_in_force("x", fees, date(2020, 3, 20)).value == 153
    with pytest.raises(NotKnownError) as unknown:
        fact_in_force("x", fees, date(2020, 3, 21))
    assert (unknown.value.first_day, unknown.value.last_day) == (date(2019, 12, 9), date(2020, 3, 20))
    assert fact_in_force("x", fees, date(2023, 11, 30)).value == 161


def test_other_versions_are_in_dispute_only_while_the_status_says_that_the_sources_disagree():
    settled = replace(ROWS[1], versions=(Version(value=2), Version(value=3)))
    assert settled.disputed == ()
    assert replace(settled, status=Status.CONFLICTING).disputed == (2, 3)


def test_a_fact_is_overdue_from_the_day_after_its_review():
    fact = Fact(
        value=1,
        in_force=Period(since=date(2022, 11, 1)),
        status=Status.OFFICIAL,
        checked_on=date(2026, 11, 22),
        review_due=date(2027, 1, 31),
        versions=(Version(value=2),),
    )
    assert not fact.overdue_on(date(2027, 1, 31))
    assert fact.overdue_on(date(2027, 2, 1))
    assert not ROWS[1].overdue_on(date(2099, 1, 1))
