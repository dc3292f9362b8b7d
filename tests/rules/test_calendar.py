from datetime import UTC, date, datetime, timedelta

import pytest

from generator.rules.calendar import (
    LAST_INSTANT,
    add_days,
    add_hours,
    add_months,
    age_on,
    birthday,
    births,
    months_spanned,
)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 5, 1), 12, date(2028, 5, 1)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 12, 15), 1, date(2028, 1, 15)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 5, 1), 0, date(2027, 5, 1)),
        (date(9999, 1, 1), 12, date.max),
    ],
)
def test_months_end_on_the_same_day_number_or_on_the_last_day_of_the_month(day, months, later):
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2025, 1, 10), date(2026, 1, 9), 12),
        (date(2025, 1, 10), date(2026, 1, 10), 13),
        (date(2011, 3, 1), date(2012, 2, 29), 12),
        (date(2025, 1, 10), date(2025, 1, 10), 1),
        (date(2024, 2, 29), date(2025, 2, 27), 12),
        (date(2024, 2, 29), date(2025, 2, 28), 13),
        (date(2025, 1, 31), date(2025, 2, 27), 1),
    ],
)
def test_a_begun_month_counts_whole(first, last, months):
    assert months_spanned(first, last) == months


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1991, 2, 16), date(2027, 2, 15), 35),
        (date(1991, 2, 16), date(2027, 2, 16), 36),
        (date(1992, 2, 29), date(2027, 2, 28), 34),
        (date(1992, 2, 29), date(2027, 3, 1), 35),
        (date(1992, 2, 29), date(2028, 2, 29), 36),
        (date(2027, 3, 1), date(2027, 2, 1), -1),
    ],
)
def test_an_age_is_complete_on_the_birthday(born, day, age):
    assert age_on(born, day) == age


def test_somebody_born_on_29_february_has_a_birthday_on_1_march_in_common_years():
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert birthday(date(2008, 2, 29), 20) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 2, 28), date(1990, 3, 1), date(2008, 2, 28)),
        (date(2026, 3, 1), date(1990, 3, 2), date(2008, 3, 1)),
        (date(2028, 2, 29), date(1992, 3, 1), date(2010, 2, 28)),
        (date(2027, 2, 15), date(1991, 2, 16), date(2009, 2, 15)),
        (date(2024, 2, 28), date(1988, 2, 29), date(2006, 2, 28)),
        (date(2024, 2, 29), date(1988, 3, 1), date(2006, 2, 28)),
    ],
)
def test_the_days_of_birth_of_an_age_range_are_those_that_the_ages_themselves_give(day, first, last):
    assert births(18, 35, day) == (first, last)
    around = [born + timedelta(days=days) for born in (first, last) for days in (-2, -1, 0, 1, 2)]
    assert [18 <= age_on(born, day) <= 35 for born in around] == [first <= born <= last for born in around]


def test_days_past_the_end_of_the_calendar_are_its_last_day():
    assert add_days(date.max, 10) == date.max
    assert add_days(date(2027, 2, 15), 10) == date(2027, 2, 25)
    assert birthday(date(9990, 1, 1), 18) == date.max
    assert add_hours(datetime(9999, 12, 31, tzinfo=UTC), 480) == LAST_INSTANT
    assert add_hours(datetime(2027, 2, 20, 7, 25, tzinfo=UTC), 480) == datetime(2027, 3, 12, 7, 25, tzinfo=UTC)
