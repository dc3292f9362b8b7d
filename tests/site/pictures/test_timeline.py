"""The line of time of the rules: every recorded change once, at its day, in the lane of its country."""

import re
from datetime import date

import pytest

from generator.dataset import Knowledge
from generator.publish.changes import Change, changes
from generator.rules.facts import Fact, Period, Status
from generator.site.pictures.timeline import LARGEST, LEFT, RIGHT, WIDTH, timeline
from tests.conftest import AS_OF
from tests.site.test_facts_on_pages import render

NAMES = {None: "For everybody", "AA": "A", "BB": "B", "CC": "C"}


def change(since: date, country: str | None = None, *, is_exact: bool = True) -> Change:
    row = Fact(value=1, in_force=Period(since=since), status=Status.OFFICIAL, checked_on=AS_OF)
    return Change(id="programme.x", country=country, since=since, is_exact=is_exact, before=None, after=row)


def test_days_lie_in_proportion_between_the_first_and_the_last_year() -> None:
    made = timeline([change(date(2024, 1, 1)), change(date(2025, 7, 2))], NAMES, date(2025, 12, 31))
    (lane,) = made.lanes
    assert lane.marks[0].x == LEFT
    assert lane.marks[1].x == pytest.approx(LEFT + (WIDTH - LEFT - RIGHT) * 0.75, abs=0.5)
    assert [year for year, _, _ in made.years] == [2024, 2025, 2026]
    assert made.years[-1][1] == WIDTH - RIGHT


def test_lanes_follow_the_names_and_those_without_a_change_are_left_out() -> None:
    day = date(2024, 5, 1)
    made = timeline([change(day, "CC"), change(day), change(day, "AA")], NAMES, AS_OF)
    assert [lane.name for lane in made.lanes] == ["For everybody", "A", "C"]
    assert made.height > made.lanes[-1].middle


def test_changes_of_one_day_share_a_mark_unless_the_day_is_less_certain_for_some() -> None:
    day = date(2024, 5, 1)
    (lane,) = timeline([change(day), change(day), change(day, is_exact=False)], NAMES, AS_OF).lanes
    assert {(mark.kind, len(mark.changes)) for mark in lane.marks} == {("exact", 2), ("at_least", 1)}
    assert len({mark.lift for mark in lane.marks}) == 2


def test_a_change_of_tomorrow_is_announced_and_one_of_today_is_not() -> None:
    day = date(2026, 11, 22)
    (lane,) = timeline([change(day), change(date(2026, 11, 23))], NAMES, day).lanes
    assert [mark.kind for mark in lane.marks] == ["exact", "announced"]


def test_a_mark_grows_with_its_changes_up_to_a_limit() -> None:
    (lane,) = timeline([change(date(2024, 5, 1))] * 30, NAMES, AS_OF).lanes
    assert lane.marks[0].radius == LARGEST


def test_marks_that_would_hide_one_another_stand_apart_and_others_on_the_line() -> None:
    days = [date(2020, 1, 1), date(2024, 5, 1), date(2024, 5, 9)]
    (lane,) = timeline([change(day) for day in days], NAMES, AS_OF).lanes
    assert [mark.lift for mark in lane.marks] == [0, -6, 6]


def test_many_years_have_a_number_on_every_second_line() -> None:
    few = timeline([change(date(2024, 5, 1))], NAMES, AS_OF)
    assert all(is_named for _, _, is_named in few.years)
    many = timeline([change(date(2015, 5, 1))], NAMES, AS_OF)
    assert [is_named for _, _, is_named in many.years][:4] == [True, False, True, False]


def test_without_a_change_there_is_a_scale_and_no_lane() -> None:
    made = timeline([], NAMES, AS_OF)
    assert made.lanes == ()
    assert [year for year, _, _ in made.years] == [2026, 2027]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_picture_and_table_have_every_recorded_change_once(knowledge: Knowledge, lang: str) -> None:
    pages = render(knowledge, lang)
    page = pages["pictures.md"]
    part = page[page.index('aria-labelledby="changes-title') :].split("</figure>")[0]
    drawing, told = part.split("</svg>")[0], part[part.index("<table") :]
    recorded = changes(knowledge)
    links = re.findall(r'<div><a href="([^"]+)"', told)
    assert sorted(links) == sorted(f"../{pages.book.places[found.id]}" for found in recorded)
    marks = re.findall(r"picture__mark--\w+", drawing)
    counts = [int(number) for number in re.findall(r"picture__count[^>]*>(\d+)<", drawing)]
    assert len(marks) == told.count('<tr><th scope="row">')
    assert sum(counts) + len(marks) - len(counts) == len(recorded)
