"""A table of applicants: its columns, and its rows as cells."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from generator.entry.columns import Headings, column_kind
from generator.entry.days import Order, digits_order
from generator.entry.decoding import is_workbook, refused_table, table_text
from generator.entry.records import SEPARATORS, Cells, announced_separator, lines_of, rows_of
from generator.entry.workbook import workbook_rows
from generator.rules.problems import Path, Problem
from generator.rules.record import record

MOST_ROWS = 20_000
LEAST_FOUND = 1  # columns without which a table holds no applicants


@record
class Row:
    """A row by its number in the spreadsheet, the heading being row 1; `cells` is None where quotes do not pair."""

    number: int
    cells: Cells | None


@record
class Table:
    """A table that was read. `columns` gives the path of each title, None where the column is left out.

    `separator` is None where the cells come from a workbook. `order` settles days in digits, where the table shows it;
    `notices` say what was left out or taken for granted.
    """

    titles: tuple[str, ...]
    columns: tuple[Path | None, ...]
    separator: str | None
    order: Order | None
    rows: tuple[Row, ...]
    notices: tuple[Problem, ...]


def read_table(data: bytes, headings: Headings) -> Table:
    """Read a table from the bytes of a file: CSV, or the first sheet of an .xlsx workbook.

    Raises DocumentError with table-too-large, table-is-workbook, table-not-text, table-empty, table-too-long,
    table-no-columns or table-repeated-column.
    """
    if is_workbook(data):
        return table_of(workbook_rows(data), None, headings)
    lines = lines_of(table_text(data))
    separator = announced_separator(lines) or _separator(lines, headings)
    return table_of(rows_of(lines, separator), separator, headings)


def table_of(cells: Iterable[Cells | None], separator: str | None, headings: Headings) -> Table:
    """Return the table of these rows, the first that is not blank being the titles; raises DocumentError."""
    found = (Row(number=number, cells=row) for number, row in enumerate(cells, start=1) if row is None or any(row))
    rows = list(islice(found, MOST_ROWS + 2))
    if not rows or rows[0].cells is None:
        raise refused_table("table-empty")
    titles, *rest = rows
    if not rest:
        raise refused_table("table-empty")
    if len(rest) > MOST_ROWS:
        raise refused_table("table-too-long", most=MOST_ROWS)
    columns = _columns(titles.cells or (), headings)
    order, shown = _order(columns, rest)
    return Table(
        titles=titles.cells or (),
        columns=columns,
        separator=separator,
        order=order,
        rows=tuple(rest),
        notices=(*_left_out(titles.cells or (), columns, headings), *shown, *_replaced(rest)),
    )


def _separator(lines: Sequence[str], headings: Headings) -> str:
    """Return the separator by which the first line names the most columns, on a tie the most cells."""

    def fit(separator: str) -> tuple[int, int]:
        titles = next((row for row in rows_of(lines, separator) if row is None or any(row)), None) or ()
        return sum(headings.steps(title) is not None for title in titles), len(titles)

    return max(SEPARATORS, key=fit)


def _columns(titles: Cells, headings: Headings) -> tuple[Path | None, ...]:
    columns = tuple(headings.steps(title) if title else None for title in titles)
    if sum(steps is not None for steps in columns) < LEAST_FOUND:
        first = next(title for title in titles if title)
        raise refused_table("table-no-columns", given=first, name=headings.nearest(first))
    for place, steps in enumerate(columns):
        if steps is not None and steps in columns[:place]:
            first = titles[columns.index(steps)]
            raise refused_table("table-repeated-column", given=titles[place], first=first)
    return columns


def _left_out(titles: Cells, columns: Sequence[Path | None], headings: Headings) -> Iterator[Problem]:
    for title, steps in zip(titles, columns, strict=True):
        if title and steps is None:
            values = {"given": title, "name": headings.nearest(title)}
            yield Problem(steps=(), code="column-left-out", values=values)


def _order(columns: Sequence[Path | None], rows: Sequence[Row]) -> tuple[Order | None, tuple[Problem, ...]]:
    """Return which number comes first in days in digits, where the table shows one order and not the other."""
    days = [place for place, steps in enumerate(columns) if steps and column_kind(steps) is date]
    found: dict[Order, Problem] = {}
    for row in rows:
        for text in ((row.cells or ())[place] for place in days if place < len(row.cells or ())):
            if order := digits_order(text):
                values = {"given": text, "row": row.number}
                found.setdefault(order, Problem(steps=(), code=f"days-{order.value.replace('_', '-')}", values=values))
    if len(found) != 1:
        return None, ()
    return next(iter(found.items()))[0], tuple(found.values())


def _replaced(rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        for text in row.cells or ():
            if "\ufffd" in text:
                yield Problem(steps=(), code="characters-lost", values={"given": text, "row": row.number})
                return
