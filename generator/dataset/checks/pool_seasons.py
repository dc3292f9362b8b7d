"""Files of pools are named after seasons."""

import re
from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem

YEAR = re.compile(r"(19|20)[0-9]{2}")


def _find(files: Files) -> Iterator[Problem]:
    for name, file in files.pools.items():
        if not YEAR.fullmatch(name):
            yield file.located.problem((), f"`{name}` is no season; name the file after its year, as 2026.yml")


CHECK = Check(name="pool-seasons", sentence="A file of pools is named after the year of its season.", find=_find)
