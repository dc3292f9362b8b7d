"""Countries whose terms are nearest to those of one country, and in what they differ: counted from facts alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby, islice
from typing import Any

from generator.publish.rows import in_force
from generator.rules.country import Ages, Country
from generator.rules.kinds import Answer, Category, School
from generator.site.country import CountryShown
from generator.site.language import Language

UNKNOWN = "unknown"
MOST_ALIKE = 12  # the table of all countries shows the rest
MOST = 3  # one country and three others stand side by side on the page of comparisons
# The compared terms, each with the phrase that names it in the table of all countries.
TERMS = {
    "permit_months": "months",
    "ages": "ages",
    "school": "school",
    "residence_required": "residence",
    "discontinuance_months": "gap",
    "participations": "participations",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Another country, and the terms of `TERMS` that are not the same in it."""

    code: str
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearShown:
    """A near country with what is different there, in words; the words are empty where nothing is."""

    code: str
    name: str
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Countries of the same terms, by name, then the nearest of other terms; `category` is the compared one."""

    category: str
    alike: tuple[NearShown, ...]
    others: tuple[NearShown, ...]

    def compared_with(self, code: str) -> str:
        """Return the codes, as the page of comparisons reads them, of the country `code` and the nearest others."""
        return ",".join(near.lower() for near in (code, *(near.code for near in (*self.others, *self.alike)[:MOST])))


def compared_category(country: Country, day: date) -> Category | None:
    """Return International Co-op where `country` offers it on `day`, else the first category that it offers."""
    partner = in_force(country.partner, day)
    if partner is None or partner.value is not Answer.YES:
        return None
    return next((category for category in Category if _offers(country, category, day)), None)


class Nearest:
    """The countries in the order in which their terms are near to those of one of them, on one day.

    Countries of the same terms are compared as one: there are far fewer terms than countries may be.
    """

    def __init__(self, countries: Iterable[Country], day: date) -> None:
        self.terms: dict[str, _Terms] = {}
        self.codes: defaultdict[_Terms, list[str]] = defaultdict(list)
        for country in sorted(countries, key=lambda country: country.code):
            category = compared_category(country, day)
            if category is not None:
                terms = _terms(country, category, day)
                self.terms[country.code] = terms
                self.codes[terms].append(country.code)
        self._ranked = cache(self._rank)

    def to(self, code: str) -> Iterator[Near]:
        """Yield the countries that offer the same category as `code`, those with the fewest differences first.

        Between equal numbers, the nearer length of the permit decides, then the nearer age limit, then the code. A term
        that is not known is never the same as another. A country that offers nothing is near to none.
        """
        if code in self.terms:
            for differs, codes in self._ranked(self.terms[code]):
                yield from (Near(code=other, differs=differs[other]) for other in codes if other != code)

    def _rank(self, here: "_Terms") -> list[tuple[dict[str, tuple[str, ...]], list[str]]]:
        """Return the countries of each rank, by code, with the terms that differ."""
        found = []
        for there, codes in self.codes.items():
            if there.category is here.category:
                differs = tuple(
                    name for name, value in here.values if value is None or (name, value) not in there.values
                )
                found.append(((len(differs), *_apart(here, there)), differs, codes))
        ranks = groupby(sorted(found, key=lambda each: each[0]), key=lambda each: each[0])
        return [_together((differs, codes) for _, differs, codes in group) for _, group in ranks]


class NeighboursPresenter:
    """Shows neighbours in one language; `countries` are those of the site, by name."""

    def __init__(self, language: Language, countries: Sequence[CountryShown], nearest: Nearest) -> None:
        self.language, self.nearest = language, nearest
        self.shown = {country.code: country for country in countries}
        self.order = {code: number for number, code in enumerate(self.shown)}

    def show(self, code: str) -> Neighbours | None:
        """Show the neighbours of the country `code`, None where it offers nothing to compare."""
        found = list(islice(self.nearest.to(code), MOST_ALIKE + MOST))
        if not found:
            return None
        category = self.nearest.terms[code].category
        alike = sorted((near for near in found if not near.differs), key=lambda near: self.order[near.code])
        others = [near for near in found if near.differs]
        return Neighbours(
            category=self.language.category(category),
            alike=tuple(self._near(code, near, category) for near in alike[:MOST_ALIKE]),
            others=tuple(self._near(code, near, category) for near in others[:MOST]),
        )

    def _near(self, code: str, near: Near, category: Category) -> NearShown:
        return NearShown(
            code=near.code,
            name=self.shown[near.code].name,
            differences=tuple(self._differs(name, near.code, code, category) for name in near.differs),
        )

    def _differs(self, name: str, there: str, here: str, category: Category) -> str:
        """Say in what a term of the country `there` differs: a phrase for each term and pair of kinds of values."""
        kinds = [_kind(dict(self.nearest.terms[code].values)[name]) for code in (there, here)]
        told = [self._told(self.shown[code], name, category) for code in (there, here)]
        phrase = f"{TERMS[name]}.{'_'.join(kinds)}"
        if UNKNOWN in kinds:
            phrase = "unknown"
        elif told[0] == told[1]:
            phrase = "in_detail"
        term = self.language.say(f"table.{TERMS[name]}")
        return self.language.say(f"country.neighbours.{phrase}", term=term, there=told[0], here=told[1])

    def _told(self, shown: CountryShown, name: str, category: Category) -> str:
        if name == "participations":
            return shown.times or self.language.say("fact.not_known")
        terms = next(found for found in shown.categories if found.id == category.value).key(name)
        return terms[0].brief if terms else self.language.say("fact.not_known")


def _kind(value: Any) -> str:
    """Return which words a value takes: `yes`, `no`, `some` for a number or more, or UNKNOWN."""
    if value in (None, Answer.NOT_PUBLISHED, Answer.UNVERIFIED):
        return UNKNOWN
    if value in (Answer.YES, School.IN_COUNTRY):
        return "yes"
    return "no" if value in (0, Answer.NO, School.ANYWHERE) else "some"


def _offers(country: Country, category: Category, day: date) -> bool:
    row = in_force(country.categories[category].offered, day)
    return row is not None and row.value is Answer.YES


@dataclass(frozen=True, slots=True)
class _Terms:
    """What is compared of a country: a category and each term with its value, None where it is not known."""

    category: Category
    values: tuple[tuple[str, Any], ...]


def _terms(country: Country, category: Category, day: date) -> _Terms:
    """Return what is compared; schools are a term of International Co-op alone, and the same elsewhere."""
    terms = country.categories[category]
    values = {}
    for name in TERMS:
        history = country.participations if name == "participations" else getattr(terms, name)
        row = in_force(history, day)
        no_term = name == "school" and category is not Category.INTERNATIONAL_COOP
        values[name] = Answer.NO if no_term else row and row.value
    return _Terms(category, tuple(values.items()))


def _together(
    groups: Iterable[tuple[tuple[str, ...], list[str]]],
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    differs = {code: differing for differing, codes in groups for code in codes}
    return differs, sorted(differs)


def _apart(here: _Terms, there: _Terms) -> tuple[int, int]:
    """Return how far apart two countries are: months of the permit, years of the age limit."""
    one, other = dict(here.values), dict(there.values)
    months = abs((one["permit_months"] or 0) - (other["permit_months"] or 0))
    return months, abs(_oldest(one["ages"]) - _oldest(other["ages"]))


def _oldest(ages: Ages | None) -> int:
    return ages.maximum if ages else 0
