"""The facts of any revision, read for comparison: a check that came later does not bar an earlier revision."""

from dataclasses import dataclass
from pathlib import Path

from generator.dataset import DatasetError
from generator.dataset.files import File, Files, read_files
from generator.dataset.index import Entry, index_facts
from generator.dataset.load import rules_dataset
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
    return Known(dataset=rules_dataset(files, INVITED_ON), index=index_facts(files))


def _needed(files: Files) -> tuple[File[object], ...]:
    needed = (files.programme, files.places, files.seasons, files.documents, files.codes)
    return (*files.countries.values(), *needed)
