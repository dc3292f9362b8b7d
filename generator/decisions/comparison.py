"""Two tables of one jurisdiction held against each other."""

from collections.abc import Iterator, Mapping, Sequence

from generator.decisions.answers import Answer
from generator.decisions.axis import Axis
from generator.decisions.table import Block, Combination, Table, answer_at
from generator.decisions.wording import in_words
from generator.rules.kinds import Category
from generator.rules.record import record

IN_ORDER = ""

type Axes = Mapping[Category, Sequence[Axis]]


@record
class Change:
    """An answer that differs: on `axis`, for the points named by `label`; `point` is one of them, on the second table.

    `axis` is empty for whoever has everything in order; for a combination, `axis` and `label` name all of its parts.
    """

    category: Category
    axis: str
    label: str
    before: Answer | None
    after: Answer | None
    point: int | None = None


def compared(before: Table, after: Table, axes_before: Axes, axes_after: Axes) -> list[Change]:
    """Return what differs between two tables.

    A line that says the same of the answer to whoever has everything in order (`eligible` in both) is no change of its
    own where that answer changed.
    """
    return [
        change
        for category in after
        for change in _blocks(category, before[category], after[category], axes_before[category], axes_after[category])
    ]


def _blocks(
    category: Category, before: Block, after: Block, axes_before: Sequence[Axis], axes_after: Sequence[Axis]
) -> Iterator[Change]:
    if before.base != after.base:
        yield Change(category=category, axis=IN_ORDER, label="", before=before.base, after=after.base)
    if not before.bands or not after.bands:
        return
    earlier = {axis.name: axis for axis in axes_before}
    for axis in axes_after:
        if axis.name in earlier:
            yield from _axis(category, before, after, earlier[axis.name], axis)
    for combination in {**before.odd, **after.odd}:
        was, becomes = before.odd.get(combination), after.odd.get(combination)
        if was != becomes:
            yield _combination(category, combination, was, becomes)


def _axis(category: Category, before: Block, after: Block, axis_before: Axis, axis_after: Axis) -> Iterator[Change]:
    points_before = {axis_before.label((point,)): point for point in range(axis_before.count)}
    runs: list[tuple[tuple[Answer, Answer], list[int]]] = []
    for point in range(axis_after.count):
        name = axis_after.label((point,))
        if name not in points_before:
            continue
        was, becomes = answer_at(before, axis_before, points_before[name]), answer_at(after, axis_after, point)
        if was == becomes or in_words(was, before.base) == in_words(becomes, after.base):
            continue
        if not _listed(before, axis_after.name, points_before[name]) and not _listed(after, axis_after.name, point):
            continue  # as usual in both, so that the usual answer tells the change
        pair = (was, becomes)
        same = [
            points for found, points in runs if found == pair and (not axis_after.ordered or points[-1] == point - 1)
        ]
        if same:
            same[-1].append(point)
        else:
            runs.append((pair, [point]))
    for (was, becomes), points in runs:
        label = axis_after.label(tuple(points))
        yield Change(category=category, axis=axis_after.name, label=label, before=was, after=becomes, point=points[0])


def _listed(block: Block, axis: str, point: int) -> bool:
    return any(point in band.points for band in block.bands.get(axis, ()))


def _combination(category: Category, combination: Combination, was: Answer | None, becomes: Answer | None) -> Change:
    axes, labels = (" + ".join(parts) for parts in zip(*combination, strict=True))
    return Change(category=category, axis=axes, label=labels, before=was, after=becomes)
