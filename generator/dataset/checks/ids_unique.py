"""Nothing is told twice under one name."""

from collections.abc import Iterator
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.files import File, Files
from generator.dataset.problems import Problem
from generator.rules.problems import Path

type Named = Iterator[tuple[File[Any], Path, str]]


def _find(files: Files) -> Iterator[Problem]:
    for group in _groups(files):
        seen: set[str] = set()
        for file, path, name in group:
            if name in seen:
                yield file.located.problem(path, f"`{name}` stands twice; keep one or correct it")
            seen.add(name)


def _groups(files: Files) -> Iterator[Named]:
    yield _named(files.places, "code")
    yield _named(files.seasons, "year")
    for file in (files.documents, files.organizations, files.glossary, files.claims):
        yield _named(file, "id")
    yield (named for file in files.guide.values() for named in _named(file, "id"))
    for country in files.countries.values():
        for kind in ("notes", "streams"):
            yield _named(country, "id", getattr(country.content, kind, ()), (kind,))
    for index, season in enumerate(files.seasons.content or ()):
        yield _named(files.seasons, "id", season.notes, (index, "notes"))


def _named(file: File[Any], key: str, items: tuple[Any, ...] | None = None, within: Path = ()) -> Named:
    for index, item in enumerate((file.content or ()) if items is None else items):
        yield file, (*within, index, key), str(getattr(item, key))


CHECK = Check(
    name="ids-unique",
    sentence="Everything that has an id, a code or a year stands once.",
    find=_find,
)
