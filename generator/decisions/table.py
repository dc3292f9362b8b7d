"""The decision table of one jurisdiction: each axis swept, the edges found combined with one another."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from generator.decisions.answers import Answer, answer_to, together
from generator.decisions.axes import Axes, axes_of
from generator.decisions.axis import Axis, Points
from generator.decisions.earlier import EARLIER
from generator.decisions.situations import in_order, invited_on
from generator.rules.applicant import Applicant, Asked
from generator.rules.case import Case
from generator.rules.kinds import Category
from generator.rules.model import Dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Points of one axis that share an answer."""

    points: Points
    answer: Answer


type Combination = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What the rules answer in one category.

    `base` is the answer to whoever has everything in order; `bands` those along each axis, of the axes looked at alone
    only where they differ from the usual; `odd` the combinations, by axis and label, whose answer is not what their
    parts add up to, among `combinations`. Without bands everybody gets the answer of `base`.
    """

    base: Answer
    bands: dict[str, tuple[Band, ...]]
    combinations: int = 0
    odd: dict[Combination, Answer]


type Table = dict[Category, Block]


class Judge:
    """Judges situations of one jurisdiction and category."""

    def __init__(self, dataset: Dataset, code: str, category: Category) -> None:
        self.axes: Axes = axes_of(dataset, code, category)
        self.person = replace(in_order(code, invited_on(dataset, code)), category=Asked(category.value))
        self.case = Case(applicant=self.person, dataset=dataset, citizenship=code, category=category)

    def of(self, applicant: Applicant) -> Answer:
        """Return the answer to `applicant`."""
        return answer_to(replace(self.case, applicant=applicant))

    def at(self, axis: Axis, point: int) -> Answer:
        """Return the answer to the person in order, but for one point."""
        return self.of(axis.place(axis.start(self.person), point))


def decide(dataset: Dataset, code: str) -> Table:
    """Return the table of one jurisdiction."""
    return {category: _block(Judge(dataset, code, category)) for category in Category}


def _block(judge: Judge) -> Block:
    base = judge.of(judge.person)
    swept = {axis.name: _swept(axis, judge) for axis in judge.axes.every()}
    if all(answer == base for answers in swept.values() for answer in answers):
        return Block(base=base, bands={}, odd={})
    bands = {axis.name: _bands(axis, swept[axis.name]) for axis in judge.axes.combined}
    count, odd = _combined(judge, base, bands)
    for axis in judge.axes.alone:
        usual = [swept[EARLIER][point] for point in axis.usual] or [base] * axis.count
        if unusual := _unusual(axis, _bands(axis, swept[axis.name]), usual):
            bands[axis.name] = unusual
    return Block(base=base, bands=bands, combinations=count, odd=odd)


def _unusual(axis: Axis, bands: tuple[Band, ...], usual: list[Answer]) -> tuple[Band, ...]:
    """Return the bands that differ from the usual answers; an ordered axis is shown whole or not at all."""
    if axis.ordered:
        return bands if any(band.answer != usual[point] for band in bands for point in band.points) else ()
    differing = (
        Band(points=tuple(point for point in band.points if usual[point] != band.answer), answer=band.answer)
        for band in bands
    )
    return tuple(band for band in differing if band.points)


def answer_at(block: Block, axis: Axis, point: int) -> Answer:
    """Return the answer that the block gives at one point, listed or usual."""
    for band in block.bands.get(axis.name, ()):
        if point in band.points:
            return band.answer
    if not axis.usual or not block.bands:
        return block.base
    return next(band.answer for band in block.bands[EARLIER] if axis.usual[point] in band.points)


def _bands(axis: Axis, answers: list[Answer]) -> tuple[Band, ...]:
    if not axis.ordered:
        groups: dict[Answer, list[int]] = {}
        for point, answer in enumerate(answers):
            groups.setdefault(answer, []).append(point)
        return tuple(Band(points=tuple(points), answer=answer) for answer, points in groups.items())
    starts = [point for point in range(axis.count) if point == 0 or answers[point] != answers[point - 1]]
    return tuple(
        Band(points=tuple(range(start, after)), answer=answers[start])
        for start, after in zip(starts, [*starts[1:], axis.count], strict=True)
    )


def _swept(axis: Axis, judge: Judge) -> list[Answer]:
    """Return the answer at each point; a last day between two equal first days needs no look."""
    if not axis.last_days:
        return [judge.at(axis, point) for point in range(axis.count)]
    firsts = [judge.at(axis, point) for point in range(0, axis.count, 2)]
    answers: list[Answer] = []
    for unit, first in enumerate(firsts):
        settled = unit + 1 < len(firsts) and firsts[unit + 1] == first
        answers += [first, first if settled else judge.at(axis, 2 * unit + 1)]
    return answers


def _combined(judge: Judge, base: Answer, bands: dict[str, tuple[Band, ...]]) -> tuple[int, dict[Combination, Answer]]:
    """Judge every combination of the edges of the bands; return how many there are and those that do not add up."""
    axes = judge.axes.combined
    edges = [list(_edges(axis, bands[axis.name])) for axis in axes]
    starts = [judge.of(axis.start(judge.person)) if axis.starts_elsewhere else base for axis in axes]
    count, odd = 0, dict[Combination, Answer]()
    for combination in product(*edges):
        applicant, parts, named = judge.person, [], []
        for axis, start, edge in zip(axes, starts, combination, strict=True):
            if edge is None or axis.leaves_alone(applicant):
                continue
            point, band = edge
            applicant = axis.place(applicant, point)
            parts.append((start, band.answer))
            named.append((axis.name, axis.label((point,))))
        count += 1
        answer = judge.of(applicant)
        if answer != together(base, parts):
            odd[tuple(named)] = answer
    return count, odd


def _edges(axis: Axis, bands: tuple[Band, ...]) -> Iterator[tuple[int, Band] | None]:
    """Yield the points to combine: of each band the days at its edges; None where the axis changes nothing."""
    if len(bands) == 1 and axis.ordered:
        yield None
        return
    for band in bands:
        if not axis.ordered:
            yield band.points[0], band
            if len(bands) == 1:
                yield band.points[-1], band
            continue
        if band is not bands[0]:
            yield band.points[0], band
        if band is not bands[-1] and (len(band.points) > 1 or band is bands[0]):
            yield band.points[-1], band
