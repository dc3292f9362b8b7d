"""The applicant of every run: the German student of the first worked case, whose answers a link carries."""

from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlencode

from tests.applicants import worked_cases

NOT_TYPED = ("assessed_on", "reference")  # the day is the reader's own
NONE = "none"


@cache
def the_applicant() -> dict[str, Any]:
    """Return the applicant's document, with what the form takes for granted."""
    case = worked_cases()[0]["applicant"]
    passports = [{"kind": "ordinary", **passport} for passport in case["passports"]]
    return {name: value for name, value in case.items() if name not in NOT_TYPED} | {"passports": passports}


def fragment(document: dict[str, Any]) -> str:
    """Return the part of a link that fills these answers into the checker."""
    return urlencode([("v", "1"), *leaves(document, "")], safe=",:")


def leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield each answer in a document with its dotted path, as links and tables write it."""
    match value:
        case None:
            return
        case dict():
            for name, item in value.items():
                yield from leaves(item, f"{path}.{name}" if path else name)
        case [dict(), *_]:
            for number, item in enumerate(value):
                yield from leaves(item, f"{path}.{number}")
        case list():
            yield path, ",".join(value) or NONE
        case bool():
            yield path, "yes" if value else "no"
        case _:
            yield path, str(value)
