"""Where the project keeps what the commands need."""

from pathlib import Path
from typing import Any

from generator.dataset import load_dataset
from generator.rules import Dataset
from generator.words import load_words

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT / "data"
SITE = PROJECT / "site"


def the_dataset(folder: Path = DATA) -> Dataset:
    """Load the facts in `folder`; raises DatasetError with every problem."""
    return load_dataset(folder)


def the_words(folder: Path = DATA) -> dict[str, dict[str, Any]]:
    """Load the words of every language in `folder`; raises DatasetError."""
    return load_words(folder)
