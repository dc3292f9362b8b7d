"""The answers without which there is no plan."""

from collections.abc import Iterator

from generator.rules.allowance import allowance
from generator.rules.case import Case
from generator.rules.criteria import participation
from generator.rules.planner.judging import no_route
from generator.rules.planner.person import Person
from generator.rules.planner.wishes import Wishes
from generator.rules.stay import cumulative_stay
from generator.rules.tally import incomplete, legacy_parts

ASKED = ("citizenships", "date_of_birth", "participations")


def needs_of(person: Person, wishes: Wishes) -> tuple[str, ...]:
    """Return the paths of the answers that are missing, in the order in which they are asked."""
    missing = tuple(name for name in ASKED if getattr(person.applicant, name) is None)
    return missing or tuple(dict.fromkeys((*_details(person), *_by_rule(person, wishes))))


def _details(person: Person) -> Iterator[str]:
    """Yield what every earlier participation must tell: whether and how it counts, and when its permit ended."""
    for index, earlier in enumerate(person.applicant.participations or ()):
        names = ["activated"]
        if earlier.activated:
            names = (
                ["permit_ended_on"] if earlier.recognized_organization else ["citizenship", "season", "permit_ended_on"]
            )
        yield from (f"participations.{index}.{name}" for name in names if getattr(earlier, name) is None)


def _by_rule(person: Person, wishes: Wishes) -> Iterator[str]:
    """Yield what the criteria still ask of the earlier participations."""
    for citizenship in person.applicant.citizenships or ():
        for category in wishes.categories:
            case = person.case(citizenship, category, person.applicant.assessed_on)
            if not no_route(case):
                yield from _open(case)


def _open(case: Case) -> Iterator[str]:
    allowed = allowance(case)
    if not allowed.months_settled:
        yield from incomplete(case, *legacy_parts(case))
    yield from participation.participations_left(case, allowed).needs
    yield from participation.category_repeat(case, allowed).needs
    yield from participation.cumulative(case, cumulative_stay(case)).needs
