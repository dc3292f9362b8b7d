"""Tables that lost their form on the way into a text file, written as Markdown tables again."""

import re
from collections.abc import Iterator

from generator.upkeep.columns import Column, begins_with_category, column_of

_PIPES = re.compile(r"\s*\|.*\|.*\||[^|]*\|[^|]*\|[^|]*\|")
_RULE = re.compile(r"\s*\|?[\s|:-]*-[\s|:-]*\|[\s|:-]*")
FEWEST_TABS = 3
FEWEST_HEADINGS = 4  # one under another, before lines are taken for the cells of a table


def as_tables(text: str) -> str:
    """Return Markdown in which rows parted by tabs, rows without a rule, and a cell on each line are tables."""
    lines = [_from_tabs(line) for line in text.split("\n")]
    return "\n".join(_with_rules(list(_from_columns(lines))))


def _from_tabs(line: str) -> str:
    stripped = line.strip("\n ")
    if stripped.strip().count("\t") < FEWEST_TABS or "|" in line:
        return line
    return f"| {' | '.join(cell.strip() for cell in stripped.split('\t'))} |"


def _with_rules(lines: list[str]) -> Iterator[str]:
    """Yield the lines with a blank line before, and a rule below the first row of, each run of rows with pipes."""
    for index, line in enumerate(lines):
        inside = index > 0 and _is_row(lines[index - 1])
        if _is_row(line) and not inside:
            yield ""
        yield line.strip() if _is_row(line) else line
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if _is_row(line) and not inside and not _RULE.fullmatch(following):
            yield "|" + " --- |" * _width(line)


def _is_row(line: str) -> bool:
    return _PIPES.match(line) is not None


def _width(line: str) -> int:
    return len(re.split(r"(?<!\\)\|", line.strip().strip("|")))


def _from_columns(lines: list[str]) -> Iterator[str]:
    """Yield the lines; where headings of the columns stand one under another, the lines after them become rows."""
    index = 0
    while index < len(lines):
        headings, after = _headings(lines, index)
        if len(headings) < FEWEST_HEADINGS:
            yield lines[index]
            index += 1
            continue
        yield from ("", _row(headings), "|" + " --- |" * len(headings))
        index = after
        while len(cells := _next(lines, index, len(headings))[0]) == len(headings) and begins_with_category(cells[0]):
            yield _row(cells)
            index = _next(lines, index, len(headings))[1]
        yield ""


def _headings(lines: list[str], index: int) -> tuple[list[str], int]:
    found, seen = list[str](), set[Column]()
    while index < len(lines):
        line = lines[index].strip()
        column = column_of(line) if line and "|" not in line else None
        if line and (column is None or column in seen):
            break
        if column:
            found.append(line)
            seen.add(column)
        elif not found:
            break
        index += 1
    return found, index


def _next(lines: list[str], index: int, count: int) -> tuple[list[str], int]:
    cells: list[str] = []
    while index < len(lines) and len(cells) < count:
        if line := lines[index].strip():
            cells.append(line)
        index += 1
    return cells, index


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
