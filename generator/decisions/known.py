"""The facts of any revision, read for comparison: a check that came later does not bar an earlier revision."""

from dataclasses import dataclass
from pathlib import Path

from generator.dataset import DatasetError
from generator.dataset.files import File, Files, read_files
from generator.dataset.index import Entry, index_facts
from generator.dataset.names import country_names
from generator.decisions.situations import INVITED_ON
from generator.rules.model import Dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the rules use of one revision, and every fact of it by its id."""

    dataset: Dataset
    index: dict[str, Entry]


def read_known(folder: Path) -> Known:
    """Read the facts in `folder` without checking them.

    Raises DatasetError where a file that the rules need is missing or no longer has the shape of today.
    """
    files, problems = read_files(folder)
    if any(file.content is None for file in _needed(files)) or not files.countries:
        raise DatasetError(tuple(sorted(set(problems))))
    return Known(dataset=_dataset(files), index=index_facts(files))


def _needed(files: Files) -> tuple[File[object], ...]:
    needed = (files.programme, files.places, files.seasons, files.documents, files.codes)
    return (*files.countries.values(), *needed)


def _dataset(files: Files) -> Dataset:
    countries = {code: file.content for code, file in files.countries.items() if file.content}
    seasons = [season for record in files.seasons.content or () if (season := record.for_rules())]
    programme = files.programme.content
    if programme is None:
        raise ValueError("the programme was not read")
    return Dataset(
        version="",
        verified_on=INVITED_ON,
        countries=countries,
        programme=programme,
        places={place.code: place for place in files.places.content or ()},
        seasons={season.year: season for season in seasons},
        documents=files.documents.content or (),
        sources={},
        names=country_names(files.codes.content or (), {code: country.name for code, country in countries.items()}),
    )
