"""The files of the dataset, read and held against their shapes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from generator.dataset.guide import Ageing, Claim, Organization, Point, Pool, SeasonRecord, Term, Topic
from generator.dataset.located import Located
from generator.dataset.problems import Problem
from generator.dataset.reading import read_file
from generator.dataset.shape import shape
from generator.dataset.walk import histories, records
from generator.rules.country import Country
from generator.rules.facts import Fact
from generator.rules.model import Source
from generator.rules.problems import Path
from generator.rules.programme import Place, Programme, RequiredDocument


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
    """All files of facts. Those of a folder stand under their names: countries, topics of the guide, seasons."""

    folder: FilePath
    countries: dict[str, File[Country]]
    programme: File[Programme]
    places: File[tuple[Place, ...]]
    seasons: File[tuple[SeasonRecord, ...]]
    documents: File[tuple[RequiredDocument, ...]]
    guide: dict[str, File[tuple[Point, ...]]]
    pools: dict[str, File[tuple[Pool, ...]]]
    organizations: File[tuple[Organization, ...]]
    glossary: File[tuple[Term, ...]]
    claims: File[tuple[Claim, ...]]
    ageing: File[Ageing]
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
            *self.guide.values(),
            *self.pools.values(),
            self.organizations,
            self.glossary,
            self.claims,
            self.ageing,
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

    def read_folder(name: str, kind: Any, called: str) -> dict[str, File[Any]]:
        paths = sorted((folder / name).glob("*"))
        for stray in (path for path in paths if path.suffix != ".yml"):
            problems.append(
                Problem(str(stray), 1, 1, "", f"this is not a file of facts; name it {called} or move it away")
            )
        if not any(path.suffix == ".yml" for path in paths):
            problems.append(Problem(str(folder / name), 1, 1, "", f"there is no file here; add one as {called}"))
        return {path.stem: read(path, kind) for path in paths if path.suffix == ".yml"}

    files = Files(
        folder=folder,
        countries=read_folder("countries", Country, "CODE.yml"),
        programme=read(folder / "programme.yml", Programme),
        places=read(folder / "places.yml", tuple[Place, ...]),
        seasons=read(folder / "seasons.yml", tuple[SeasonRecord, ...]),
        documents=read(folder / "documents.yml", tuple[RequiredDocument, ...]),
        guide=read_folder("guide", tuple[Point, ...], f"{Topic.PROCESS}.yml, after its topic"),
        pools=read_folder("pools", tuple[Pool, ...], "YEAR.yml"),
        organizations=read(folder / "organizations.yml", tuple[Organization, ...]),
        glossary=read(folder / "glossary.yml", tuple[Term, ...]),
        claims=read(folder / "claims.yml", tuple[Claim, ...]),
        ageing=read(folder / "ageing.yml", Ageing),
        sources=read(folder / "sources.yml", tuple[Source, ...]),
        codes=read(folder / "codes.yml", tuple[str, ...]),
    )
    return files, problems


def _read_file(path: FilePath, kind: Any) -> tuple[File[Any], list[Problem]]:
    located, problems = read_file(path)
    if problems:
        return File(located, None), problems
    content, problems = shape(kind, located)
    return File(located, content, tuple(records(content))), problems
