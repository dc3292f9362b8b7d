"""The files of the dataset, read and held against their shapes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from generator.dataset.located import Located
from generator.dataset.problems import Problem
from generator.dataset.reading import read_file
from generator.dataset.shape import shape
from generator.dataset.walk import histories, records
from generator.rules.country import Country
from generator.rules.facts import Fact
from generator.rules.model import Source
from generator.rules.problems import Path
from generator.rules.programme import Place, Programme, RequiredDocument, Season


@dataclass(frozen=True, slots=True)
class File[T]:
    """One file: where its values stand, its content (None where it could not be read), all records in it by path."""

    located: Located
    content: T | None
    records: tuple[tuple[Path, Any], ...] = ()

    def histories(self) -> Iterator[tuple[Path, tuple[Fact[Any], ...]]]:
        """Yield the histories of facts, with their paths."""
        yield from histories(self.records)


@dataclass(frozen=True, slots=True)
class Files:
    """All files that make up a dataset; country files by the code that their name promises."""

    countries: dict[str, File[Country]]
    programme: File[Programme]
    places: File[tuple[Place, ...]]
    seasons: File[tuple[Season, ...]]
    documents: File[tuple[RequiredDocument, ...]]
    sources: File[tuple[Source, ...]]
    codes: File[tuple[str, ...]]

    def every(self) -> tuple[File[Any], ...]:
        """Return each file once, countries first."""
        return (
            *self.countries.values(),
            self.programme,
            self.places,
            self.seasons,
            self.documents,
            self.sources,
            self.codes,
        )

    def of[R](self, kind: type[R]) -> Iterator[tuple[File[Any], Path, R]]:
        """Yield the records of one kind in all files, each with its file and path."""
        for file in self.every():
            for path, record in file.records:
                if isinstance(record, kind):
                    yield file, path, record


def read_files(folder: FilePath) -> tuple[Files, list[Problem]]:
    """Read the dataset in `folder`; the problems are those of reading and of shape."""
    problems: list[Problem] = []

    def read(path: FilePath, kind: Any) -> File[Any]:
        file, found = _read_file(path, kind)
        problems.extend(found)
        return file

    paths = sorted((folder / "countries").glob("*"))
    for stray in (path for path in paths if path.suffix != ".yml"):
        problems.append(Problem(str(stray), 1, 1, "", "this is not a country file; name it CODE.yml or move it away"))
    files = Files(
        countries={path.stem: read(path, Country) for path in paths if path.suffix == ".yml"},
        programme=read(folder / "programme.yml", Programme),
        places=read(folder / "places.yml", tuple[Place, ...]),
        seasons=read(folder / "seasons.yml", tuple[Season, ...]),
        documents=read(folder / "documents.yml", tuple[RequiredDocument, ...]),
        sources=read(folder / "sources.yml", tuple[Source, ...]),
        codes=read(folder / "codes.yml", tuple[str, ...]),
    )
    if not files.countries:
        problems.append(Problem(str(folder / "countries"), 1, 1, "", "there is no country file; add one as CODE.yml"))
    return files, problems


def _read_file(path: FilePath, kind: Any) -> tuple[File[Any], list[Problem]]:
    located, problems = read_file(path)
    if problems:
        return File(located, None), problems
    content, problems = shape(kind, located)
    return File(located, content, tuple(records(content))), problems
