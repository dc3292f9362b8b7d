"""An axis of the table: points at which one thing differs, and the words for those with the same answer."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.rules.applicant import Applicant

type Points = tuple[int, ...]
type Place = Callable[[Applicant, int], Applicant]


def unchanged(applicant: Applicant) -> Applicant:
    """Return the applicant as given."""
    return applicant


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One thing that differs between applicants.

    `place` puts an applicant on a point, after `start` has made what the axis speaks of (an earlier participation, for
    its end). `label` names points, `read` gives them back. On an ordered axis only neighbours share a line, and every
    second point is the last day of the unit that began at the point before; `leaves_alone` tells whom a point does not
    change. `usual` names, for each point, the earlier participations that usually get the same answer; without them it
    is the answer to whoever has everything in order.
    """

    name: str
    count: int
    place: Place
    label: Callable[[Points], str]
    read: Callable[[str], Points | None]
    ordered: bool = False
    last_days: bool = False
    start: Callable[[Applicant], Applicant] = unchanged
    leaves_alone: Callable[[Applicant], bool] = field(default=lambda _: False)
    usual: tuple[int, ...] = ()

    @property
    def starts_elsewhere(self) -> bool:
        """Tell whether the axis starts from another applicant than the table does."""
        return self.start is not unchanged


def choice(
    name: str,
    options: Mapping[str, Callable[[Applicant], Applicant]],
    every: str,
    *,
    groups: Mapping[str, Points] | None = None,
    usual: tuple[int, ...] = (),
) -> Axis:
    """Make an axis of named points; `every` names all of them together, `groups` some of them."""
    names, ways = tuple(options), tuple(options.values())
    together = {every: tuple(range(len(names))), **(groups or {})}

    def label(points: Points) -> str:
        left, named = set(points), dict[int, str]()
        for group, members in together.items():
            if left.issuperset(members):
                left -= set(members)
                named[members[0]] = group
        named |= {point: names[point] for point in left}
        return "; ".join(named[point] for point in sorted(named))

    def read(text: str) -> Points | None:
        parts = text.split("; ")
        if not set(parts) <= {*names, *together}:
            return None
        return tuple(sorted(point for part in parts for point in together.get(part) or (names.index(part),)))

    return Axis(
        name=name,
        count=len(names),
        place=lambda applicant, point: ways[point](applicant),
        label=label,
        read=read,
        usual=usual,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWords:
    """The words for a run of points: all of them, those at the low or the high end, those between.

    `start` and `end` name the unit in which a run begins and ends, where it takes in the whole unit; `start_late` and
    `end_early` where it begins after the first day of the unit or ends on it. `{n}` is the unit, `{next}` the next one.
    """

    every: str
    low: str = "{end}"
    high: str = "{start}"
    between: str
    start: str = "{n}"
    start_late: str = "{n} (after the first day)"
    end: str = "{n}"
    end_early: str = "{n} (first day)"


def scale(
    name: str,
    units: range,
    place: Callable[[Applicant, int, bool], Applicant],
    wording: RunWords,
    *,
    last_days: bool = True,
    start: Callable[[Applicant], Applicant] = unchanged,
    leaves_alone: Callable[[Applicant], bool] = lambda _: False,
    usual: int | None = None,
) -> Axis:
    """Make an ordered axis; `place` puts an applicant on the first day of a unit, or on its last one."""
    days = 2 if last_days else 1
    count = days * len(units)

    def put(applicant: Applicant, point: int) -> Applicant:
        return place(applicant, units[point // days], point % days == 1)

    def unit(point: int, words: str) -> str:
        return words.format(n=units[point // days], next=units[point // days] + 1)

    def label(points: Points) -> str:
        first, last = points[0], points[-1]
        begin = unit(first, wording.start if first % days == 0 else wording.start_late)
        end = unit(last, wording.end if last % days == days - 1 else wording.end_early)
        if len(points) == count:
            return wording.every
        if first == 0:
            return wording.low.format(end=end)
        if last == count - 1:
            return wording.high.format(start=begin)
        return begin if begin == end else wording.between.format(start=begin, end=end)

    runs: dict[str, Points] = {}

    def read(text: str) -> Points | None:
        if not runs:
            runs.update({label(run): run for run in _runs(count)})
        return runs.get(text)

    return Axis(
        name=name,
        count=count,
        place=put,
        label=label,
        read=read,
        ordered=True,
        last_days=last_days,
        start=start,
        leaves_alone=leaves_alone,
        usual=() if usual is None else (usual,) * count,
    )


def _runs(count: int) -> Iterable[Points]:
    for first in range(count):
        for after in range(first + 1, count + 1):
            yield tuple(range(first, after))
