"""Sources are official or secondary."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem

OFFICIAL_TIER, SECONDARY_TIER = "official", "secondary"


def _find(files: Files) -> Iterator[Problem]:
    for index, source in enumerate(files.sources.content or ()):
        if source.tier not in (OFFICIAL_TIER, SECONDARY_TIER):
            message = f"`{source.tier}` is not a tier; write official or secondary"
            yield files.sources.located.problem((index, "tier"), message)


CHECK = Check(name="source-tiers", sentence="The tier of a source is official or secondary.", find=_find)
