"""A season has one pool for a country and category."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    for file in files.pools.values():
        seen: set[tuple[str, str]] = set()
        for index, pool in enumerate(file.content or ()):
            if (pool.country, pool.category) in seen:
                message = f"the pool of {pool.country} and {pool.category} stands twice; put its readings together"
                yield file.located.problem((index,), message)
            seen.add((pool.country, pool.category))


CHECK = Check(name="pools-unique", sentence="A season has one pool for a country and category.", find=_find)
