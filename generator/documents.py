"""Applicant documents: YAML or JSON in, plain values with the place of each out."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.dataset.located import DEEPEST, TOO_DEEP, Located, read_located
from generator.dataset.problems import Problem
from generator.rules.problems import Path

_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")  # YAML has no word for it
JSON_OPENINGS = ("{", "[")
LONGEST_NUMBER = 300  # digits; more overflow the largest decimal


class UnreadableError(ValueError):
    """A document that is neither YAML nor JSON; `problems` says where and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Document:
    """A document as plain values; where each of them stands is looked up only when something is wrong."""

    value: Any
    locate: Callable[[], Located]

    def problem(self, steps: Path, message: str, *, at_key: bool = False) -> Problem:
        """Place `message` at the answer at the end of `steps`, or at its name."""
        return self._located.problem(steps, message, at_key=at_key)

    @cached_property
    def _located(self) -> Located:
        return self.locate()


def decode(data: bytes, file: str) -> str:
    """Return the text of a document, with or without byte order mark; raises UnreadableError if it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        raise UnreadableError(
            (Problem(file, line, column, "", "this is not UTF-8 text; save it as UTF-8", "not-utf8"),)
        ) from error


def read_document(text: str, file: str) -> Document:
    """Read one applicant from `text`; `file` names it in problems. JSON is read as JSON, all else as YAML.

    Raises UnreadableError where the text is neither, or repeats a key.
    """
    not_json = None
    if file.endswith(".json") or text.lstrip().startswith(JSON_OPENINGS):
        try:
            return read_json(text, file)
        except UnreadableError as error:
            if file.endswith(".json") or any(problem.path for problem in error.problems):
                raise
            not_json = error
    located, problems = read_located(text, file)
    if problems:
        raise not_json or UnreadableError(tuple(sorted(problems)))
    return Document(located.value, lambda: located)


def read_json(text: str, file: str) -> Document:
    """Read one applicant from JSON; raises UnreadableError where it is not JSON, or repeats a key."""
    repeated: list[Path] = []
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_int=_whole_number)
        plain = _plain(value, (), repeated)
    except json.JSONDecodeError as error:
        message = f"this is not JSON ({error.msg}); correct it here"
        problem = Problem(file, error.lineno, error.colno, "", message, "not-json", error.msg)
        raise UnreadableError((problem,)) from error
    except RecursionError as error:
        problem = Problem(file, 1, 1, "", f"{TOO_DEEP}; write a flat document", "too-deep")
        raise UnreadableError((problem,)) from error
    if repeated:
        raise UnreadableError(_placed(repeated, text, file))
    return Document(plain, lambda: _read_places(text, file)[0])


def _read_places(text: str, file: str) -> tuple[Located, list[Problem]]:
    """Let the YAML reader find the places and the repeated keys: JSON is YAML but for tabs between the values."""
    return read_located(_HALF_CHARACTER.sub(r"\\ufffd", text.replace("\t", " ")), file)


def _placed(repeated: list[Path], text: str, file: str) -> tuple[Problem, ...]:
    located, found = _read_places(text, file)
    message = "this key stands twice; keep one of the two"
    nearest = [located.problem(path, message, at_key=True) for path in repeated]
    return tuple(problem for problem in found if problem.path) or tuple(
        replace(problem, code="repeated-key", given=str(problem.line)) for problem in nearest
    )


class _Pairs(list[tuple[str, Any]]):
    """The keys and values of a JSON object as they stand, repeated keys included."""


def _plain(value: Any, path: Path, repeated: list[Path]) -> Any:
    if len(path) > DEEPEST:
        raise RecursionError
    if isinstance(value, _Pairs):
        made: dict[str, Any] = {}
        for key, item in value:
            if key in made:
                repeated.append((*path, key))
            made[key] = _plain(item, (*path, key), repeated)
        return made
    if isinstance(value, list):
        return [_plain(item, (*path, index), repeated) for index, item in enumerate(value)]
    return value


def _whole_number(digits: str) -> float:
    """Read a whole number; one that is longer than any answer becomes a decimal, which no answer takes for whole."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else float(digits)
