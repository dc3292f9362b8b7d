"""Seasons are named after years of the programme."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import SeasonRecord
from generator.dataset.problems import Problem
from generator.rules.country import Legacy
from generator.rules.reading import SEASONS


def _find(files: Files) -> Iterator[Problem]:
    first, last = SEASONS
    for file, path, season in files.of(SeasonRecord):
        if not first <= season.year <= last:
            yield file.located.problem((*path, "year"), f"{season.year} is no season; write a year, as 2026")
    for file, path, legacy in files.of(Legacy):
        if not first <= legacy.before_season <= last:
            message = f"{legacy.before_season} is no season; write a year, as 2015"
            yield file.located.problem((*path, "before_season"), message)


CHECK = Check(name="years-possible", sentence="A season is named after a year that it can have.", find=_find)
