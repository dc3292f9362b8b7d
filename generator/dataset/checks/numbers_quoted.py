"""A number of a country or of the programme can be compared with the words of its source."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.country import Ages
from generator.rules.facts import Fact, Status


def _find(files: Files) -> Iterator[Problem]:
    for file in (*files.countries.values(), files.programme):
        for path, fact in file.records:
            if isinstance(fact, Fact) and _rests_on_words(fact) and not _explained(fact):
                message = (
                    "no source says this number; add `quote:` with its words to a source, "
                    "or a `note:` that says where the number comes from"
                )
                yield file.located.problem((*path, "sources"), message)


def _rests_on_words(fact: Fact[object]) -> bool:
    is_number = isinstance(fact.value, Ages | int | float) and not isinstance(fact.value, bool)
    return is_number and fact.value != 0 and fact.status is not Status.UNVERIFIED


def _explained(fact: Fact[object]) -> bool:
    return fact.note is not None or any(source.quote for source in fact.sources)


CHECK = Check(
    name="numbers-quoted",
    sentence="An age, a length or an amount of a country or the programme has a quote, or a note that explains it.",
    find=_find,
)
