"""IRCC's page of the agreements as it was saved: what stands under the name of each country, still in its own words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.rules.kinds import Category
from generator.upkeep.blocks import SMALLEST, Block, Heading, Passage, Table
from generator.upkeep.columns import Column, categories_in, column_of
from generator.upkeep.place_names import PlaceNames
from generator.upkeep.plain import one_line, plain

_TOLD_LATE = re.compile(r"(?!note|remarque)[^.]*\bparticipat")  # the number of participations, below the table
FEWEST_COLUMNS = 3  # that a table of an agreement is known by, the categories among them
DEEPEST_HEADINGS = 3  # rows above the first row of a table that may hold titles


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the categories that its first cell names, and its cells."""

    label: str
    categories: tuple[Category, ...]
    cells: Mapping[Column, str]


@dataclass(slots=True)
class Section:
    """What stands under the name of one country; `code` is None where no country of ours has that name."""

    name: str
    code: str | None
    level: int = SMALLEST
    intro: list[Passage] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    columns: set[Column] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    tables: int = 0
    strange_tables: int = 0


@dataclass(frozen=True, slots=True)
class AgreementsPage:
    """The sections with a table, in the order of the page, and countries that are named without one."""

    sections: tuple[Section, ...]
    without_table: tuple[Section, ...]


def read_page(blocks: Iterable[Block], names: PlaceNames) -> AgreementsPage:
    """Gather the blocks of the page under the countries that they speak of."""
    reader = _Reader(names)
    for block in blocks:
        reader.take(block)
    told = {section.code for section in reader.sections if section.tables}
    named = {section.code: section for section in reader.sections if _is_lost(section, told)}
    return AgreementsPage(tuple(section for section in reader.sections if section.tables), tuple(named.values()))


def _is_lost(section: Section, told: set[str | None]) -> bool:
    return section.code is not None and section.code not in told and section.level < SMALLEST


class _Reader:
    def __init__(self, names: PlaceNames) -> None:
        self.names = names
        self.sections: list[Section] = []
        self.now = Section("", None, 0)

    def take(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._heading(text, level)
            case Passage(text, item):
                self._passage(text, item)
            case Table(rows):
                self._table(rows)

    def _open(self, name: str, code: str | None, level: int) -> None:
        self.now = Section(name, code, level)
        self.sections.append(self.now)

    def _heading(self, text: str, level: int) -> None:
        code = self.names.code(text) or self._only_one(text)
        if code and code == self.now.code and not self.now.tables:
            self.now.level = min(self.now.level, level)  # the name stands again, on the table or its frame
        elif code:
            self._open(text, code, level)
        elif level <= self.now.level and level < SMALLEST:
            self._open(text, None, level)

    def _only_one(self, text: str) -> str | None:
        """Return the country that a longer heading is about, such as "Requirements for Andorra"."""
        codes = self.names.within(text) - {"CA"}
        return codes.pop() if len(codes) == 1 and not categories_in(text) else None

    def _passage(self, text: str, item: bool) -> None:
        code = None if item else self.names.code(text.rstrip(":"))
        if code:
            self._heading(text, SMALLEST)
        elif self.now.tables and (self.now.intro or not _TOLD_LATE.match(plain(text))):
            self.now.notes.append(text)
        else:
            self.now.intro.append(Passage(text, item))

    def _table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        found = _headings_of(rows) or _headings_of(rows := _turned(rows))
        if found is None:
            self.now.strange_tables += 1
            return
        depth, columns = found
        for title in {cell for row in rows[:depth] for cell in row}:
            if code := self.names.code(title):
                self._open(title, code, SMALLEST)
        if Column.COUNTRY not in columns:
            if not self.sections:
                self._open("", None, 0)
            self._start_table(columns)
        for row in rows[depth + 1 :]:
            self._row(row, columns)

    def _start_table(self, columns: dict[Column, int]) -> None:
        self.now.tables += 1
        self.now.columns |= set(columns)

    def _row(self, row: tuple[str, ...], columns: dict[Column, int]) -> None:
        cells = {column: row[at] if at < len(row) else "" for column, at in columns.items()}
        alone = {cell for cell in row if cell}
        name = alone.copy().pop() if len(alone) == 1 and len(row) > 1 else cells.get(Column.COUNTRY, "")
        if len(alone) == 1 and not self.names.code(name):
            self.now.notes.append(name)
            return
        if name and (one_line(name) != self.now.name or not self.now.tables):
            self._open(one_line(name), self.names.code(name) or self._only_one(name), SMALLEST)
            self._start_table(columns)
        if len(alone) > 1 and column_of(cells[Column.CATEGORY]) is not Column.CATEGORY:
            label = cells[Column.CATEGORY]
            self.now.rows.append(Row(label, categories_in(label), cells))


def _headings_of(rows: tuple[tuple[str, ...], ...]) -> tuple[int, dict[Column, int]] | None:
    """Return how many rows stand above the row of headings, and the place of each column."""
    for depth, row in enumerate(rows[:DEEPEST_HEADINGS]):
        columns: dict[Column, int] = {}
        for at, cell in enumerate(row):
            if column := column_of(cell):
                columns.setdefault(column, at)
        if Column.CATEGORY in columns and len(columns) >= FEWEST_COLUMNS:
            return depth, columns
    return None


def _turned(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    width = max(map(len, rows))
    return tuple(zip(*(row + ("",) * (width - len(row)) for row in rows), strict=True))


def told_passages(section: Section) -> Iterator[str]:
    """Yield the words above the table, each once."""
    yield from dict.fromkeys(passage.text for passage in section.intro)
