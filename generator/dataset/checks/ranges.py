"""Numbers must be possible ones."""

import math
from collections.abc import Iterator

from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.country import Ages, Legacy, Participations
from generator.rules.facts import Fact
from generator.rules.kinds import LegacyGrant, Repeat

LONGEST_PERMIT_MONTHS = 60
OLDEST = 120


def ages_in_order(files: Files) -> Iterator[Problem]:
    """Find age limits that are turned round or that no person can have."""
    for file, path, ages in files.of(Ages):
        low, high = ages.minimum, ages.maximum
        if low > high:
            message = f"the ages are turned round ({low} to {high}); write the lower one as `minimum`"
            yield file.located.problem(path, message)
        elif low < 0 or high > OLDEST:
            yield file.located.problem(path, f"{low} to {high} are not ages; write completed years")


def numbers_possible(files: Files) -> Iterator[Problem]:
    """Find negative amounts, permits of no length, and numbers that are none."""
    for file, path, fact in files.of(Fact):
        value, here = fact.value, (*path, "value")
        if isinstance(value, float) and not math.isfinite(value):
            yield file.located.problem(here, "this is not a number; write an amount, as 184.75")
        elif isinstance(value, int | float) and value < 0:
            yield file.located.problem(here, f"{value} is less than nothing; write 0 or more")
        elif path[-2] == "permit_months" and isinstance(value, int) and not 1 <= value <= LONGEST_PERMIT_MONTHS:
            message = f"{value} months cannot be the length of a permit; write 1 to {LONGEST_PERMIT_MONTHS}"
            yield file.located.problem(here, message)


def participations_add_up(files: Files) -> Iterator[Problem]:
    """Find participations whose parts contradict their total or their rule on repeats."""
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


def legacy_complete(files: Files) -> Iterator[Problem]:
    """Find legacy terms for a second participation that do not say how long it is."""
    for file, path, legacy in files.of(Legacy):
        if legacy.grants is LegacyGrant.SECOND and legacy.months is None:
            yield file.located.problem(path, "`grants: second` needs the length; add `months:`")
