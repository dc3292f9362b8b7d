"""The plan: the sequences of participations that are open to one person, and what they rest on."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.rules.applicant import Applicant
from generator.rules.facts import NotKnownError
from generator.rules.findings import Finding, UsedFact
from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.rules.planner.backward import Step, steps_of
from generator.rules.planner.groups import groups_of
from generator.rules.planner.needs import needs_of
from generator.rules.planner.person import Person, person_of
from generator.rules.planner.search import Route, Search, Sequence
from generator.rules.planner.wishes import Wishes, wishes_of
from generator.rules.problems import DocumentError, Problem
from generator.rules.reading import read_applicant
from generator.rules.record import record

MOST_SHOWN = 5
MOST_OTHERS = 8


@record
class Refusal:
    """What refuses a route, or a further stay by it."""

    citizenship: str
    category: Category
    finding: Finding


@record
class Course:
    """A sequence with the last days of every step, and for each citizenship why nothing follows."""

    steps: tuple[Step, ...]
    ends: tuple[Refusal, ...] = ()

    @property
    def months(self) -> int:
        """Return the months of all permits together."""
        return sum(step.stay.months for step in self.steps)


@record
class Offered:
    """The best sequence of a kind, others of that kind, and how many more of it there are."""

    course: Course
    others: tuple[Course, ...]
    more: int


@record
class Plan:
    """What is open to one person.

    `needs` are the answers without which there is no plan; `offered` the sequences, best first, and `more` the number
    of kinds that are not told; `closed` the routes that are not open at all; `stopped` tells that there were too many
    possibilities to try all; `facts` holds every fact named, by its id.
    """

    applicant: Applicant
    wishes: Wishes
    needs: tuple[str, ...]
    offered: tuple[Offered, ...] = ()
    more: int = 0
    closed: tuple[Refusal, ...] = ()
    stopped: bool = False
    facts: dict[str, UsedFact]


def plan(document: Any, dataset: Dataset, today: date, wishes: dict[str, Any] | None = None) -> Plan:
    """Plan the participations of the applicant in `document` (plain values).

    `today` is the default of `assessed_on`; `wishes` as `read_wishes` returns them. Raises DocumentError with every
    problem of the document, or where the facts are not known on that day.
    """
    applicant = read_applicant(document, dataset.names, today)
    wanted, person = wishes_of(applicant, wishes or {}), person_of(applicant, dataset)
    try:
        needs = needs_of(person, wanted)
        if needs:
            return Plan(applicant=applicant, wishes=wanted, needs=needs, facts={})
        return _planned(applicant, person, wanted)
    except NotKnownError as missing:
        raise DocumentError((_not_known(missing),)) from missing


def _planned(applicant: Applicant, person: Person, wishes: Wishes) -> Plan:
    search = Search(person, wishes)
    groups = groups_of(search.sequences(), applicant.citizenships or ())
    offered = tuple(
        Offered(
            course=_course(person, group.best, search.closed),
            others=tuple(_course(person, other, search.closed) for other in group.others[:MOST_OTHERS]),
            more=len(group.others[MOST_OTHERS:]),
        )
        for group in groups[:MOST_SHOWN]
    )
    closed = tuple(_refusals(search.closed))
    return Plan(
        applicant=applicant,
        wishes=wishes,
        needs=(),
        offered=offered,
        more=len(groups[MOST_SHOWN:]),
        closed=closed,
        stopped=search.stopped,
        facts=_facts(offered, closed),
    )


def _course(person: Person, sequence: Sequence, closed: dict[Route, Finding]) -> Course:
    later = {route: finding for route, finding in sequence.refusals.items() if route not in closed}
    return Course(steps=steps_of(person, sequence.stays), ends=tuple(_one_each(_refusals(later))))


def _refusals(found: dict[Route, Finding]) -> Iterable[Refusal]:
    for (citizenship, category), finding in found.items():
        yield Refusal(citizenship=citizenship, category=category, finding=finding)


def _one_each(refusals: Iterable[Refusal]) -> Iterable[Refusal]:
    """Return for each citizenship why nothing follows: the age where it is that, else what came last."""
    chosen: dict[str, Refusal] = {}
    for refusal in refusals:
        held = chosen.get(refusal.citizenship)
        if held is None or held.finding.criterion != "age":
            chosen[refusal.citizenship] = refusal
    return chosen.values()


def _facts(offered: Iterable[Offered], closed: Iterable[Refusal]) -> dict[str, UsedFact]:
    found: dict[str, UsedFact] = {}
    courses = [course for each in offered for course in (each.course, *each.others)]
    for step in (step for course in courses for step in course.steps):
        found.update({fact.id: fact for fact in (*step.judged_last.facts, *step.stay.judged.facts)})
    ends = [refusal for course in courses for refusal in course.ends]
    for refusal in (*ends, *closed):
        found.update({fact.id: fact for fact in refusal.finding.facts})
    return dict(sorted(found.items()))


def _not_known(missing: NotKnownError) -> Problem:
    values = {"fact": missing.fact, "given": missing.day, "first_day": missing.first_day, "last_day": missing.last_day}
    return Problem(steps=("assessed_on",), code="facts-not-known", values=values)
