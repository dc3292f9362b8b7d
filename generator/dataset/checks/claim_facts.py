"""The answer to a claim rests on facts."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

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
                message = f"there is no fact `{fact}`; {_instead(fact, known)}"
                yield files.claims.located.problem((index, "facts", at), message)


def _instead(fact: str, known: Iterable[str]) -> str:
    """Say which fact of the same country or file may be meant, never one of another."""
    about = fact.partition(".")[0]
    near = get_close_matches(fact, [other for other in known if other.startswith(f"{about}.")], n=1, cutoff=0)
    return (
        f"write {near[0]}, or the id of another" if near else f"nothing is known of `{about}`; name a fact that exists"
    )


CHECK = Check(
    name="claim-facts", sentence="The answer to a claim names at least one fact, and only facts that exist.", find=_find
)
