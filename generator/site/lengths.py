"""The longest permits of International Co-op, by length: which agreements give how many months."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.site.country import CountryShown
from generator.site.facts import Shown
from generator.site.naming import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthOfCountry:
    """The country, and the fact that says how long its citizens' permit is at most."""

    name: str
    months: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length in words, and the countries whose first permit is at most that long, by name."""

    says: str
    countries: tuple[LengthOfCountry, ...]


def lengths(countries: Iterable[CountryShown], naming: Naming) -> tuple[Length, ...]:
    """Return the lengths of the permits that are known for the day of the page, the longest first."""
    found: dict[int, list[LengthOfCountry]] = {}
    for country in countries:
        for shown in country.coop.key("permit_months") if country.coop.is_offered else ():
            row = naming.presenter.in_force(naming.knowledge.index[shown.id].rows)
            if row is not None:
                found.setdefault(row.value, []).append(LengthOfCountry(name=country.name, months=shown))
    return tuple(
        Length(says=naming.language.months(months), countries=tuple(found[months]))
        for months in sorted(found, reverse=True)
    )
