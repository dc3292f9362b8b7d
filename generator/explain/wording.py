"""Values in words: days, moments, money, months, countries, lists, in the language of the words given."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from math import floor
from typing import Any

from generator.rules.facts import Text
from generator.rules.model import Dataset

type Words = Mapping[str, Any]

LEAST_GROUPED = 10_000  # years stay whole
COUNTRY_VALUES = {"home", "residence", "school", "place"}


class Wording:
    """Puts values of the rules into sentences of one language.

    `words` is the language's file of words; `lang` is "en" or "fr"; country names come from `dataset`.
    """

    def __init__(self, dataset: Dataset, words: Words, lang: str) -> None:
        self.dataset, self.words, self.lang = dataset, words, lang

    def sentence(self, template: str, values: Mapping[str, Any]) -> str:
        """Fill the placeholders of `template`; a placeholder without a value is an error of the words."""
        return template.format_map(_Filler(self, values))

    def value(self, name: str, value: Any) -> str:
        """Put one value into words, by its type and by the kind that its name tells."""
        if name in COUNTRY_VALUES:
            return self.country(value)
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.day(value)
        if name == "months" or name.endswith("_months"):
            return self.months(value)
        if name.endswith("_cad"):
            return self.money(value)
        if name == "category":
            return str(self.words["categories"][value])
        if isinstance(value, tuple | list):
            return self.listed(self.words["fields"].get(str(item), str(item)) for item in value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.number(value)
        return str(value.value if isinstance(value, Enum) else value)

    def text(self, text: Text) -> str:
        """Return the words of `text` in this language."""
        return str(getattr(text, self.lang))

    def country(self, code: str) -> str:
        """Return the name of the country `code`."""
        return self.text(self.dataset.names[code])

    def route(self, citizenship: str, category: str) -> str:
        """Return the name of a route: the country and the category."""
        values = {"country": self.country(citizenship), "category": self.words["categories"][category]}
        return str(self.words["route"].format(**values))

    def country_form(self, code: str, form: str) -> str:
        """Return the country with its article (`form` "the") or after the preposition of place ("in")."""
        special = self.words[f"places_{form}"].get(code)
        return str(special or self.words[f"place_{form}"].format(name=self.country(code)))

    def day(self, day: date) -> str:
        """Return a day in words."""
        return self.written_day(day.year, day.month, day.day)

    def written_day(self, year: int, month: int, day: int) -> str:
        """Return in words a day of a month, which may be more than the month has."""
        template = self.words["first_day" if day == 1 else "date"]
        return str(template.format(day=day, month=self.words["months"][month - 1], year=year))

    def moment(self, moment: datetime) -> str:
        """Return a moment in UTC in words."""
        time = self.words["time"].format(hour=moment.hour, minute=moment.minute)
        return str(self.words["instant"].format(date=self.day(moment.date()), time=time))

    def money(self, amount: float) -> str:
        """Return an amount of Canadian dollars in words, never more than it is."""
        return str(self.words["money"].format(amount=self.amount(amount)))

    def amount(self, amount: float) -> str:
        """Return an amount of money in digits, with two decimals or none, never more than it is."""
        cents = floor(round(amount * 100, 6))
        return self._marked(f"{cents // 100:,}" if cents % 100 == 0 else f"{cents / 100:,.2f}")

    def number(self, number: float) -> str:
        """Return a number in digits, those that no year has in groups."""
        return self.grouped(number) if abs(number) >= LEAST_GROUPED else self._marked(str(number))

    def grouped(self, number: float) -> str:
        """Return a number in digits, in groups."""
        return self._marked(f"{number:,}")

    def _marked(self, text: str) -> str:
        """Write the marks of a number as the language does."""
        marks = {",": self.words["thousands"], ".": self.words["decimal"]}
        return re.sub(r"[,.]", lambda mark: str(marks[mark.group()]), text)

    def months(self, count: int) -> str:
        """Return a number of months in words."""
        # French counts zero and one as singular, English one alone.
        one = count == 1 or (count == 0 and self.lang == "fr")
        return str(self.words["month_count"]["one" if one else "other"].format(count=count))

    def listed(self, items: Iterable[str]) -> str:
        """Return items as a list in words."""
        *firsts, last = items
        return ", ".join(firsts) + str(self.words["list_or"]) + last if firsts else last


class _Filler(dict[str, str]):
    """Puts a value into words when a template asks for it."""

    def __init__(self, wording: Wording, values: Mapping[str, Any]) -> None:
        self.wording, self.values_of = wording, values

    def __missing__(self, name: str) -> str:
        base, _, form = name.rpartition("_")
        if form.lower() in ("the", "in") and base in self.values_of:
            text = self.wording.country_form(self.values_of[base], form.lower())
            return text[0].upper() + text[1:] if form[0].isupper() else text
        return self.wording.value(name, self.values_of[name])
