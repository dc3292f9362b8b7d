"""Calendar arithmetic of the programme: ages, calendar months, begun months. Days only, no time zones.

Days past the end of Python's calendar are given as its last day, so that no date in a document can overflow.
"""

from calendar import isleap, monthrange
from datetime import UTC, date, datetime, timedelta

LAST_INSTANT = datetime.max.replace(tzinfo=UTC)


def add_days(day: date, days: int) -> date:
    """Return the day `days` later."""
    return date.max if (date.max - day).days < days else day + timedelta(days=days)


def add_hours(instant: datetime, hours: int) -> datetime:
    """Return the instant exactly `hours` later."""
    return LAST_INSTANT if LAST_INSTANT - instant < timedelta(hours=hours) else instant + timedelta(hours=hours)


def add_months(day: date, months: int) -> date:
    """Return the same day number `months` calendar months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_spanned(first: date, last: date) -> int:
    """Count the calendar months from `first` through `last`, both inclusive; a begun month counts whole."""
    after = add_days(last, 1)
    months = (after.year - first.year) * 12 + after.month - first.month
    return months if add_months(first, months) >= after else months + 1


def birthday(born: date, age: int) -> date:
    """Return the day on which somebody turns `age`; born on 29 February, 1 March in common years."""
    year = born.year + age
    if year > date.max.year:
        return date.max
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return born.replace(year=year)


def births(youngest: int, oldest: int, day: date) -> tuple[date, date]:
    """Return the first and the last day of birth of those who are `youngest` to `oldest` years old on `day`."""
    return add_days(_last_birth(oldest + 1, day), 1), _last_birth(youngest, day)


def _last_birth(age: int, day: date) -> date:
    """Return the last day of birth of those who have turned `age` on `day`; somebody of 29 February turns it later."""
    return add_months(day, -12 * age)


def age_on(born: date, day: date) -> int:
    """Return the completed years of age on `day`; negative before the birth."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1
