"""The questions and the words of the checker, read from `data/`."""

from functools import cache
from pathlib import Path
from typing import Any

from generator.browser.questions import Group
from generator.dataset.problems import DatasetError
from generator.dataset.reading import read_sound
from generator.dataset.shape import shape
from generator.rules.facts import Text
from generator.rules.record import to_plain
from generator.words import LANGUAGES

NOT_LATE = ("form", "script", "offices", "countries")  # written into the page, or staged for the search of countries
type Words = dict[str, Text | Words]


@cache
def load_questions(folder: Path) -> tuple[Group, ...]:
    """Read the questions in `folder`; raises DatasetError with every problem found."""
    found: tuple[Group, ...] = _load(folder / "questions.yml", tuple[Group, ...])
    return found


@cache
def load_words(folder: Path) -> Words:
    """Read the words of the page around the questions in `folder`, each file a part; raises DatasetError."""
    return {path.stem: _load(path, Words) for path in sorted((folder / "words" / "ui").glob("*.yml"))}


def _load(path: Path, kind: Any) -> Any:
    content, problems = shape(kind, read_sound(path))
    if problems:
        raise DatasetError(tuple(problems))
    return content


def late_words(folder: Path) -> dict[str, Any]:
    """Return the words that the page says only once the rules have come, by language and part."""
    late = {part: words for part, words in load_words(folder).items() if part not in NOT_LATE}
    return {lang: in_language(late, lang) for lang in LANGUAGES}


def in_language(words: Any, lang: str) -> Any:
    """Return `words` as plain values, with each pair of English and French replaced by its text in `lang`."""
    return _pick(to_plain(words), lang)


def _pick(value: Any, lang: str) -> Any:
    if isinstance(value, list):
        return [_pick(item, lang) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"en", "fr"}:
        return value[lang]
    return {key: _pick(item, lang) for key, item in value.items()}
