"""The longest permits as bars: a first participation, and a later one where it may follow."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.publish.rows import in_force
from generator.rules.country import Country
from generator.rules.kinds import Category
from generator.site.country import CountryShown

WIDTH = 360
LEFT = 122  # the names stand left of it
RIGHT = 12  # for the last number of the scale
ROW = 24
TOP = 20  # the scale
STEP = 6  # months between two lines of the scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """The longest permits of one country in months.

    `first` is None where it is not known, `disputed` the longest of other values between which sources do not decide.
    `later` is that of a later participation, None where there is none or its length is not known; `is_single` tells
    that nobody takes part twice; `together` caps all permits.
    """

    code: str
    name: str
    first: int | None
    disputed: int | None = None
    later: int | None = None
    is_single: bool = False
    together: int | None = None

    @property
    def longest(self) -> int:
        """Return the end of the longest bar."""
        return max(self.first or 0, self.disputed or 0, self.later or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The lengths of one country with the places of its bars, in units of the drawing."""

    lengths: Lengths
    top: int
    first: float
    disputed: float
    later: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """The whole picture: bars from the longest to the shortest, and the lines of the scale as (months, place)."""

    bars: tuple[Bar, ...]
    scale: tuple[tuple[int, float], ...]
    height: int
    width: int = WIDTH
    left: int = LEFT

    @property
    def groups(self) -> list[tuple[int, list[str]]]:
        """Return the names by the length of a first permit, the longest first."""
        found: dict[int, list[str]] = {}
        for bar in self.bars:
            if bar.lengths.first is not None:
                found.setdefault(bar.lengths.first, []).append(bar.lengths.name)
        return list(found.items())


def lengths_of(country: Country, shown: CountryShown, day: date) -> Lengths:
    """Return the permits of International Co-op of `country` on `day`, as its agreement alone sets them."""
    months = in_force(country.categories[Category.INTERNATIONAL_COOP].permit_months, day)
    terms = in_force(country.participations, day)
    first = months.value if months else None
    disputed = max((value for value in months.disputed if value > months.value), default=None) if months else None
    is_single = terms is not None and terms.value.total == 1
    later = None if terms is None or is_single else terms.value.later_months or first
    return Lengths(
        code=country.code,
        name=shown.name,
        first=first,
        disputed=disputed,
        later=later,
        is_single=is_single,
        together=terms.value.cumulative_months if terms else None,
    )


def bars(lengths: Iterable[Lengths]) -> Bars:
    """Lay out `lengths`, those of equal first permits in the order in which they come."""
    found = sorted(lengths, key=lambda each: -(each.first or 0))
    last = _last_line(found)

    def wide(months: int | None) -> float:
        return round((months or 0) * (WIDTH - LEFT - RIGHT) / last, 1)

    return Bars(
        bars=tuple(
            Bar(
                lengths=each,
                top=TOP + index * ROW,
                first=wide(each.first),
                disputed=wide(each.disputed) - wide(each.first) if each.disputed else 0.0,
                later=wide(each.later),
            )
            for index, each in enumerate(found)
        ),
        scale=tuple((months, LEFT + wide(months)) for months in range(0, last + 1, STEP)),
        height=TOP + len(found) * ROW,
    )


def _last_line(lengths: Sequence[Lengths]) -> int:
    longest = max((each.longest for each in lengths), default=STEP)
    return -(-max(longest, STEP) // STEP) * STEP
