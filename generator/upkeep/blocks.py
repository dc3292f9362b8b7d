"""A saved page as headings, passages and tables, in the order of reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import html5lib

from generator.upkeep.plain import one_line

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
SMALLEST = 7  # what is no heading of HTML but names what follows: a summary, a caption, a term
_NAMES = {"summary": SMALLEST, "caption": SMALLEST, "dt": SMALLEST, "legend": SMALLEST}
_UNREAD = {"head", "script", "style", "noscript", "template", "nav", "svg", "button", "select", "datalist"}
_PARTS = {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "fieldset"}
_PARTS |= {"figure", "footer", "form", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "ul"}
_FOOTNOTE = re.compile(r"[\W\d]*|.*(footnote|note de bas|note).*", re.IGNORECASE | re.DOTALL)
WIDEST = 50  # columns and rows that one cell may span; pages claim thousands to mean "to the end"


@dataclass(frozen=True, slots=True)
class Heading:
    """Words that name what follows; level 1 is the largest."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or an item of a list."""

    text: str
    item: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table, row by row; a merged cell stands in each place that it covers."""

    rows: tuple[tuple[str, ...], ...]


type Block = Heading | Passage | Table


def blocks_of(html: str) -> list[Block]:
    """Return the blocks of a page in HTML, of its main part where it names one."""
    root = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    walker = _Walker()
    walker.walk(next(root.iter("main"), root))
    walker.flush()
    return walker.blocks


class _Walker:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.item = False

    def flush(self) -> None:
        text = one_line("".join(self.words))
        self.words.clear()
        if text:
            self.blocks.append(Passage(text, self.item))

    def walk(self, element: Any) -> None:
        tag = _tag(element)
        if tag in _UNREAD or (tag == "sup" and _is_footnote(element)):
            pass
        elif level := _HEADINGS.get(tag) or _NAMES.get(tag):
            self.flush()
            if text := one_line(_text(element)):
                self.blocks.append(Heading(text, level))
        elif tag == "table" and not any(inner is not element for inner in element.iter("table")):
            self.flush()
            self._table(element)
        elif tag in _PARTS or tag in ("table", "tbody", "tr", "td", "th"):
            self.flush()
            before, self.item = self.item, tag == "li" or (self.item and tag == "p")
            self._inside(element)
            self.flush()
            self.item = before
        else:
            self._inside(element, " " if tag == "br" else "")

    def _inside(self, element: Any, text: str = "") -> None:
        self.words.append(text + (element.text or ""))
        for child in element:
            self.walk(child)
            self.words.append(child.tail or "")

    def _table(self, element: Any) -> None:
        for caption in element.iter("caption"):
            if text := one_line(_text(caption)):
                self.blocks.append(Heading(text, SMALLEST))
        if rows := _grid(element):
            self.blocks.append(Table(rows))


def _tag(element: Any) -> str:
    return element.tag if isinstance(element.tag, str) else "script"  # a comment has a function for its tag


def _is_footnote(element: Any) -> bool:
    return _FOOTNOTE.fullmatch(_text(element).strip()) is not None


def _text(element: Any) -> str:
    return "".join(_texts(element))


def _texts(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = _tag(child)
        if tag not in _UNREAD and not (tag == "sup" and _is_footnote(child)):
            apart = " " if tag in _PARTS or tag in ("br", "ul", "ol") else ""
            yield apart
            yield from _texts(child)
            yield apart
        yield child.tail or ""


def _grid(table: Any) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table; a cell that spans rows or columns is repeated in each of them."""
    rows: list[tuple[str, ...]] = []
    above: dict[int, tuple[int, str]] = {}  # column: rows still to cover, words
    for row in table.iter("tr"):
        cells: dict[int, str] = {}
        column = 0
        for cell in (cell for cell in row if _tag(cell) in ("td", "th")):
            while column in above:
                column = _from_above(above, cells, column)
            text = one_line(_text(cell))
            down = _span(cell, "rowspan")
            for _ in range(_span(cell, "colspan")):
                cells[column] = text
                if down > 1:
                    above[column] = (down, text)  # counted down below, with this row
                column += 1
        for left in [left for left in above if left not in cells]:
            cells[left] = above[left][1]
        above = {place: (count - 1, text) for place, (count, text) in above.items() if count > 1}
        if cells:
            rows.append(tuple(cells.get(place, "") for place in range(max(cells) + 1)))
    return tuple(rows)


def _from_above(above: dict[int, tuple[int, str]], cells: dict[int, str], column: int) -> int:
    cells[column] = above[column][1]
    return column + 1


def _span(cell: Any, name: str) -> int:
    text = str(cell.get(name, "1")).strip()
    return min(max(int(text), 1), WIDEST) if text.isdecimal() else 1
