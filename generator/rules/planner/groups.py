"""Sequences ranked, and those of the same citizenships and lengths put together."""

from collections.abc import Iterable

from generator.rules.kinds import Category
from generator.rules.planner.search import Sequence
from generator.rules.record import record


@record
class Group:
    """Sequences of the same permits, by citizenship and length; `others` differ in categories or in their order."""

    best: Sequence
    others: tuple[Sequence, ...]


def groups_of(sequences: Iterable[Sequence], citizenships: tuple[str, ...]) -> list[Group]:
    """Return the sequences in groups, best first.

    The most months come first, then the earlier end, then the order of `citizenships`, then that of the categories.
    """

    def rank(sequence: Sequence) -> tuple[int, int, list[int], list[int]]:
        return (
            -sequence.months,
            sequence.stays[-1].ends_on.toordinal(),
            [citizenships.index(stay.citizenship) for stay in sequence.stays],
            [list(Category).index(stay.category) for stay in sequence.stays],
        )

    found: dict[tuple[tuple[str, int], ...], list[Sequence]] = {}
    for sequence in sorted(sequences, key=rank):
        permits = tuple(sorted((stay.case.home, stay.months) for stay in sequence.stays))
        found.setdefault(permits, []).append(sequence)
    return [Group(best=best, others=tuple(others)) for best, *others in found.values()]
