"""From the folder of YAML files to the facts that the rules, the pages and the commands use."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.dataset.checks import CHECKS
from generator.dataset.files import File, Files, read_files
from generator.dataset.guide import Topic
from generator.dataset.index import index_facts
from generator.dataset.knowledge import Knowledge
from generator.dataset.names import country_names
from generator.dataset.problems import DatasetError
from generator.dataset.version import version_of
from generator.dataset.walk import records
from generator.rules.facts import Fact, SourceReference
from generator.rules.model import Dataset


def load_dataset(folder: Path) -> Dataset:
    """Read and check the facts in `folder` and return those of the rules.

    Raises DatasetError with every problem found, each with file, line and column.
    """
    return load_knowledge(folder).dataset


def load_knowledge(folder: Path) -> Knowledge:
    """Read and check the facts in `folder`.

    Raises DatasetError with every problem found, each with file, line and column.
    """
    files, problems = read_files(folder)
    for check in CHECKS:
        problems.extend(check(files))
    if problems:
        raise DatasetError(tuple(sorted(set(problems))))
    return Knowledge(
        folder=folder,
        dataset=_dataset(files),
        guide={Topic(name): _content(file) for name, file in files.guide.items()},
        pools={int(season): _content(file) for season, file in files.pools.items()},
        seasons={season.year: season for season in _content(files.seasons)},
        organizations=_content(files.organizations),
        terms=_content(files.glossary),
        claims=_content(files.claims),
        ageing=_content(files.ageing),
        sources={source.id: source for source in _content(files.sources)},
        index=index_facts(files),
    )


def _dataset(files: Files) -> Dataset:
    verified_on = min(fact.checked_on for _, _, fact in files.of(Fact) if fact.in_force.last_day is None)
    bare = rules_dataset(files, verified_on)
    named = set(_sources_named(bare))
    sources = {source.id: source for source in _content(files.sources) if source.id in named}
    dataset = replace(bare, sources=sources)
    return replace(dataset, version=version_of(dataset))


def rules_dataset(files: Files, verified_on: date) -> Dataset:
    """Return what the rules use of `files`, without version and sources; every file that it needs must be read."""
    countries = {code: _content(file) for code, file in files.countries.items()}
    seasons = [season for record in _content(files.seasons) if (season := record.for_rules())]
    return Dataset(
        version="",
        verified_on=verified_on,
        countries=countries,
        programme=_content(files.programme),
        places={place.code: place for place in _content(files.places)},
        seasons={season.year: season for season in seasons},
        documents=_content(files.documents),
        sources={},
        names=country_names(_content(files.codes), {code: country.name for code, country in countries.items()}),
    )


def _sources_named(dataset: Dataset) -> Iterator[str]:
    for _, found in records(dataset):
        if isinstance(found, SourceReference):
            yield found.id


def _content[T](file: File[T]) -> T:
    """Return what a file holds; it is there once no problem was found."""
    if file.content is None:
        raise ValueError(f"{file.located.file} was not read")
    return file.content
