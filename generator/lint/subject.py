"""What the linters look at: the facts, the words, the pages, and the day."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.dataset.files import Files, read_files
from generator.dataset.located import Located
from generator.dataset.problems import Problem
from generator.dataset.reading import read_file
from generator.lint.code import names_in
from generator.lint.page import Page, read_page
from generator.rules.problems import Path as Steps

LANGUAGES = ("en", "fr")
OTHER = {"en": "fr", "fr": "en"}
NAMES = {"en": "English", "fr": "French"}
PACKAGE = Path(__file__).parents[1]
# Records name every fact and use none.
RECORDS = frozenset({PACKAGE / "rules" / "programme.py", PACKAGE / "rules" / "country.py"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Everything that is checked, as of a day.

    `words` and `phrases` stand under their language, `bilingual` holds both languages side by side; `pages` are the
    hand-written ones of each language under their path. `openings` is the first line of each file of facts;
    `in_rules` and `in_site` are the names that the source of the rules and of the pages uses.
    """

    files: Files
    day: date
    openings: dict[str, str]
    words: dict[str, Located]
    phrases: dict[str, Located]
    bilingual: tuple[Located, ...]
    pages: dict[str, dict[str, Page]]
    templates: tuple[Page, ...]
    in_rules: frozenset[str]
    in_site: frozenset[str]

    def shown_in(self, lang: str) -> tuple[Page, ...]:
        """Return what makes the pages of one language: those written in it, and the templates."""
        return (*self.pages[lang].values(), *self.templates)


def read_subject(folder: Path, content: Path, day: date) -> tuple[Subject, list[Problem]]:
    """Read the facts and words in `folder` and the pages in `content`; the problems are those of reading."""
    files, problems = read_files(folder)

    def located(path: Path) -> Located:
        found, wrong = read_file(path)
        problems.extend(wrong)
        return found

    def page(path: Path) -> Page:
        found, wrong = read_page(path)
        problems.extend(wrong)
        return found

    subject = Subject(
        files=files,
        day=day,
        openings=dict(_openings(files)),
        words={lang: located(folder / "words" / f"{lang}.yml") for lang in LANGUAGES},
        phrases={lang: located(content / lang / "phrases.yml") for lang in LANGUAGES},
        bilingual=tuple(map(located, (folder / "questions.yml", *sorted((folder / "words" / "ui").glob("*.yml"))))),
        pages={
            lang: {path.relative_to(content / lang).as_posix(): page(path) for path in _pages(content / lang)}
            for lang in LANGUAGES
        },
        templates=_templates(),
        in_rules=names_in(PACKAGE / "rules", without=RECORDS),
        in_site=names_in(PACKAGE / "site"),
    )
    return subject, problems


def scalars(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Yield every text in plain values, with its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from scalars(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from scalars(item, (*path, index))
    elif isinstance(value, str):
        yield path, value


@cache
def _templates() -> tuple[Page, ...]:
    return tuple(read_page(path)[0] for path in sorted((PACKAGE / "site" / "templates").rglob("*.j2")))


def _pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.md"))


def _openings(files: Files) -> Iterator[tuple[str, str]]:
    for file in files.every():
        with suppress(OSError, UnicodeDecodeError):  # told where the file is read
            yield file.located.file, Path(file.located.file).read_text(encoding="utf-8").partition("\n")[0]
