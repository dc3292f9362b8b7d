"""The recorded changes as a line of time: a lane for everybody and one for each country, a mark for each day."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.publish.changes import Change

WIDTH = 360
LEFT = 118  # the names stand left of it
RIGHT = 10
ROW = 26
TOP = 22  # the scale
MOST_YEARS = 6  # with a number; of more, every second one has
SMALLEST, LARGEST = 4.5, 7.5  # radius of a mark
LIFT = 6  # of marks that would hide one another, up and down in turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The changes of one lane on one day, `lift` below its middle.

    `kind` is `exact`, `at_least` (a source vouches for the day) or `announced`.
    """

    day: date
    kind: str
    changes: tuple[Change, ...]
    x: float
    lift: int = 0

    @property
    def radius(self) -> float:
        """Return the size of the mark, larger for more changes."""
        return min(LARGEST, SMALLEST + 2 * (len(self.changes) - 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The marks of one country, or of everybody where `code` is None, at the height `middle`."""

    code: str | None
    name: str
    middle: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole picture; `years` has (year, place, whether its number is written), `today` the place of the day."""

    lanes: tuple[Lane, ...]
    years: tuple[tuple[int, float, bool], ...]
    today: float
    height: int
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT

    @property
    def kinds(self) -> frozenset[str]:
        """Return the kinds of marks that are there."""
        return frozenset(mark.kind for lane in self.lanes for mark in lane.marks)


def timeline(changes: Iterable[Change], names: Mapping[str | None, str], as_of: date) -> Timeline:
    """Lay out `changes` in lanes in the order of `names`, which name everybody under None; empty lanes are left out."""
    found = tuple(changes)
    first, last = min((*(each.since for each in found), as_of)), max((*(each.since for each in found), as_of))
    begin, end = date(first.year, 1, 1), date(last.year + 1, 1, 1)

    def at(day: date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - begin).days / (end - begin).days, 1)

    years = range(begin.year, end.year + 1)
    step = 1 if len(years) <= MOST_YEARS else 2
    busy = [(code, name) for code, name in names.items() if any(each.country == code for each in found)]
    lanes = tuple(
        Lane(code=code, name=name, middle=TOP + index * ROW + ROW // 2, marks=_marks(found, code, as_of, at))
        for index, (code, name) in enumerate(busy)
    )
    return Timeline(
        lanes=lanes,
        years=tuple((year, at(date(year, 1, 1)), (year - begin.year) % step == 0) for year in years),
        today=at(as_of),
        height=TOP + len(lanes) * ROW,
    )


def _marks(changes: tuple[Change, ...], code: str | None, as_of: date, at: Callable[[date], float]) -> tuple[Mark, ...]:
    found: dict[tuple[date, str], list[Change]] = {}
    for change in changes:
        if change.country == code:
            found.setdefault((change.since, kind_of(change, as_of)), []).append(change)
    marks = [Mark(day=day, kind=kind, changes=tuple(group), x=at(day)) for (day, kind), group in sorted(found.items())]
    return tuple(_apart(marks))


def _apart(marks: list[Mark]) -> Iterator[Mark]:
    """Lift marks that touch a neighbour, up and down in turn."""
    lift = -LIFT
    for index, mark in enumerate(marks):
        beside = (*marks[max(index - 1, 0) : index], *marks[index + 1 : index + 2])
        if any(abs(other.x - mark.x) < other.radius + mark.radius for other in beside):
            yield replace(mark, lift=lift)
            lift = -lift
        else:
            yield mark


def kind_of(change: Change, as_of: date) -> str:
    """Tell how a change is drawn: announced for a day to come, exact, or at least since the day."""
    if change.since > as_of:
        return "announced"
    return "exact" if change.is_exact else "at_least"
