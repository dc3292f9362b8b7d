"""How the agreements share one term of International Co-op: which value each gives, and which is the usual one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from generator.site.country import CountryShown
from generator.site.facts import Shown
from generator.site.naming import Naming
from generator.site.tell import Teller, coop_participations

# What readers ask of all agreements: the fact below a country, the number that is compared, and the value in words.
FIELDS: dict[str, tuple[str, Callable[[Any], int], Callable[[Teller, Any], str]]] = {
    "ages": ("international_coop.ages", lambda ages: ages.maximum, lambda teller, ages: teller.ages(ages)),
    "permit_months": ("international_coop.permit_months", int, lambda teller, n: teller.language.months(n)),
    "participations": ("participations", lambda terms: terms.total, lambda teller, terms: teller.count(terms.total)),
    "coop": ("participations", coop_participations, lambda teller, terms: teller.count(coop_participations(terms))),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A country, and the fact that says the value for its citizens."""

    name: str
    shown: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A value in words, and the countries with it, by name."""

    says: str
    countries: tuple[Holder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The values of a term, the largest first."""

    every: tuple[Share, ...]

    @property
    def usual(self) -> Share:
        """Return the value that most agreements give."""
        return max(self.every, key=lambda share: len(share.countries))

    @property
    def others(self) -> tuple[Share, ...]:
        """Return the other values."""
        return tuple(share for share in self.every if share is not self.usual)

    @property
    def doubtful(self) -> tuple[Holder, ...]:
        """Return the countries with the usual value whose fact is not plain; the others are named anyway."""
        return tuple(holder for holder in self.usual.countries if not holder.shown.is_plain)


def shares(countries: Iterable[CountryShown], naming: Naming, field: str) -> Shares:
    """Return who has which value of `field`, one of FIELDS, where it is known for the day of the page."""
    path, number, tell = FIELDS[field]
    found: dict[tuple[int, str], list[Holder]] = {}
    for country in countries:
        entry = naming.knowledge.index.get(f"{country.code}.{path}") if country.coop.is_offered else None
        row = naming.presenter.in_force(entry.rows) if entry else None
        if entry and row:
            key = (number(row.value), tell(naming.teller, row.value))
            found.setdefault(key, []).append(Holder(name=country.name, shown=naming.show(entry.id)))
    return Shares(every=tuple(Share(says=key[1], countries=tuple(found[key])) for key in sorted(found, reverse=True)))
