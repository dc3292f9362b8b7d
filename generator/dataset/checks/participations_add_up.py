"""The parts of participations agree with their total."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.country import Participations
from generator.rules.kinds import Category, Repeat
from generator.rules.tally import MOST_COUNTED


def _find(files: Files) -> Iterator[Problem]:
    for file, path, record in files.of(Participations):
        slots = sum(slot.count for slot in record.slots)
        if record.total < 1:
            yield file.located.problem((*path, "total"), f"{record.total} participations; write 1 or more")
        elif record.total > MOST_COUNTED:
            message = f"the rules count at most {MOST_COUNTED} participations; correct the number, or change the rules"
            yield file.located.problem((*path, "total"), message)
        taken: set[Category] = set()
        for index, slot in enumerate(record.slots):
            if slot.count < 1:
                message = f"{slot.count} participations; write 1 or more"
                yield file.located.problem((*path, "slots", index, "count"), message)
            for category in sorted(taken.intersection(slot.categories)):
                message = f"`{category}` stands in two slots; keep it in one"
                yield file.located.problem((*path, "slots", index, "categories"), message)
            taken.update(slot.categories)
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
