"""The parts of participations agree with their total."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.country import Participations
from generator.rules.kinds import Repeat


def _find(files: Files) -> Iterator[Problem]:
    for file, path, record in files.of(Participations):
        slots = sum(slot.count for slot in record.slots)
        if record.total < 1:
            yield file.located.problem((*path, "total"), f"{record.total} participations; write 1 or more")
        if record.slots and slots != record.total:
            message = f"the slots hold {slots} participations, the total is {record.total}; make them agree"
            yield file.located.problem((*path, "slots"), message)
        if (record.repeat is Repeat.LIMITED) != bool(record.repeatable):
            message = "`repeatable` belongs to `repeat: limited` and to no other; add or remove it"
            yield file.located.problem(path, message)


CHECK = Check(
    name="participations-add-up",
    sentence="The parts of participations agree with their total and with the rule on repeats.",
    find=_find,
)
