"""Compare what stands above a country's table with what the facts say of participations."""

from collections.abc import Iterator
from typing import Any

from generator.rules.country import Participations
from generator.rules.kinds import Repeat
from generator.upkeep.agreements_cells import read_months
from generator.upkeep.agreements_findings import Cell, Finding, Kind, Standing
from generator.upkeep.agreements_page import Section, told_passages
from generator.upkeep.agreements_participations import Share, Told, read_participations
from generator.upkeep.agreements_place import Side
from generator.upkeep.columns import Column


def total_findings(section: Section, side: Side) -> Iterator[Finding]:
    """Compare the number of participations, the repetition of categories, and how participations are divided."""
    standing = side.standing(f"{section.code}.participations")
    in_cells = dict.fromkeys(row.cells.get(Column.PARTICIPATIONS, "") for row in section.rows)
    told = read_participations([*told_passages(section), *filter(None, in_cells)])
    at = _At(section.code or "", standing)
    said: Participations | None = standing.value
    if told.total is None:
        yield at.finding(Kind.NOT_READ, Cell.PARTICIPATIONS, " ".join(told_passages(section)))
        return
    if said is None or said.total != told.total:
        yield at.finding(Kind.DIFFERS, Cell.PARTICIPATIONS, told.total_text, told.total)
    if said is not None:
        yield from _repeat(at, told, said)
        yield from _shares(at, told, said, section, side)
        yield from _together(at, told, said, section, side)
    for sentence in told.strange:
        yield at.finding(Kind.NOT_READ, Cell.PARTICIPATIONS, sentence)


class _At:
    """The country whose sentences are compared, and what the data says of its participations."""

    def __init__(self, code: str, standing: Standing) -> None:
        self.code, self.standing = code, standing

    def finding(self, kind: Kind, cell: Cell, page: str, read: Any = None, standing: Standing | None = None) -> Finding:
        return Finding.at(kind, self.code, cell, page, standing or self.standing, read=read)


def _repeat(at: _At, told: Told, said: Participations) -> Iterator[Finding]:
    same = said.repeat is told.repeat and frozenset(said.repeatable) == told.repeatable
    if not same and not (told.repeat is Repeat.NOT_STATED and said.total == 1 == told.total):
        yield at.finding(Kind.DIFFERS, Cell.REPEAT, told.repeat_text, (told.repeat, told.repeatable))


def _shares(at: _At, told: Told, said: Participations, section: Section, side: Side) -> Iterator[Finding]:
    parts = [share for share in told.shares if share.categories]
    read = {(share.categories, share.count) for share in parts}
    if read != {(frozenset(slot.categories), slot.count) for slot in said.slots}:
        yield at.finding(Kind.DIFFERS, Cell.SHARES, " / ".join(share.text for share in parts), parts)
    for share in parts:
        for category in sorted(share.categories):
            standing = side.standing(f"{section.code}.{category.value}.permit_months")
            if standing.value not in (None, share.months):
                yield at.finding(Kind.DIFFERS, Cell.LONGEST, share.text, share.months, standing)
    later = [share.months for share in told.shares if not share.categories][1:]
    if later and later[0] != said.later_months:
        yield at.finding(Kind.DIFFERS, Cell.LATER, _any(told.shares), later[0])
    if said.later_months:
        yield from _in_rows(at, section, Cell.LATER, "later", told_above=bool(later))


def _any(shares: tuple[Share, ...]) -> str:
    return " / ".join(share.text for share in shares if not share.categories)


def _in_rows(at: _At, section: Section, cell: Cell, name: str, *, told_above: bool) -> Iterator[Finding]:
    """Find what the data says and no row tells, nor the words above; or only some of the rows."""
    lengths = [(row, read_months(row.cells.get(Column.MONTHS, "")).value) for row in section.rows]
    lacking = [row for row, months in lengths if months is None or getattr(months, name) is None]
    if len(lacking) < len(lengths):
        for row in lacking:
            yield Finding.at(Kind.DIFFERS, at.code, cell, "", at.standing, category=next(iter(row.categories), None))
    elif not told_above:
        yield at.finding(Kind.DIFFERS, cell, "")


def _together(at: _At, told: Told, said: Participations, section: Section, side: Side) -> Iterator[Finding]:
    """Compare the months of all participations: a limit of its own, or the sum of the first and the later permit."""
    if said.cumulative_months:
        yield from _in_rows(at, section, Cell.TOGETHER, "together", told_above=told.together is not None)
    if told.together is None:
        return
    categories = {category.value for row in section.rows for category in row.categories}
    firsts = {side.standing(f"{section.code}.{category}.permit_months").value for category in categories}
    sums = {first + said.later_months for first in firsts if first and said.later_months}
    if told.together not in {said.cumulative_months, *sums}:
        yield at.finding(Kind.DIFFERS, Cell.TOGETHER, told.repeat_text or told.total_text, told.together)
