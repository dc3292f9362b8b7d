"""Legacy terms say how long a second participation is."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.country import Legacy
from generator.rules.kinds import LegacyGrant


def _find(files: Files) -> Iterator[Problem]:
    for file, path, legacy in files.of(Legacy):
        if legacy.grants is LegacyGrant.SECOND and legacy.months is None:
            yield file.located.problem(path, "`grants: second` needs the length; add `months:`")


CHECK = Check(
    name="legacy-complete", sentence="Legacy terms that grant a second participation say how long it is.", find=_find
)
