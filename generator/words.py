"""The words of the assessment, one file a language, read from `data/words/`."""

from functools import cache
from pathlib import Path
from typing import Any

from generator.dataset.reading import read_sound

LANGUAGES = ("en", "fr")


@cache
def load_words(folder: Path) -> dict[str, dict[str, Any]]:
    """Read the words of every language in the data `folder`; raises DatasetError where a file is not plain YAML."""
    return {lang: read_sound(folder / "words" / f"{lang}.yml").value for lang in LANGUAGES}
