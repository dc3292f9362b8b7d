"""The first sheet of an .xlsx workbook into rows of cells, by openpyxl, which is loaded for workbooks alone."""

from collections.abc import Iterator
from datetime import date, datetime, time
from importlib import import_module
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from generator.entry.decoding import LARGEST, check_size, refused_table
from generator.entry.records import Cells

MOST_UNPACKED = 10 * LARGEST  # bytes


def workbook_rows(data: bytes) -> Iterator[Cells]:
    """Yield the cells of every row as text, days as ISO text.

    Raises DocumentError where the file is too large, is another kind of archive, or openpyxl is not installed.
    """
    check_size(len(data), LARGEST)
    check_size(_unpacked(data), MOST_UNPACKED)
    try:
        book = import_module("openpyxl").load_workbook(BytesIO(data), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True)
        first = next(rows, ())
    except Exception as error:  # not installed, or the workbook is broken, which shows in many ways
        raise refused_table("table-is-workbook") from error
    yield _texts(first)
    yield from map(_texts, rows)


def _unpacked(data: bytes) -> int:
    """Return the size of what the archive holds, in bytes."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return sum(part.file_size for part in archive.infolist())
    except BadZipFile as error:
        raise refused_table("table-is-workbook") from error


def _texts(row: tuple[Any, ...]) -> Cells:
    cells = [_text(cell) for cell in row]
    while cells and not cells[-1]:  # formatted but empty columns
        cells.pop()
    return tuple(cells)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
