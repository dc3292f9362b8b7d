"""Countries whose terms are nearest to those of one country, and in what they differ: counted from facts alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.publish.rows import in_force
from generator.rules.country import Ages, Country
from generator.rules.kinds import Answer, Category
from generator.site.country import CountryShown
from generator.site.language import Language

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


def nearest(country: Country, countries: Iterable[Country], day: date) -> tuple[Near, ...]:
    """Return the countries that offer the same category first, those with the fewest differences before the others.

    Between equal numbers, the nearer length of the permit decides, then the nearer age limit, then the code. A term
    that is not known is never the same as another.
    """
    category = compared_category(country, day)
    if category is None:
        return ()
    here = _terms(country, category, day)
    found = []
    for other in countries:
        if other.code != country.code and compared_category(other, day) is category:
            there = _terms(other, category, day)
            differs = tuple(name for name in TERMS if here[name] is None or here[name] != there[name])
            found.append((len(differs), _apart(here, there), other.code, Near(code=other.code, differs=differs)))
    return tuple(near for *_, near in sorted(found, key=lambda item: item[:3]))


class NeighboursPresenter:
    """Shows neighbours in one language; `countries` are those of the site, by name."""

    def __init__(self, language: Language, countries: Sequence[CountryShown]) -> None:
        self.language = language
        self.shown = {country.code: country for country in countries}

    def show(self, country: Country, countries: Iterable[Country], day: date) -> Neighbours | None:
        """Show the neighbours of `country`, None where it offers nothing to compare."""
        category, found = compared_category(country, day), nearest(country, countries, day)
        if category is None or not found:
            return None
        order = list(self.shown)
        alike = sorted((near for near in found if not near.differs), key=lambda near: order.index(near.code))
        others = [near for near in found if near.differs][:MOST]
        return Neighbours(
            category=self.language.category(category),
            alike=tuple(self._near(country.code, near, category) for near in alike),
            others=tuple(self._near(country.code, near, category) for near in others),
        )

    def _near(self, code: str, near: Near, category: Category) -> NearShown:
        here, there = self.shown[code], self.shown[near.code]
        return NearShown(
            code=near.code,
            name=there.name,
            differences=tuple(
                self.language.say(
                    "country.neighbours.instead",
                    term=self.language.say(f"table.{TERMS[name]}"),
                    there=self._told(there, name, category),
                    here=self._told(here, name, category),
                )
                for name in near.differs
            ),
        )

    def _told(self, shown: CountryShown, name: str, category: Category) -> str:
        if name == "participations":
            return shown.times or self.language.say("fact.not_known")
        terms = next(found for found in shown.categories if found.id == category.value).key(name)
        return terms[0].brief if terms else self.language.say("fact.not_known")


def _offers(country: Country, category: Category, day: date) -> bool:
    row = in_force(country.categories[category].offered, day)
    return row is not None and row.value is Answer.YES


def _terms(country: Country, category: Category, day: date) -> Mapping[str, Any]:
    """Return what is compared; schools are a term of International Co-op alone, and the same elsewhere."""
    terms = country.categories[category]
    values = {}
    for name in TERMS:
        history = country.participations if name == "participations" else getattr(terms, name)
        row = in_force(history, day)
        no_term = name == "school" and category is not Category.INTERNATIONAL_COOP
        values[name] = Answer.NO if no_term else row and row.value
    return values


def _apart(here: Mapping[str, Any], there: Mapping[str, Any]) -> tuple[int, int]:
    """Return how far apart two countries are: months of the permit, years of the age limit."""
    months = abs((here["permit_months"] or 0) - (there["permit_months"] or 0))
    return months, abs(_oldest(here["ages"]) - _oldest(there["ages"]))


def _oldest(ages: Ages | None) -> int:
    return ages.maximum if ages else 0
