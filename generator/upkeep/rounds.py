"""Turn the feed of the rounds into dated readings of the season's pools."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from generator.dataset import Knowledge
from generator.dataset.guide import Unlimited
from generator.rules.facts import Text
from generator.rules.kinds import Category
from generator.upkeep.errors import UpkeepError
from generator.upkeep.place_names import PlaceNames
from generator.upkeep.rounds_feed import Feed, FeedRow, day_of

SOURCE = "ircc-rounds"
CATEGORIES = {
    "coop": Category.INTERNATIONAL_COOP,
    "yp": Category.YOUNG_PROFESSIONALS,
    "wh": Category.WORKING_HOLIDAY,
}
NUMBERS = {"quota": "quota", "invitations": "invitations", "candidates": "candidates", "spots": "places_left"}
ROUNDS = {"first": "first_round", "second": "final_round"}
_NO_COUNTRY = "Recognized Organizations"
_NO_NUMBER = ("to be announced", "not applicable", "not accepting applicants", "")
_NUMBERS_KNOWN = "write digits, Unlimited, To be announced or Not applicable"
_WEEK = re.compile(r"Week of ([A-Z][a-z]+ \d{1,2}, ?\d{4})")
_TO_BE_ANNOUNCED = Text(en="To be announced", fr="À déterminer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value of one pool; `field` names the fact."""

    country: str
    category: Category
    field: str
    value: int | Unlimited | Text
    line: int

    @property
    def pool(self) -> tuple[str, Category]:
        """Return the country and the category."""
        return self.country, self.category


@dataclass(frozen=True, slots=True)
class Passed:
    """What the feed tells and the data does not take, in a sentence."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Readings:
    """What the feed adds: readings of one day, and what was passed over."""

    day: date
    readings: tuple[Reading, ...]
    passed: tuple[Passed, ...]


def readings_of(feed: Feed, name: str, knowledge: Knowledge, season: int, on: date) -> Readings:
    """Return the readings of `season` in the feed, which a person looked at `on` a day.

    Raises UpkeepError with a line for each pool that cannot be taken: an unknown place or category, a pool listed
    twice, a cell that is no number; then nothing of the feed may be used.
    """
    problems = [f"{name}:1:1: {problem}" for problem in _day_problems(feed.day, season, on, knowledge)]
    names = PlaceNames(knowledge.dataset.names)
    readings, passed = list[Reading](), list[Passed]()
    seen: dict[tuple[str, Category], int] = {}
    for row in feed.rows:
        if row.location == _NO_COUNTRY:
            passed.append(Passed(row.line, "recognized organizations have no pool of a country"))
        elif row.stream is not None:
            passed.append(Passed(row.line, f"{row.location}: the part “{row.stream}” is counted within its pool"))
        else:
            country, category, wrong = _pool(row, names, knowledge)
            if country and category and not wrong:
                if (country, category) in seen:
                    wrong.append(f"this pool stands already on line {seen[country, category]}; keep one of the two")
                seen.setdefault((country, category), row.line)
                found, unread, bad = _cells(row, country, category)
                readings += found
                passed += unread
                wrong += bad
            problems += [f"{name}:{row.line}:1: {words}" for words in wrong]
    if problems:
        raise UpkeepError(problems)
    if not readings:
        raise UpkeepError([f"{name}:1:1: no pool has a number yet; look again when the season has opened"])
    return Readings(feed.day, tuple(readings), tuple(passed))


def _day_problems(day: date, season: int, on: date, knowledge: Knowledge) -> Iterator[str]:
    if day > on:
        yield f"the numbers are of {day}, after the {on} on which they were looked at; correct `--on`"
    opened, following = (_opening(year, knowledge) for year in (season, season + 1))
    if day.year not in (season - 1, season) or (opened and day < opened) or (following and day >= following):
        yield f"the numbers are of {day}, which is no day of the season of {season}; name the season of that day"


def _opening(year: int, knowledge: Knowledge) -> date | None:
    record = knowledge.seasons.get(year)
    return min((row.value for row in record.pools_opened), default=None) if record else None


def _pool(row: FeedRow, names: PlaceNames, knowledge: Knowledge) -> tuple[str | None, Category | None, list[str]]:
    wrong = []
    country, category = names.code(row.location), CATEGORIES.get(row.category.casefold())
    if country is None or country not in knowledge.dataset.countries:
        wrong.append(f"{row.location!r} is no country of ours; correct it, or add its file to data/countries first")
    elif row.code.upper() in knowledge.dataset.countries and row.code.upper() != country:
        wrong.append(f"{row.location!r} has the code {row.code!r} of another country; keep the one that is right")
    if category is None:
        wrong.append(f"{row.category!r} is no category; write wh, yp or coop")
    return country, category, wrong


def _cells(row: FeedRow, country: str, category: Category) -> tuple[list[Reading], list[Passed], list[str]]:
    readings, passed, wrong = list[Reading](), list[Passed](), list[str]()
    place = f"{row.location}, {row.category}"

    def add(field: str, value: int | Unlimited | Text) -> None:
        readings.append(Reading(country=country, category=category, field=field, value=value, line=row.line))

    for cell, field in NUMBERS.items():
        text = row.cells.get(cell, "")
        value = _number(text, cell)
        if value is not None:
            add(field, value)
        elif text.casefold() not in (*_NO_NUMBER, "unlimited"):
            wrong.append(f"{place}: `{cell}` is {text!r}, which is no whole number; {_NUMBERS_KNOWN}")
    if not readings and not wrong:
        return [], [Passed(row.line, f"{place}: no number is published yet")], []
    for cell, field in ROUNDS.items():
        text = row.cells.get(cell, "")
        words = _round(text)
        if words:
            add(field, words)
        elif text:
            reason = f"{place}: `{cell}` says “{text}”, whose French is not known; add it by hand"
            passed.append(Passed(row.line, reason))
    if (chances := row.cells.get("chances", "0")) not in tuple("012345"):
        wrong.append(f"{place}: `chances` is {chances!r}; write a digit from 0 to 5")
    return readings, passed, wrong


def _number(text: str, cell: str) -> int | Unlimited | None:
    if cell == "quota" and text.casefold() == "unlimited":
        return Unlimited.UNLIMITED
    return int(text.replace(",", "")) if re.fullmatch(r"\d{1,3}(,\d{3})+|\d{1,7}", text) else None


def _round(text: str) -> Text | None:
    """Return the words for a round in both languages, None where the feed words it in a way that we do not know."""
    if text.casefold() == _TO_BE_ANNOUNCED.en.casefold():
        return _TO_BE_ANNOUNCED
    week = _WEEK.fullmatch(text)
    day = day_of(week[1]) if week else None
    if day is None:
        return None
    number = "1er" if day.day == 1 else str(day.day)
    return Text(en=text, fr=f"Semaine du {number} {format_date(day, 'MMMM y', locale='fr')}")
