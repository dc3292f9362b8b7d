"""The list of country codes is that of ISO 3166-1: every code, once each."""

from collections.abc import Iterator

from babel import Locale

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem

# Codes that Unicode has names for and ISO 3166-1 does not assign: parts of countries, unions, codes for tests.
NOT_ASSIGNED = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
ASSIGNED = frozenset(
    code
    for code in map(str, Locale("en").territories)
    if len(code) == 2 and code.isalpha() and code not in NOT_ASSIGNED
)


def _find(files: Files) -> Iterator[Problem]:
    if files.codes.content is None:
        return
    seen: set[str] = set()
    for index, code in enumerate(files.codes.content):
        if message := _misfit(code, seen):
            yield files.codes.located.problem((index,), message)
        seen.add(code)
    for code in sorted(ASSIGNED - seen):
        yield files.codes.located.problem((), f"the code `{code}` is missing; add it")


def _misfit(code: str, seen: set[str]) -> str | None:
    if len(code) != 2 or not code.isascii() or not code.isalpha() or not code.isupper():
        return f"`{code}` is not a country code; write two capital letters, as DE"
    if code not in ASSIGNED:
        return f"no country has the code `{code}`; correct or remove it"
    return f"`{code}` stands twice in the list; keep it once" if code in seen else None


CHECK = Check(
    name="code-list", sentence="The list of codes holds every code of ISO 3166-1 alpha-2, once each.", find=_find
)
