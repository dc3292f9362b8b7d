"""The answers of an applicant by their paths, each with its kind, as the rules' own model has them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import EllipsisType, NoneType
from typing import Any, get_args, get_origin, get_type_hints

from generator.rules.applicant import Applicant
from generator.rules.problems import Path


@cache
def answer_kinds() -> Mapping[str, Any]:
    """Return the kind of every answer by its dotted path without places in lists, in the order of the contract.

    A kind is a type such as `date`, `bool` or an enum; `tuple[str, ...]` where several texts are one answer.
    """
    return dict(_kinds(Applicant, ""))


@cache
def listed_answers() -> tuple[str, ...]:
    """Return the names of the answers that are lists of rows, such as `passports`."""
    hints = get_type_hints(Applicant)
    return tuple(
        field.name
        for field in fields(Applicant)
        if any(get_origin(part) is tuple and is_dataclass(get_args(part)[0]) for part in get_args(hints[field.name]))
    )


def path_of(steps: Path) -> str:
    """Return the dotted path of `steps` without places in lists."""
    return ".".join(step for step in steps if isinstance(step, str))


def _kinds(kind: Any, before: str) -> Iterator[tuple[str, Any]]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        found = next(part for part in _parts(hints[field.name]) if part is not NoneType)
        inner = get_args(found)[0] if get_origin(found) is tuple else found
        if is_dataclass(inner):
            yield from _kinds(inner, f"{before}{field.name}.")
        else:
            yield before + field.name, found


def _parts(hint: Any) -> tuple[Any, ...]:
    """Return the parts of a union, else `hint` alone."""
    parts = get_args(hint)
    return parts if parts and EllipsisType not in map(type, parts) else (hint,)
