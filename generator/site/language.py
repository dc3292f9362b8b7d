"""The phrases of one language for the pages; values are worded as in the assessment."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from babel.lists import format_list

from generator.dataset.reading import read_sound
from generator.explain.wording import Wording
from generator.rules.facts import Text
from generator.rules.kinds import Category
from generator.rules.model import Dataset

LANGUAGES = ("en", "fr")
ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
LOCALES = {"en": "en_CA", "fr": "fr_CA"}


class PhraseError(Exception):
    """A page asks for a phrase that its language does not have, or a phrase for a value that it is not given."""


class Language:
    """One language of the site: `say` gives its phrases, the other methods write values in its manner."""

    def __init__(self, code: str, phrases: Mapping[str, Any], wording: Wording) -> None:
        self.code, self.wording = code, wording
        self.locale = LOCALES[code]
        self.phrases = flatten(phrases)

    def say(self, key: str | Enum, /, n: int | None = None, **values: object) -> str:
        """Return the phrase `key` with `values` put in; `n` chooses between its forms `one` and `other`.

        Raises PhraseError where the language has no such phrase, or the phrase no such value.
        """
        name = str(key.value if isinstance(key, Enum) else key)
        if n is not None and f"{name}.other" in self.phrases:
            name += ".one" if self.is_one(n) else ".other"
        if name not in self.phrases:
            raise PhraseError(f"content/{self.code}/phrases.yml: the phrase {name} is missing; add it")
        numbers = {} if n is None else {"n": self.number(n)}
        try:
            return self.phrases[name].format(**numbers, **values)
        except (KeyError, ValueError, IndexError) as error:
            raise PhraseError(
                f"content/{self.code}/phrases.yml: the phrase {name} has a placeholder that nothing fills; correct it"
            ) from error

    def has(self, key: str) -> bool:
        """Tell whether there is a phrase `key`."""
        return key in self.phrases

    def is_one(self, n: int) -> bool:
        """Tell whether `n` takes the singular; in French zero does too."""
        return n == 1 or (self.code == "fr" and n == 0)

    def number(self, value: float) -> str:
        """Write a number."""
        return self.wording.grouped(value)

    def months(self, n: int) -> str:
        """Write a length in months."""
        return self.wording.months(n)

    def day(self, day: date) -> str:
        """Write a day in words."""
        return self.wording.day(day)

    def money(self, dollars: float) -> str:
        """Write an amount in Canadian dollars."""
        return self.wording.money(dollars)

    def category(self, category: Category) -> str:
        """Return the official name of a category."""
        return self.wording.value("category", category)

    def country(self, code: str) -> str:
        """Return the name of a country."""
        return self.wording.country(code)

    def inside(self, code: str) -> str:
        """Return a country after the preposition of place."""
        return self.wording.country_form(code, "in")

    def any_of(self, items: Iterable[str]) -> str:
        """Join `items` with commas and "or"."""
        return self.wording.listed(items)

    def all_of(self, items: Iterable[str]) -> str:
        """Join `items` with commas and "and"."""
        return str(format_list(list(items), locale=self.locale))

    def text(self, text: Text) -> str:
        """Return the words of `text` in this language, days in ISO form written out."""
        return self.dated(getattr(text, self.code))

    def dated(self, text: str) -> str:
        """Return `text` with days in ISO form written out."""
        return ISO_DAY.sub(lambda found: self.day(date.fromisoformat(found[0])), text)

    def sorting(self, name: str) -> str:
        """Return the key under which `name` is sorted: accents and case do not count."""
        return "".join(part for part in unicodedata.normalize("NFKD", name) if part.isalnum() or part == " ").casefold()


def flatten(phrases: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Turn nested phrases into one level, with dotted keys."""
    flat: dict[str, str] = {}
    for key, value in phrases.items():
        if isinstance(value, Mapping):
            flat |= flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat


def load_language(code: str, content: Path, dataset: Dataset, words: Mapping[str, Any]) -> Language:
    """Read the phrases of the language `code` from the folder of hand-written pages.

    `words` are those of the assessment, by language. Raises DatasetError where the file is not plain YAML.
    """
    phrases = read_sound(content / code / "phrases.yml").value
    return Language(code, phrases, Wording(dataset, words[code], code))
