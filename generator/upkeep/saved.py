"""A page as a person saved it: HTML, a single-file web page, Markdown or plain text with tables."""

import re
from email import message_from_bytes
from pathlib import Path

from markdown_it import MarkdownIt

from generator.upkeep.blocks import Block, blocks_of
from generator.upkeep.errors import UpkeepError
from generator.upkeep.table_lines import as_tables

LARGEST = 5_000_000  # bytes; the page itself has some 200 000
_HTML = re.compile(r"<!doctype html|<html\b|<body\b|<table\b", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(rb"\A(From|MIME-Version|Snapshot-Content-Location): ", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HOW = "save the page in the browser as HTML, or its tables as Markdown in UTF-8"


def read_saved(path: Path) -> bytes:
    """Return the content of a file that somebody saved; raises UpkeepError where it cannot be read or is too large."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise UpkeepError([_too_large(str(path), size)])
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise UpkeepError([f"{path}:1:1: {reason}; name the file that you saved"]) from error


def saved_blocks(data: bytes, name: str) -> list[Block]:
    """Return the blocks of a saved page; `name` names it in errors.

    Raises UpkeepError where the content is empty, too large, or in an encoding that it does not name.
    """
    if len(data) > LARGEST:
        raise UpkeepError([_too_large(name, len(data))])
    if not data.strip():
        raise UpkeepError([f"{name}:1:1: the file is empty; {_HOW}"])
    if _WEB_ARCHIVE.match(data):
        data = _page_in_archive(data, name)
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    try:
        return blocks_of(text if _is_html(text) else _rendered(text))
    except RecursionError as error:
        raise UpkeepError([f"{name}:1:1: elements within elements, too deep to be read; {_HOW}"]) from error


def _is_html(text: str) -> bool:
    """Tell whether the text is HTML; Markdown may hold some, but does not begin with it."""
    return _HTML.search(text[:4000]) is not None or (_HTML.search(text) is not None and "\n|" not in text)


def _rendered(text: str) -> str:
    body = _FRONT_MATTER.sub("", text.lstrip("\n"))
    return str(MarkdownIt("commonmark").enable("table").render(as_tables(body)))


def _too_large(name: str, size: int) -> str:
    return f"{name}:1:1: {size:,} bytes are more than the {LARGEST:,} that are read; save the page without its pictures"


def _page_in_archive(data: bytes, name: str) -> bytes:
    for part in message_from_bytes(data).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            return content
    raise UpkeepError([f"{name}:1:1: no page in HTML is in this archive; {_HOW}"])


def _decoded(data: bytes, name: str) -> str:
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        named = _CHARSET.search(data[:4096])
        if named is None or b"\0" in data:
            raise UpkeepError([_not_text(name, data, error.start)]) from error
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError) as second:
            raise UpkeepError([_not_text(name, data, error.start)]) from second
    if "\0" in text:
        raise UpkeepError([_not_text(name, data, data.index(b"\0"))])
    return text


def _not_text(name: str, data: bytes, start: int) -> str:
    before = data[:start]
    line, column = before.count(b"\n") + 1, start - (before.rfind(b"\n") + 1) + 1
    return f"{name}:{line}:{column}: this is not UTF-8 text, and no other encoding is named; {_HOW}"
