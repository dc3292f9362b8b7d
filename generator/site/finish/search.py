"""Fits the search index: no words of forms, no text that many pages share, and other words for the same thing."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.dataset.reading import read_sound

type Entry = dict[str, Any]

_WORD = re.compile(r"\w+")
_BLOCK = re.compile(r"</?(?:p|ul|ol|li|dl|dt|dd|table|tr|td|th|h\d)\b[^>]*>|\n")
# Folders that hold a page of one kind for each jurisdiction, and how many of these may say the same before it counts as
# said by the kind and not by the page.
_SERIES = ("countries", "changes")
_MOST_ALIKE = 3
_FORM = "checker-"
# What is appended stands in fields of its own: the reader sees an excerpt of the text alone. Names weigh as titles do.
_NAMES, _ALSO = "names", "also"
_BOOSTS = {_NAMES: 1000.0, _ALSO: 1.0}
# The page for the citizens of countries that have no page: it is found by the names of all of them.
_OF_OTHERS = "guide/organizations/"
# What a page counts for, by its folder, where that is not once: what explains comes before what records.
_WEIGHTS = {"": 2.0, "guide": 2.0, "claims": 0.5, "changes": 0.2, "contribute": 0.2, "sources": 0.2}


def fit_search_index(index: Path, synonyms: Sequence[Sequence[str]], names: Mapping[str, Sequence[str]]) -> None:
    """Rewrite a search index of the theme.

    `synonyms` are groups of words for the same thing, `names` the other names of each jurisdiction by its code.
    """
    content = json.loads(index.read_text(encoding="utf-8"))
    entries = [entry for entry in content["docs"] if not _anchor(entry).startswith(_FORM)]
    _leave_out_shared(entries)
    others = sorted(set(names) - {_code(entry) for entry in entries})
    groups = [[(word, f" {_plain(word)} ") for word in group] for group in synonyms]
    for entry in entries:
        title, text = (f" {_plain(entry[part])} " for part in ("title", "text"))
        entry[_NAMES] = _listed(_folded(entry["title"]), _names_of(entry, names), _others(groups, title))
        also = (
            _others(groups, text)
            if entry["location"] != _OF_OTHERS
            else [name for code in others for name in names[code]]
        )
        entry[_ALSO] = _listed(_folded(entry["text"]), also)
        entry["boost"] = _WEIGHTS.get(_page(entry).split("/")[0], 1.0)
    content["docs"] = entries
    content["config"]["fields"] |= {name: {"boost": boost} for name, boost in _BOOSTS.items()}
    index.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def load_synonyms(content: Path, language: str) -> list[list[str]]:
    """Read the groups of words for the same thing in a language; raises DatasetError where the file is not sound."""
    return [[str(word) for word in group] for group in read_sound(content / language / "synonyms.yml").value]


def without_accents(text: str) -> str:
    """Return `text` with every accented letter replaced by its plain one."""
    return "".join(part for part in unicodedata.normalize("NFD", text) if not unicodedata.combining(part))


def _leave_out_shared(entries: list[Entry]) -> None:
    """Keep, on pages of a series, the beginning of each page and what only a few of the series say."""
    told = [(entry, [block for part in _BLOCK.split(entry["text"]) if (block := part.strip())]) for entry in entries]
    sections = [(entry, blocks) for entry, blocks in told if _kind(entry) and _anchor(entry)]
    pages = {(_kind(entry), block, _page(entry)) for entry, blocks in sections for block in blocks}
    said = Counter((kind, block) for kind, block, _ in pages)
    for entry, blocks in sections:
        kept = [block for block in blocks if said[_kind(entry), block] <= _MOST_ALIKE]
        entry["text"] = "".join(f"<p>{block}</p>" for block in kept)


def _names_of(entry: Entry, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the other names of the jurisdiction that a page is about, for the beginning of the page."""
    code = _code(entry)
    return [] if _anchor(entry) or not code else list(names.get(code, ()))


def _code(entry: Entry) -> str:
    """Return the code of the jurisdiction whose page an entry is on, empty where it is on none."""
    return _page(entry).split("/")[1].upper() if _kind(entry) else ""


def _others(groups: list[list[tuple[str, str]]], said: str) -> list[str]:
    """Return the words of every group of which something is said, without those that are said."""
    told = [group for group in groups if any(mark in said for _, mark in group)]
    return [word for group in told for word, mark in group if mark not in said]


def _listed(*parts: Sequence[str]) -> str:
    """Join words, each once, and again without its accents where it has some."""
    words = dict.fromkeys(word for part in parts for word in part)
    return " ".join(dict.fromkeys(form for word in words for form in (word, without_accents(word))))


def _folded(text: str) -> list[str]:
    return [plain for word in _WORD.findall(text) if (plain := without_accents(word)) != word]


def _plain(text: str) -> str:
    """Return the words of `text` alone, in small letters without accents, with one space between two."""
    return " ".join(_WORD.findall(without_accents(re.sub(r"<[^>]+>", " ", text)).lower()))


def _page(entry: Entry) -> str:
    return str(entry["location"]).split("#")[0]


def _anchor(entry: Entry) -> str:
    return str(entry["location"]).partition("#")[2]


def _kind(entry: Entry) -> str | None:
    """Return the series that the page of an entry is one of, if it is."""
    folder, *rest = _page(entry).rstrip("/").split("/")
    return folder if rest and folder in _SERIES else None
