"""Countries as people write them in a table: code, English name or French name."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from generator.entry.fold import fold
from generator.entry.unclear import UnclearError
from generator.rules.facts import Text

_ARTICLE = re.compile(r"^(?:the|la|le|les|l) ")
_MARKS = re.compile(r"(?:[^a-z0-9]|\b(?:and|et)\b)+")
_BETWEEN = re.compile(r"\s*[;,/|+\n]\s*")
_AND = re.compile(r"\s*&\s*|\s+(?:and|et)\s+", re.IGNORECASE)
CLOSE = 0.7


class Countries:
    """Finds countries by alpha-2 code or name; `names` gives every code its names.

    `synonyms` gives codes other names, such as those of their people; one that several countries share finds none.
    """

    def __init__(self, names: Mapping[str, Text], synonyms: Mapping[str, Iterable[str]]) -> None:
        self.codes = frozenset(names)
        self.by_name = {_key(name): code for code, text in names.items() for name in (text.en, text.fr)}
        others: dict[str, set[str]] = {}
        for code, more in synonyms.items():
            for name in more:
                others.setdefault(_key(name), set()).add(code)
        for name, found in others.items():
            if len(found) == 1 and name:
                self.by_name.setdefault(name, *found)

    def read(self, text: str) -> str:
        """Return the code of a country; raises UnclearError with the nearest country, if there is one."""
        found = self._found(text)
        if found is None:
            close = get_close_matches(_key(text), self.by_name, n=1, cutoff=CLOSE)
            raise UnclearError("unknown-place", given=text, nearest=self.by_name[close[0]] if close else None)
        return found

    def read_several(self, text: str) -> list[str]:
        """Return the codes of the countries in `text`, set apart by commas and the like, "and", or spaces for codes."""
        found: list[str] = []
        for part in filter(None, _BETWEEN.split(text.strip())):
            codes = part.upper().split()
            if self._found(part) is None and all(code in self.codes for code in codes):
                found += codes
            elif self._found(part) is None and len(inner := _AND.split(part)) > 1:
                found += map(self.read, filter(None, inner))
            else:
                found.append(self.read(part))
        return found

    def _found(self, text: str) -> str | None:
        code = text.strip().upper()
        if code in self.codes:
            return code
        return next((self.by_name[form] for form in _forms(_key(text)) if form in self.by_name), None)


def _forms(key: str) -> tuple[str, ...]:
    """Return a name as it is, then as the masculine of which it may be the French feminine, as citizenships are."""
    return (key, re.sub(r"(?<=n)ne$|(?<=[a-z]{3})e$", "", key), re.sub(r"c?que$", "c", key))


def _key(name: str) -> str:
    """Return `name` as names are compared: without case, accents, marks, article and the word "and"."""
    return _ARTICLE.sub("", _MARKS.sub(" ", fold(name)).strip())
