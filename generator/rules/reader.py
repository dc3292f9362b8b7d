"""Reads plain values (text, numbers, lists, mappings) one by one, and collects what is wrong with them."""

import re
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from generator.rules.problems import Path, Problem

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?Z")

type Read = Callable[[Any, Path], Any]


class Reader:
    """Reads values of one document and collects what is wrong with them; a refused value reads as absent."""

    def __init__(self, country_codes: Collection[str]) -> None:
        self.country_codes = country_codes
        self.problems: list[Problem] = []

    def refuse(self, path: Path, code: str, **values: Any) -> Any:
        """Note a problem; returns None, which is how a refused value reads on."""
        self.problems.append(Problem(steps=path, code=code, values=values))
        return None

    def mapping(self, known: dict[str, Read], make: Callable[..., Any]) -> Read:
        """Return how to read a mapping of the `known` keys into what `make` makes."""

        def read(value: Any, path: Path) -> Any:
            if not isinstance(value, dict):
                return self.refuse(path, "not-a-mapping", given=value)
            given = {}
            for key, item in value.items():
                inner = (*path, key)
                if key not in known:
                    self.refuse(inner, "unknown-key", given=key, expected=list(known))
                elif item is not None and (answer := known[key](item, inner)) is not None:
                    given[key] = answer
            return make(**given)

        return read

    def several(self, read_item: Read) -> Read:
        """Return how to read a list of items."""

        def read(value: Any, path: Path) -> Any:
            if not isinstance(value, list):
                return self.refuse(path, "not-a-list", given=value)
            return tuple(read_item(item, (*path, index)) for index, item in enumerate(value))

        return read

    def countries(self, value: Any, path: Path) -> Any:
        """Read a list of countries that names at least one; naming one twice counts once."""
        if value == []:
            return self.refuse(path, "empty")
        found = self.several(self.country)(value, path)
        return found and tuple(dict.fromkeys(found))

    def country(self, value: Any, path: Path) -> Any:
        """Read a country by its ISO 3166-1 alpha-2 code."""
        if not isinstance(value, str):
            return self.refuse(path, "not-a-country", given=value)
        return value if value in self.country_codes else self.refuse(path, "unknown-country", given=value)

    def choice(self, kind: type[StrEnum], code: str = "unknown-choice") -> Read:
        """Return how to read one of the values of `kind`; `code` names the problem with any other."""

        def read(value: Any, path: Path) -> Any:
            if isinstance(value, str) and value in kind:
                return kind(value)
            return self.refuse(path, code, given=value, expected=[item.value for item in kind])

        return read

    def text(self, value: Any, path: Path) -> Any:
        """Read text."""
        whole = isinstance(value, str) and not any("\ud800" <= character <= "\udfff" for character in value)
        return value if whole else self.refuse(path, "not-text", given=value)

    def boolean(self, value: Any, path: Path) -> Any:
        """Read true or false."""
        return value if isinstance(value, bool) else self.refuse(path, "not-a-boolean", given=value)

    def integer(self, least: int, most: int) -> Read:
        """Return how to read a whole number in a range, both ends included."""

        def read(value: Any, path: Path) -> Any:
            if isinstance(value, bool) or not isinstance(value, int):
                return self.refuse(path, "not-an-integer", given=value, least=least, most=most)
            return self._in_range(value, path, least, most)

        return read

    def number(self, least: int, most: int) -> Read:
        """Return how to read a number in a range, both ends included."""

        def read(value: Any, path: Path) -> Any:
            if isinstance(value, bool) or not isinstance(value, int | float):
                return self.refuse(path, "not-a-number", given=value, least=least, most=most)
            return self._in_range(value, path, least, most)

        return read

    def _in_range(self, value: float, path: Path, least: int, most: int) -> Any:
        return (
            value if least <= value <= most else self.refuse(path, "out-of-range", given=value, least=least, most=most)
        )

    def day(self, value: Any, path: Path) -> Any:
        """Read a day, written YYYY-MM-DD."""
        if not isinstance(value, str) or not _DATE.fullmatch(value):
            return self.refuse(path, "not-a-date", given=value)
        try:
            return date.fromisoformat(value)
        except ValueError:
            return self.refuse(path, "impossible-date", given=value)

    def instant(self, value: Any, path: Path) -> Any:
        """Read a moment in UTC, written with Z."""
        if not isinstance(value, str) or not _INSTANT.fullmatch(value):
            return self.refuse(path, "not-an-instant", given=value)
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except ValueError:
            return self.refuse(path, "impossible-instant", given=value)
