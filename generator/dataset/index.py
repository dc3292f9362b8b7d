"""Every fact under its id, with the place where it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.dataset.files import File, Files
from generator.rules.facts import Fact
from generator.rules.problems import Path

# The one fact of a record: the record's own id names it.
ITSELF = frozenset({"covered", "asked", "says", "text", "name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A fact by its id: its rows, oldest first, and where they are written.

    `file` is the path below the folder of facts, `lines` the first line of each row, `path` the keys that lead to the
    rows within the file, `country` the code where the fact belongs to one.
    """

    id: str
    rows: tuple[Fact[Any], ...]
    file: str
    path: Path
    lines: tuple[int, ...]
    country: str | None = None


def index_facts(files: Files) -> dict[str, Entry]:
    """Return every fact of the files by its id, in the order of the files."""
    return {entry.id: entry for entry in _entries(files)}


def _entries(files: Files) -> Iterator[Entry]:
    for code, country in files.countries.items():
        yield from _within(files, country, code, code)
    for name, file in (
        ("programme", files.programme),
        ("places", files.places),
        ("seasons", files.seasons),
        ("documents", files.documents),
        *(("guide", file) for file in files.guide.values()),
        *((f"pools.{season}", file) for season, file in files.pools.items()),
        ("organizations", files.organizations),
        ("glossary", files.glossary),
    ):
        yield from _within(files, file, name)


def _within(files: Files, file: File[Any], prefix: str, country: str | None = None) -> Iterator[Entry]:
    below = str(files.folder)
    for path, rows in file.histories():
        steps = _named(file.content, path)
        yield Entry(
            id=".".join((prefix, *steps)),
            rows=rows,
            file=file.located.file.removeprefix(below).lstrip("/\\").replace("\\", "/"),
            path=path,
            lines=tuple(file.located.values[(*path, row)][0] for row in range(len(rows))),
            country=country or _country_of(file.content, path),
        )


def _named(content: Any, path: Path) -> list[str]:
    """Return the steps of a fact's id: the items of lists by their own names, the category without its heading."""
    steps, value = [], content
    for step in path:
        if isinstance(step, int):
            value = value[step]
            steps.append(_own_name(value))
        else:
            value = value.get(step) if isinstance(value, dict) else getattr(value, step)
            steps.append(step)
    if len(steps) > 1 and steps[-1] in ITSELF:
        steps.pop()
    return [step for step in steps if step != "categories" or steps[-1] == step]


def _own_name(item: Any) -> str:
    if hasattr(item, "category") and hasattr(item, "country"):
        return f"{item.country}.{item.category.value}"
    return str(getattr(item, "id", None) or getattr(item, "code", None) or item.year)


def _country_of(content: Any, path: Path) -> str | None:
    item = content[path[0]] if isinstance(path[0], int) else None
    return getattr(item, "country", None)
