"""The answer to a claim rests on facts."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.index import index_facts
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    if any(file.content is None for file in files.every()):  # a fact may be in the file that could not be read
        return
    known = index_facts(files)
    for index, claim in enumerate(files.claims.content or ()):
        if not claim.facts:
            message = "no fact is named; add the id of a fact, as DE.international_coop.ages"
            yield files.claims.located.problem((index, "facts"), message)
        for at, fact in enumerate(claim.facts):
            if fact not in known:
                message = f"there is no fact `{fact}`; write the id of one, as DE.international_coop.ages"
                yield files.claims.located.problem((index, "facts", at), message)


CHECK = Check(
    name="claim-facts", sentence="The answer to a claim names at least one fact, and only facts that exist.", find=_find
)
