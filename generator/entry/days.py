"""Days as people type them, in English and French alike, whatever the language of the page."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from generator.entry.fold import fold
from generator.entry.unclear import UnclearError

YEARS = (1900, 2199)
LONGEST = 80  # characters
EXAMPLE = date(2027, 5, 13)
LEAST_LETTERS = 3  # of a month or a weekday cut short

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
# Spreadsheets write the first moment of a day after it.
_MIDNIGHT = re.compile(r"([0-9])(?:[t ]0?0:00(?::00(?:\.0+)?)?z?| 12:00(?::00)? ?am)$")
_PARTS = re.compile(r"([0-9]+)(?:(?:st|nd|rd|th|ere|er|eme|e)(?![a-z]))?|([a-z]+)")
_MARKS = re.compile(r"[ ,./\-()']*")
_FILLERS = {"the", "of", "le", "du", "st", "nd", "rd", "th", "er"}
_MONTHS = (
    ("january", "janvier"),
    ("february", "fevrier"),
    ("march", "mars"),
    ("april", "avril"),
    ("may", "mai"),
    ("june", "juin"),
    ("july", "juillet"),
    ("august", "aout"),
    ("september", "septembre"),
    ("october", "octobre"),
    ("november", "novembre"),
    ("december", "decembre"),
)
_WEEKDAYS = (
    ("monday", "lundi"),
    ("tuesday", "mardi"),
    ("wednesday", "mercredi"),
    ("thursday", "jeudi"),
    ("friday", "vendredi"),
    ("saturday", "samedi"),
    ("sunday", "dimanche"),
)


class Order(StrEnum):
    """Which number comes first where a day is written in digits, its year last."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def is_iso(text: str) -> bool:
    """Tell whether `text` is written as YYYY-MM-DD, whether or not there is such a day."""
    return _ISO.fullmatch(text) is not None


def read_day(text: str, order: Order | None = None) -> date:
    """Read a day: year-month-day, or with the month as an English or French word, or in digits that leave no doubt.

    `order` settles digits that read two ways; digits with dots are day first, as everywhere where dots are used.
    Raises UnclearError with ambiguous-date, two-digit-year, far-year, incomplete-date, no-such-day, impossible-date,
    wrong-weekday or unreadable-date.
    """
    plain = _MIDNIGHT.sub(r"\1", fold(text[: LONGEST + 1]))
    if len(plain) > LONGEST or not _MARKS.fullmatch(_PARTS.sub("", plain)):
        raise _unreadable(text)
    if compact := _COMPACT.fullmatch(plain):
        return _day(*compact.groups(), text=text)
    numbers = [found[1] for found in _PARTS.finditer(plain) if found[1]]
    words = [found[2] for found in _PARTS.finditer(plain) if found[2] and found[2] not in _FILLERS]
    if words:
        return _in_words(numbers, words, text)
    dotted = "." in plain and "/" not in plain and "-" not in plain
    return _in_digits(numbers, text, Order.DAY_FIRST if dotted else order)


def digits_order(text: str) -> Order | None:
    """Tell which number comes first in a day in digits with its year last, None where no real day shows it."""
    found = re.match(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-][0-9]{4}(?![0-9])", fold(text[: LONGEST + 1]))
    first, second = (int(found[1]) > len(_MONTHS), int(found[2]) > len(_MONTHS)) if found else (False, False)
    if first == second:
        return None
    order = Order.DAY_FIRST if first else Order.MONTH_FIRST
    try:
        read_day(text, order)
    except UnclearError:
        return None
    return order


def _in_words(numbers: Sequence[str], words: Sequence[str], text: str) -> date:
    month, weekday = _named(words, text)
    if len(numbers) != 2:
        raise _unreadable(text) if len(numbers) > 2 else _incomplete(text)
    day, year = sorted(numbers, key=len) if max(map(len, numbers)) > 2 else numbers
    found = _day(year, str(month), day, text=text)
    if weekday is not None and found.weekday() != weekday:
        raise UnclearError("wrong-weekday", given=text, day=found)
    return found


def _named(words: Sequence[str], text: str) -> tuple[int, int | None]:
    """Return the month that the words name, and the weekday beside it; "mar." may be either."""
    months, weekdays = ([_place(word, names) for word in words] for names in (_MONTHS, _WEEKDAYS))
    match words, months, weekdays:
        case [_], [int(month)], _:
            return month + 1, None
        case ([_, _], [_, int(month)], [int(weekday), _]) | ([_, _], [int(month), _], [_, int(weekday)]):
            return month + 1, weekday
    raise _unreadable(text)


def _place(word: str, names: Sequence[tuple[str, str]]) -> int | None:
    """Return the place of the one name that `word` is, or is the beginning of."""
    if len(word) < LEAST_LETTERS:
        return None
    found = [place for place, both in enumerate(names) if any(name.startswith(word) for name in both)]
    return found[0] if len(found) == 1 else None


def _in_digits(numbers: Sequence[str], text: str, order: Order | None) -> date:
    if len(numbers) != 3:
        raise _incomplete(text) if 1 <= len(numbers) < 3 else _unreadable(text)
    if len(numbers[0]) > 2:
        return _day(*numbers, text=text)
    first, second, year = numbers
    ways = {Order.DAY_FIRST: (second, first), Order.MONTH_FIRST: (first, second)}
    named = {way: parts for way, parts in ways.items() if 1 <= int(parts[0]) <= len(_MONTHS)}
    if len(year) == 2 or not named:
        return _day(year, second, first, text=text)
    if len(named) == 2 and order:
        named = {order: named[order]}
    days = list(dict.fromkeys(_day(year, month, day, text=text) for month, day in named.values()))
    if len(days) > 1:
        raise UnclearError("ambiguous-date", given=text, first=days[0], second=days[1])
    return days[0]


def _day(year: str, month: str, day: str, *, text: str) -> date:
    """Return the day, or say which part of it cannot be."""
    if len(year) <= 2:
        raise UnclearError("two-digit-year", given=text, example=EXAMPLE)
    if len(year) != 4 or not YEARS[0] <= int(year) <= YEARS[1]:
        raise UnclearError("far-year", given=year, least=YEARS[0], most=YEARS[1])
    numbers = int(year), int(month), int(day)
    if not 1 <= numbers[1] <= len(_MONTHS):
        raise UnclearError("impossible-date", given=text)
    last = monthrange(*numbers[:2])[1]
    if not 1 <= numbers[2] <= last:
        values = {"year": numbers[0], "month": numbers[1], "day": numbers[2], "last": date(*numbers[:2], last)}
        raise UnclearError("no-such-day", given=text, **values)
    return date(*numbers)


def _incomplete(text: str) -> UnclearError:
    return UnclearError("incomplete-date", given=text, example=EXAMPLE)


def _unreadable(text: str) -> UnclearError:
    return UnclearError("unreadable-date", given=text, example=EXAMPLE)
