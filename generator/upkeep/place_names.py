"""Which country or territory a name means: our names, those of the Unicode CLDR, those that IRCC also uses."""

from collections.abc import Mapping

from babel import Locale

from generator.rules.facts import Text
from generator.upkeep.plain import bare

# Names that IRCC uses and CLDR does not: on the page of the agreements, its French twin and in the feed of the rounds.
_OTHERS = {
    "Corée, République": "KR",
    "Corée, République de": "KR",
    "Czech Republic": "CZ",
    "Great Britain": "GB",
    "Hong Kong": "HK",
    "Hong Kong SAR": "HK",
    "Hong Kong Special Administrative Region": "HK",
    "Korea, Rep.": "KR",
    "Korea, Republic": "KR",
    "Korea, Republic of": "KR",
    "Latvia, Republic": "LV",
    "RAS de Hong Kong": "HK",
    "Republic of Korea": "KR",
    "République de Corée": "KR",
    "République de Saint-Marin": "SM",
    "République slovaque": "SK",
    "République tchèque": "CZ",
    "Slovak Republic": "SK",
    "Taïwan": "TW",
    "U.K.": "GB",
    "UK": "GB",
}
_ARTICLES = ("the ", "la ", "le ", "les ", "l ")


class PlaceNames:
    """Finds the ISO 3166-1 alpha-2 code that a name means; spelling, accents and articles do not matter."""

    def __init__(self, names: Mapping[str, Text]) -> None:
        self._codes = {bare(name): code for name, code in _OTHERS.items()}
        for language in ("en", "fr"):
            territories = Locale(language).territories
            self._codes |= {bare(territories[code]): code for code in names if code in territories}
        for code, name in names.items():
            self._codes |= {bare(name.en): code, bare(name.fr): code}
        self._longest = max(len(name.split()) for name in self._codes)

    def code(self, text: str) -> str | None:
        """Return the code where `text` is a name and nothing else, or a name and another for the same place."""
        words = bare(text)
        for article in _ARTICLES:
            words = words.removeprefix(article)
        if words in self._codes:
            return self._codes[words]
        parts = [part for part in text.replace(")", "(").split("(") if part.strip()]
        if len(parts) > 1:
            codes = {self.code(part) for part in parts}
            return codes.pop() if len(codes) == 1 else None
        return None

    def within(self, text: str) -> set[str]:
        """Return the codes of all names that stand in `text`; a longer name hides the shorter ones in it."""
        words = bare(text).split()
        found, at = set(), 0
        while at < len(words):
            for length in range(min(self._longest, len(words) - at), 0, -1):
                if code := self._codes.get(" ".join(words[at : at + length])):
                    found.add(code)
                    at += length - 1
                    break
            at += 1
        return found

    def words_of(self, code: str) -> set[str]:
        """Return every word of every name of a place."""
        return {word for name, owner in self._codes.items() if owner == code for word in name.split()}
