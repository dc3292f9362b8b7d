"""What is wrong with a document, in words."""

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any

from generator.explain.wording import Wording, Words
from generator.rules.model import Dataset
from generator.rules.problems import DocumentError, Problem, legible

HUGE = 10**12
NAMING = ("unknown-place", "table-no-columns", "column-left-out")  # they may know what was meant


def describe_problem(problem: Problem, dataset: Dataset, words: Words, lang: str) -> str:
    """Return one clause: what is wrong; what to write instead."""
    wording = Wording(dataset, words, lang)
    values = {name: _shown(value) for name, value in problem.values.items()}
    said = words["problems"]
    if problem.code == "unknown-key":
        values["suggestion"] = _suggestion(problem.values, said)
    if problem.code == "facts-not-known":
        values["known"] = _known(problem.values, wording)
    if problem.code in NAMING:
        values["suggestion"] = _nearest(problem.values, said, wording)
    if problem.code == "no-such-day":
        values["written"] = wording.written_day(*(problem.values[part] for part in ("year", "month", "day")))
    return wording.sentence(said[problem.code], values)


def told_problems(error: DocumentError, dataset: Dataset, words: Words, lang: str) -> list[dict[str, str]]:
    """Return every problem of a refused document as plain values: path, code, message."""
    return [
        {"path": problem.path, "code": problem.code, "message": describe_problem(problem, dataset, words, lang)}
        for problem in error.problems
    ]


def _suggestion(values: dict[str, Any], said: Words) -> str:
    expected: Sequence[str] = values["expected"]
    close = get_close_matches(str(values["given"]), expected, n=1)
    if close:
        return str(said["suggestion"].format(name=close[0]))
    return str(said["known-names"].format(names=", ".join(expected)))


def _nearest(values: dict[str, Any], said: Words, wording: Wording) -> str:
    """Return the question whether the nearest name was meant, nothing where no name is near."""
    name = wording.country(values["nearest"]) if values.get("nearest") else values.get("name")
    return str(said["suggestion"].format(name=name)) if name else ""


def _known(values: dict[str, Any], wording: Wording) -> str:
    """Say for which days the facts are known, those before the day asked for if there are any."""
    said = wording.words["problems"]
    for day, key in (("last_day", "facts-known-through"), ("first_day", "facts-known-from")):
        if values[day]:
            return wording.sentence(said[key], values)
    return str(said["facts-never-known"])


def _shown(value: Any) -> Any:
    """Return a value as it may stand in a sentence: days and numbers as they are, all else made legible."""
    if isinstance(value, date) or (isinstance(value, int) and not isinstance(value, bool) and abs(value) < HUGE):
        return value
    if isinstance(value, list):
        return ", ".join(map(legible, value))
    return legible(value)
