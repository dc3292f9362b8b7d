"""Days found from the other end: the first or the last one from which a span of months fits."""

from collections.abc import Callable
from datetime import date, timedelta

from generator.rules.calendar import add_months

DAY = timedelta(days=1)
# Months are of unequal length, so that going back as many months may miss the day by a few.
MARGIN = timedelta(days=5)


def first_day_with(day: date, months: int) -> date:
    """Return the first day from which `months` calendar months reach `day`."""
    found = add_months(day, -months) - MARGIN
    while add_months(found, months) < day:
        found += DAY
    return found


def last_day_before(day: date, months: int, fits: Callable[[date], bool]) -> date:
    """Return the last day that `fits`, where days fit up to about `months` before `day`."""
    found = min(add_months(day, -months), date.max - MARGIN) + MARGIN
    while not fits(found):
        found -= DAY
    return found


def new_year_after(day: date) -> date:
    """Return the first day of the following year, or the calendar's last day where there is none."""
    return date.max if day.year == date.max.year else date(day.year + 1, 1, 1)
