"""The text of a table into rows of cells."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

SEPARATORS = (";", ",", "\t")
LONGEST_ROW = 50  # lines; a quotation mark that is left open swallows no more

type Cells = tuple[str, ...]


def lines_of(text: str) -> list[str]:
    """Return the lines of `text`, whichever way they end."""
    return list(StringIO(text, newline=""))


def rows_of(lines: Sequence[str], separator: str) -> Iterator[Cells | None]:
    """Yield the cells of every row; None for a row whose quotation marks do not pair."""
    place = 0
    while place < len(lines):
        reader = csv.reader(lines[place : place + LONGEST_ROW], delimiter=separator, strict=True)
        try:
            cells = next(reader)
            place += reader.line_num
            yield tuple(cell.strip() for cell in cells)
        except csv.Error:
            place += 1
            yield None


def announced_separator(lines: list[str]) -> str | None:
    """Return the separator that a first line such as "sep=;" names, and take that line away."""
    found = re.fullmatch(r"sep=([;,\t])\s*", lines[0], re.IGNORECASE) if lines else None
    if found:
        del lines[0]
    return found and found[1]
