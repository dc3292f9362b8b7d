"""The words of the assessment, one file a language, read from `data/words/`."""

from pathlib import Path
from typing import Any

from generator.dataset.located import read_located
from generator.dataset.problems import DatasetError

LANGUAGES = ("en", "fr")


def load_words(folder: Path) -> dict[str, dict[str, Any]]:
    """Read the words of every language in the data `folder`; raises DatasetError where a file is not plain YAML."""
    words = {}
    for lang in LANGUAGES:
        path = folder / "words" / f"{lang}.yml"
        located, problems = read_located(path.read_text(encoding="utf-8"), str(path))
        if problems:
            raise DatasetError(tuple(problems))
        words[lang] = located.value
    return words
