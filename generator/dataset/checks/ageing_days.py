"""The days of warning and of refusal are numbers of days."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    ageing = files.ageing.content
    if ageing is None:
        return
    for key, days in (("warn_before_days", ageing.warn_before_days), ("refuse_after_days", ageing.refuse_after_days)):
        if days < 0:
            yield files.ageing.located.problem((key,), f"{days} days is less than nothing; write 0 or more")


CHECK = Check(name="ageing-days", sentence="Warning and refusal are counted in days, 0 or more.", find=_find)
