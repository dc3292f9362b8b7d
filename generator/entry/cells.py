"""One cell of a table into one value of the contract."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import EnumType
from typing import Any

from generator.entry.choices import Choices, is_none, read_boolean
from generator.entry.countries import Countries
from generator.entry.fold import fold
from generator.entry.unclear import UnclearError
from generator.explain.wording import Words
from generator.rules.model import Dataset

EXAMPLE = 2500
_GROUPED = re.compile(r"([0-9]{1,3})((?:[ ,.'][0-9]{3})+)")
_DECIMAL = re.compile(r"([0-9]+)(?:[.,]([0-9]{1,2}))?")
_BESIDE = re.compile(r"cad|ca\$|\$ ?ca|\$|teer|feer")


class Cells:
    """Reads cells by the kind of answer that their column holds.

    `words` are those of every language; `synonyms` are other names of countries, see Countries.
    """

    def __init__(self, dataset: Dataset, words: Mapping[str, Words], synonyms: Mapping[str, Iterable[str]]) -> None:
        self.countries, self.choices = Countries(dataset.names, synonyms), Choices(words)

    def read(self, path: str, kind: Any, text: str) -> Any:
        """Return the value of a cell that is not blank; days stay text. Raises UnclearError."""
        if path == "reference" or kind in (date, datetime):
            return text.strip()
        if kind is list:
            return _no_rows(text)
        if kind is bool:
            return read_boolean(text)
        if kind in (int, float):
            return _number(text, whole=kind is int)
        if isinstance(kind, EnumType):
            return self.choices.read(kind, text)  # type: ignore[arg-type] # the closed sets are texts
        return self.countries.read(text) if kind is str else self.countries.read_several(text)


def _no_rows(text: str) -> list[Any] | None:
    """Read that there are no rows; yes or a number leaves them to their own columns."""
    if is_none(text):
        return []
    if text.strip().isdecimal() or read_boolean(text):
        return None
    raise UnclearError("unknown-answer", given=text)


def _number(text: str, *, whole: bool) -> float:
    """Read a number as people write amounts: with groups, decimals and the name of the currency."""
    plain = _BESIDE.sub("", fold(text)).strip()
    if grouped := _GROUPED.fullmatch(plain):
        return int(re.sub("[^0-9]", "", grouped[0]))
    plain = re.sub(r"[ '](?=[0-9]{3}(?:\D|$))|[,.](?=[0-9]{3}[,.][0-9]{1,2}$)", "", plain)
    found = _DECIMAL.fullmatch(plain)
    cents = int(found[2] or 0) if found else 0
    if found is None or len(found[1]) > 12 or (whole and cents):
        raise UnclearError("unreadable-number", given=text, example=EXAMPLE)
    return float(f"{found[1]}.{found[2]}") if cents else int(found[1])
