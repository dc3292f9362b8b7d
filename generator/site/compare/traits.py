"""What readers filter countries by: for each filter every value that a row may have, as its sources stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.publish.rows import in_force
from generator.rules.country import Ages, Country, Participations
from generator.rules.facts import History, Status
from generator.rules.kinds import Answer, Category, Repeat
from generator.site.tell import coop_participations

UNKNOWN = "?"  # stands for a value that nobody publishes, or that is not verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The values of one country, each list holding all that its sources give and UNKNOWN where it may be another.

    The terms of International Co-op are empty where it is not offered. `age` holds pairs such as `18-35`, `months` the
    longest permits of a first participation; `again` holds `once`, `again` (another category) or `coop` (the same).
    """

    offered: tuple[str, ...]
    age: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    school: tuple[str, ...] = ()
    residence: tuple[str, ...] = ()
    again: tuple[str, ...] = ()

    def attributes(self) -> dict[str, str]:
        """Return the values as the script of the table reads them, by the name of the filter."""
        return {name: " ".join(getattr(self, name)) for name in self.__slots__}


def traits_of(country: Country, day: date) -> Traits:
    """Return what `country` is filtered by on `day`."""
    if partner_ended(country, day):
        return Traits(offered=(Answer.NO.value,))
    terms = country.categories[Category.INTERNATIONAL_COOP]
    offered = _all(terms.offered, day)
    again = tuple(dict.fromkeys(kind for found in _values(country.participations, day) for kind in _again(found)))
    if offered == (Answer.NO.value,):
        return Traits(offered=offered, again=again)
    return Traits(
        offered=offered,
        age=_all(terms.ages, day),
        months=_all(terms.permit_months, day),
        school=_all(terms.school, day),
        residence=_all(terms.residence_required, day),
        again=again,
    )


def partner_ended(country: Country, day: date) -> bool:
    """Tell whether `country` is known to have no agreement on `day`."""
    row = in_force(country.partner, day)
    return row is not None and row.value is Answer.NO


def _all(history: History[object], day: date) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_plain, _values(history, day))))


def _values[T](history: History[T], day: date) -> Iterator[T | None]:
    """Yield the value in force and those between which the sources do not decide; None for one that is not known."""
    row = in_force(history, day)
    if row is None:
        yield None
        return
    yield row.value
    yield from row.disputed
    if row.status is Status.UNVERIFIED:
        yield None


def _plain(value: object) -> str:
    if value in (None, Answer.NOT_PUBLISHED, Answer.UNVERIFIED):
        return UNKNOWN
    return f"{value.minimum}-{value.maximum}" if isinstance(value, Ages) else str(value)


def _again(terms: Participations | None) -> Iterable[str]:
    """Tell what may follow a first participation in International Co-op."""
    if terms is None:
        return (UNKNOWN,)
    if terms.total == 1:
        return ("once",)
    if not terms.slots and terms.repeat is Repeat.NOT_STATED:
        return ("again", "coop")
    return ("coop",) if coop_participations(terms) > 1 else ("again",)
