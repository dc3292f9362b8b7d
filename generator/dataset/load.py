"""From the folder of YAML files to the dataset that the rules use."""

from dataclasses import replace
from pathlib import Path

from generator.dataset.checks import CHECKS
from generator.dataset.files import read_files
from generator.dataset.names import country_names
from generator.dataset.problems import DatasetError
from generator.dataset.version import version_of
from generator.rules.facts import Fact
from generator.rules.model import Dataset


def load_dataset(folder: Path) -> Dataset:
    """Read and check the facts in `folder`.

    Raises DatasetError with every problem found, each with file, line and column.
    """
    files, problems = read_files(folder)
    for check in CHECKS:
        problems.extend(check(files))
    programme = files.programme.content
    if problems or programme is None:
        raise DatasetError(tuple(sorted(set(problems))))
    countries = {code: file.content for code, file in files.countries.items() if file.content}
    dataset = Dataset(
        version="",
        verified_on=min(fact.checked_on for _, _, fact in files.of(Fact) if fact.in_force.through is None),
        countries=countries,
        programme=programme,
        places={place.code: place for place in files.places.content or ()},
        seasons={season.year: season for season in files.seasons.content or ()},
        documents=files.documents.content or (),
        sources={source.id: source for source in files.sources.content or ()},
        names=country_names(files.codes.content or (), {code: country.name for code, country in countries.items()}),
    )
    return replace(dataset, version=version_of(dataset))
