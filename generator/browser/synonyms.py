"""Other names of countries that people type: in both languages, in the country's own, of its people, and codes."""

import json
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError
from babel.languages import get_official_languages

from generator.browser.errors import StagingError
from generator.browser.words import load_words
from generator.rules.model import Dataset
from generator.words import LANGUAGES


def synonyms(dataset: Dataset, data: Path, modules: Path) -> dict[str, list[str]]:
    """Return by code the names of every country that a reader may type instead of the one on the page.

    They come from the npm packages i18n-iso-countries and i18n-nationality in `modules`, from Unicode's CLDR, and
    from `data`. Raises StagingError where a package is missing.
    """
    named = {lang: _read(modules / "i18n-iso-countries" / "langs" / f"{lang}.json")["countries"] for lang in LANGUAGES}
    people = {
        lang: _read(modules / "i18n-nationality" / "langs" / f"{lang}.json")["nationalities"] for lang in LANGUAGES
    }
    codes = {two: three for two, three, *_ in _read(modules / "i18n-iso-countries" / "codes.json")}
    also: Any = load_words(data)["countries"]
    found: dict[str, list[str]] = {}
    for code, name in sorted(dataset.names.items()):
        names = [name.en, name.fr]
        for lang in LANGUAGES:
            names += _listed(named[lang].get(code))
            names += _listed(people[lang].get(code))
            names += getattr(also[code], lang).split(", ") if code in also else []
        names += [*_in_its_languages(code), codes.get(code, "")]
        # Names such as "Korea, Republic of" are for sorting.
        found[code] = list(dict.fromkeys(name for name in names if name and "," not in name))
    return found


def _listed(names: Any) -> list[str]:
    """Return one name or several as a list."""
    return [names] if isinstance(names, str) else list(names or ())


def _in_its_languages(code: str) -> list[str]:
    names = []
    for language in get_official_languages(code, regional=True, de_facto=True):
        try:
            names.append(Locale.parse(language).territories.get(code))
        except UnknownLocaleError:
            continue
    return [name for name in names if name]


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise StagingError(f"{path} is missing; run `npm ci` to install it") from error
