"""A number of a pool is what was read on one day."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.checks.pool_seasons import YEAR
from generator.dataset.files import File, Files
from generator.dataset.guide import POOL_FACTS, Pool
from generator.dataset.problems import Problem
from generator.rules.facts import Fact


def _find(files: Files) -> Iterator[Problem]:
    for file, path, pool in files.of(Pool):
        for name in POOL_FACTS:
            for index, row in enumerate(getattr(pool, name)):
                period = row.in_force
                if period.since or period.through or period.known_since != period.known_through:
                    message = "a reading holds for its day only; write `{known_since: DAY, known_through: DAY}`"
                    yield file.located.problem((*path, name, index, "in_force"), message)
    for season, pools in files.pools.items():
        if YEAR.fullmatch(season):
            yield from _of_another_year(pools, int(season))


def _of_another_year(pools: File[tuple[Pool, ...]], year: int) -> Iterator[Problem]:
    readings = [(path, fact.in_force.first_day) for path, fact in pools.records if isinstance(fact, Fact)]
    strange = [(path, day) for path, day in readings if not year - 1 <= day.year <= year + 1]
    if len(strange) == len(readings) > 1:
        yield pools.located.problem((), f"no reading is of the {year} season; name the file after its season")
        return
    for path, day in strange:
        message = f"{day} is no day of the {year} season; correct it, or name the file after its season"
        yield pools.located.problem((*path, "in_force"), message)


CHECK = Check(
    name="pool-readings",
    sentence="A number of a pool holds for the day on which it was read, about the year of its season.",
    find=_find,
)
