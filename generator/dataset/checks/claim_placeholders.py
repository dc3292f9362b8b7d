"""The answer to a claim names only the values that pages can put in."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.checks.figures_match import placeholders
from generator.dataset.files import Files
from generator.dataset.problems import Problem

KNOWN = {"partners", "coop_countries", "missing"}


def _find(files: Files) -> Iterator[Problem]:
    for index, claim in enumerate(files.claims.content or ()):
        english, french = placeholders(claim.answer.en), placeholders(claim.answer.fr)
        for lang, named in (("en", english), ("fr", french)):
            here = (index, "answer", lang)
            if named is None:
                yield files.claims.located.problem(here, "a brace stands alone; write `{name}` for a value")
                continue
            for name in sorted(named - KNOWN):
                message = f"`{{{name}}}` is not known here; write {', '.join(f'{{{name}}}' for name in sorted(KNOWN))}"
                yield files.claims.located.problem(here, message)
        if english is not None and french is not None and english != french:
            message = "the French names other values than the English; name the same ones in braces"
            yield files.claims.located.problem((index, "answer", "fr"), message)


CHECK = Check(
    name="claim-placeholders",
    sentence="The answer to a claim names the same values in both languages, and only those that pages put in.",
    find=_find,
)
