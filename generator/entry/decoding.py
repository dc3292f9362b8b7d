"""The bytes of a table into text: UTF-8, UTF-16 or Windows-1252, or a sentence about what it is instead."""

import codecs
from typing import Any

from generator.rules.problems import DocumentError, Problem

LARGEST = 10 * 1024 * 1024  # bytes
_MARKED = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_ARCHIVE = b"PK\x03\x04"


def refused_table(code: str, **values: Any) -> DocumentError:
    """Return the error that refuses a whole table."""
    return DocumentError((Problem(steps=(), code=code, values=values),))


def is_workbook(data: bytes) -> bool:
    """Tell whether `data` is an archive, as workbooks of spreadsheets are."""
    return data.startswith(_ARCHIVE)


def check_size(size: int, most: int) -> None:
    """Raise DocumentError where `size` is more than `most`, both in bytes."""
    if size > most:
        raise refused_table("table-too-large", size=-(-size // 1024**2), most=most // 1024**2)


def table_text(data: bytes) -> str:
    """Return the text of a table; raises DocumentError where it is too large, or no text."""
    check_size(len(data), LARGEST)
    if data.startswith(_OLD_WORKBOOK):
        raise refused_table("table-is-workbook")
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            text = data.removeprefix(mark).decode(encoding, errors="replace")
            break
    else:
        text = _unmarked(data)
    if "\0" in text:
        raise refused_table("table-not-text")
    return text


def _unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")
