"""The days of a season stand in their order."""

from collections.abc import Iterator
from datetime import date

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import SeasonRecord
from generator.dataset.problems import Problem

AFTERWARDS = ("first_rounds", "profiles_until", "closed")


def _find(files: Files) -> Iterator[Problem]:
    for file, path, season in files.of(SeasonRecord):
        opened = min((row.value for row in season.pools_opened), default=date.min)
        for name in ("pools_opened", *AFTERWARDS):
            for index, row in enumerate(getattr(season, name)):
                here = (*path, name, index, "value")
                if not season.year - 1 <= row.value.year <= season.year + 1:
                    yield file.located.problem(
                        here, f"{row.value} is not a day of the {season.year} season; correct it"
                    )
                elif row.value < opened:
                    yield file.located.problem(here, f"the pools opened only on {opened}; correct one of the two days")


CHECK = Check(
    name="season-days", sentence="The days of a season lie about its year, and its pools open first.", find=_find
)
