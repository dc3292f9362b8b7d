"""Facts are warned of before they are refused."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    ageing, problem = files.ageing.content, files.ageing.located.problem
    if ageing is None:
        return
    if ageing.warn_after_days < 0:
        yield problem(("warn_after_days",), f"{ageing.warn_after_days} days is less than nothing; write 0 or more")
    if ageing.refuse_after_days < ageing.warn_after_days:
        message = f"facts would be refused before they are warned of; write {ageing.warn_after_days} or more"
        yield problem(("refuse_after_days",), message)


CHECK = Check(name="ageing-order", sentence="A fact is warned of before it is refused.", find=_find)
