"""IRCC's feed of the rounds of invitations: `selections.xml`, read with the line of every pool."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

import defusedxml.sax
from babel import Locale
from defusedxml import DefusedXmlException

from generator.upkeep.errors import UpkeepError
from generator.upkeep.plain import one_line

LARGEST = 1_000_000  # bytes; the feed has some 35 000
FIELDS = ("quota", "first", "second", "invitations", "candidates", "spots", "chances")
_HOW = "save https://ircc.canada.ca/english/work/iec/selections.xml as it is"
_DAY = re.compile(r"([A-Z][a-z]+) (\d{1,2}), ?(\d{4})")
_MONTHS = tuple(Locale("en").months["format"]["wide"].values())


@dataclass(frozen=True, slots=True)
class FeedRow:
    """The pool of one country and category as the feed words it; `stream` names a part of it that is counted apart."""

    line: int
    location: str
    category: str
    code: str
    cells: Mapping[str, str]
    stream: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """The day of the numbers and the pools, in the order of the feed."""

    day: date
    rows: tuple[FeedRow, ...]


def read_feed(data: bytes, name: str) -> Feed:
    """Read the feed in `data`; `name` names it in errors.

    Raises UpkeepError, with the line, where it is not XML, holds entities or a document type, or is no such feed.
    """
    if len(data) > LARGEST:
        raise UpkeepError([f"{name}:1:1: {len(data):,} bytes are more than the {LARGEST:,} that are read; {_HOW}"])
    if not data.strip():
        raise UpkeepError([f"{name}:1:1: the file is empty; {_HOW}"])
    reader = _Reader()
    try:
        defusedxml.sax.parseString(data, reader, forbid_dtd=True)
    except SAXParseException as error:
        place = f"{name}:{error.getLineNumber()}:{(error.getColumnNumber() or 0) + 1}"
        raise UpkeepError([f"{place}: this is not XML ({error.getMessage()}); {_HOW}"]) from error
    except (DefusedXmlException, UnicodeError, ValueError) as error:
        raise UpkeepError([f"{name}:1:1: a document type or an entity is declared; {_HOW}"]) from error
    return _feed(reader, name)


def _feed(reader: "_Reader", name: str) -> Feed:
    if reader.root != "temp" or not reader.rows:
        raise UpkeepError([f"{name}:1:1: no pool is listed; this is not the feed of the rounds; {_HOW}"])
    if reader.day is None:
        raise UpkeepError([f"{name}:1:1: `chancesdate`, the day of the numbers, is missing; {_HOW}"])
    text, line = reader.day
    day = day_of(text)
    if day is None:
        raise UpkeepError([f"{name}:{line}:1: `chancesdate` is {text!r}, not a day such as February 10, 2023; {_HOW}"])
    return Feed(day, tuple(sorted(reader.rows, key=lambda row: row.line)))


def day_of(text: str) -> date | None:
    """Return the day that `text` names in English, such as "February 10, 2023"; None where it names none."""
    match = _DAY.fullmatch(text)
    if match is None or match[1] not in _MONTHS:
        return None
    try:
        return datetime(int(match[3]), _MONTHS.index(match[1]) + 1, int(match[2])).date()  # noqa: DTZ001 a civil day
    except ValueError:
        return None


@dataclass(slots=True)
class _Open:
    """A pool, or a stream in it, whose end was not reached yet."""

    line: int
    location: str
    category: str
    code: str
    stream: str | None
    cells: dict[str, str]

    def row(self) -> FeedRow:
        return FeedRow(self.line, self.location, self.category, self.code, self.cells, self.stream)


class _Reader(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.root = ""
        self.day: tuple[str, int] | None = None
        self.rows: list[FeedRow] = []
        self.open: list[_Open] = []
        self.text: list[str] = []
        self.locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 named by the standard library
        self.locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 named by the standard library
        self.root = self.root or name
        self.text.clear()
        if name == "country":
            given = {key: one_line(attrs.get(key, "")) for key in ("location", "category", "code")}
            self.open = [_Open(self._line(), **given, stream=None, cells={})]
        elif name == "sub" and self.open:
            pool = self.open[0]
            stream = one_line(attrs.get("txt", "")) or "without a name"
            self.open.append(_Open(self._line(), pool.location, pool.category, pool.code, stream, {}))

    def characters(self, content: str) -> None:
        self.text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 named by the standard library
        words = one_line(html.unescape("".join(self.text)))
        if name == "chancesdate":
            self.day = words, self._line()
        elif name in FIELDS and self.open:
            self.open[-1].cells[name] = words
        elif name in ("country", "sub") and self.open:
            self.rows.append(self.open.pop().row())
        self.text.clear()

    def _line(self) -> int:
        return (self.locator.getLineNumber() if self.locator else 1) or 1
