"""A number and the quote that proves it say the same."""

import re
from collections.abc import Iterator
from datetime import date

from generator.dataset.checks.check import Check
from generator.dataset.problems import Problem
from generator.lint.subject import Subject
from generator.rules.country import Ages, Participations
from generator.rules.facts import Fact

NUMBER = re.compile(r"[0-9]+(?:[, \u00a0\u202f][0-9]{3}(?![0-9]))*(?:[.,][0-9]+)?")
GROUPING = re.compile(r"[, \u00a0\u202f](?=[0-9]{3}(?![0-9]))")


def _find(subject: Subject) -> Iterator[Problem]:
    for file, path, fact in subject.files.of(Fact):
        said = {number for source in fact.sources for number in numbers_in(source.quote or "")}
        if said and (others := [key for key, number in _numbers(fact.value) if number not in said]):
            shown = ", ".join(f"{number:g}" for number in sorted(said))
            message = f"the quote holds other numbers ({shown}); correct the value, or quote the words that say it"
            yield file.located.problem((*path, "value", *others[0]), message)


def numbers_in(quote: str) -> set[float]:
    """Return the numbers in `quote`, written the English or the French way."""
    return {float(GROUPING.sub("", found).replace(",", ".")) for found in NUMBER.findall(quote)}


def _numbers(value: object) -> Iterator[tuple[tuple[str, ...], float]]:
    if isinstance(value, Ages):
        yield ("minimum",), value.minimum
        yield ("maximum",), value.maximum
    elif isinstance(value, date):
        yield (), value.day
    elif isinstance(value, Participations):
        yield ("total",), value.total
    elif isinstance(value, int | float):
        yield (), value


CHECK = Check(
    name="quote-agrees", sentence="Where the quotes of a number or a day hold numbers, it is one of them.", find=_find
)
