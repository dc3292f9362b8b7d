"""Text of iCalendar files (RFC 5545): properties, escaped and folded into lines of at most 75 octets."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from unicodedata import category

LONGEST_LINE = 75  # octets, the line break left out
NEW_LINE = "\r\n"
ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
CONTROL = "Cc"


def as_file(lines: Iterable[str]) -> str:
    """Return unfolded `lines` as the text of a file."""
    return "".join(f"{part}{NEW_LINE}" for line in lines for part in _folded(line))


def component(name: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the component `name`, such as VEVENT."""
    yield f"BEGIN:{name}"
    yield from lines
    yield f"END:{name}"


def escaped(text: str) -> str:
    """Return `text` as a property takes it; control characters are left out."""
    return "".join(
        ESCAPES.get(character) or character
        for character in text
        if character in ESCAPES or category(character) != CONTROL
    )


def day_value(day: date) -> str:
    """Return a day as YYYYMMDD."""
    return day.isoformat().replace("-", "")


def instant_value(instant: datetime) -> str:
    """Return an instant in UTC, in whole seconds, never later than it is."""
    moment = instant.astimezone(UTC)
    return f"{day_value(moment.date())}T{moment:%H%M%S}Z"


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts, each but the first after a space, no character torn apart."""
    part, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > LONGEST_LINE:
            yield part
            part, octets = " ", 1
        part, octets = part + character, octets + size
    yield part
