"""Official means official."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.checks.source_tiers import OFFICIAL_TIER
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact, Status


def _find(files: Files) -> Iterator[Problem]:
    if files.sources.content is None:
        return
    tiers = {source.id: source.tier for source in files.sources.content}
    for file, path, fact in files.of(Fact):
        named = [tiers.get(reference.id) for reference in fact.sources]
        if fact.status is Status.OFFICIAL and named and OFFICIAL_TIER not in named and None not in named:
            message = "none of the sources is official; write `status: secondary` or add an official source"
            yield file.located.problem((*path, "status"), message)


CHECK = Check(name="official-sources", sentence="An official fact rests on at least one official source.", find=_find)
