"""The assessment: every route of one applicant, the best first, and what to ask next."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from generator.rules.applicant import Applicant, Asked
from generator.rules.case import Case
from generator.rules.facts import NotKnownError
from generator.rules.findings import UsedFact, Verdict
from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.rules.problems import DocumentError, Problem
from generator.rules.reading import read_applicant
from generator.rules.record import record
from generator.rules.remedies import Change, Remedy, openings, remedies
from generator.rules.route import CRITERIA, Route, judge


@record
class Alternative:
    """Another route of the same person that is not ruled out; `changes` of the answers ask for it."""

    citizenship: str
    category: Category
    verdict: Verdict
    changes: tuple[Change, ...]


@record
class JudgedRoute:
    """A route with what could turn it, or clear its way while answers are missing, and what else is open."""

    route: Route
    remedies: tuple[Remedy, ...]
    openings: tuple[Remedy, ...]
    alternatives: tuple[Alternative, ...]


@record
class Assessment:
    """What was found for one applicant.

    `questions` are the dotted paths of all answers that could still change a verdict, the one that most criteria wait
    for first; `facts` holds every fact named, by its id.
    """

    applicant: Applicant
    routes: tuple[JudgedRoute, ...]
    questions: tuple[str, ...]
    facts: dict[str, UsedFact]

    @property
    def next_question(self) -> str | None:
        """Return the path to ask for next, None when no answer can change any verdict."""
        return self.questions[0] if self.questions else None


def assess(document: Any, dataset: Dataset, today: date) -> Assessment:
    """Assess the applicant in `document` (plain values).

    `today` is the default of `assessed_on`. Raises DocumentError with every problem of the document, or where the
    facts are not known for one of its days.
    """
    applicant = read_applicant(document, dataset.names, today)
    try:
        asked = sorted(map(judge, _cases(applicant, dataset, asked=True)), key=_rank)
        others = [route for case in _cases(applicant, dataset, asked=False) if (route := _judged(case))]
        judged = tuple(_turned(document, route, [*asked, *others]) for route in asked)
    except NotKnownError as missing:
        raise DocumentError((_not_known(applicant, missing),)) from missing
    return Assessment(
        applicant=applicant,
        routes=judged,
        questions=_questions(applicant, asked),
        facts=_facts(asked),
    )


def _cases(applicant: Applicant, dataset: Dataset, *, asked: bool) -> Iterator[Case]:
    """Yield the routes that the applicant asks for, or the other ones."""
    for citizenship in applicant.citizenships or ():
        for category in Category:
            wanted = applicant.category in (Asked.ANY, category.value) and applicant.apply_as in (None, citizenship)
            if wanted is asked:
                yield Case(applicant=applicant, dataset=dataset, citizenship=citizenship, category=category)


def _judged(case: Case) -> Route | None:
    """Judge a route, None where the facts do not reach its days."""
    try:
        return judge(case)
    except NotKnownError:
        return None


def _rank(route: Route) -> tuple[int, int]:
    """Rank by verdict, then by the later permit end; the order of citizenships and categories breaks ties."""
    ends_on = route.permit.ends_on if route.permit else None
    return list(Verdict).index(route.verdict), -ends_on.toordinal() if ends_on else 0


def _alternatives(route: Route, every: Collection[Route]) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            citizenship=other.citizenship, category=other.category, verdict=other.verdict, changes=_asking(other)
        )
        for other in sorted(every, key=_rank)
        if other is not route and other.verdict is not Verdict.INELIGIBLE
    )


def _asking(route: Route) -> tuple[Change, ...]:
    """Return the changes that ask for `route`: who holds one citizenship need not choose it."""
    several = len(route.case.applicant.citizenships or ()) > 1
    return (
        Change(field="category", value=route.category.value),
        Change(field="apply_as", value=route.citizenship if several else None),
    )


def _turned(document: Any, route: Route, every: Collection[Route]) -> JudgedRoute:
    found = _turning(remedies, document, route)
    return JudgedRoute(
        route=route,
        remedies=found,
        openings=() if found else _turning(openings, document, route),
        alternatives=_alternatives(route, every),
    )


def _turning(
    search: Callable[[Any, Route, Callable[[Any], Route | None]], tuple[Remedy, ...]], document: Any, route: Route
) -> tuple[Remedy, ...]:
    def judged_again(changed: dict[str, Any]) -> Route | None:
        try:
            applicant = read_applicant(changed, case.dataset.names, case.applicant.assessed_on)
        except DocumentError:
            return None
        return _judged(replace(case, applicant=applicant))

    case = route.case
    return search(document, route, judged_again) if route.verdict is Verdict.INELIGIBLE else ()


def _questions(applicant: Applicant, routes: Collection[Route]) -> tuple[str, ...]:
    """Return what the routes that are not ruled out need: by how many criteria need it, then in their order."""
    if not applicant.citizenships:
        return ("citizenships",)
    open_routes = [route for route in routes if route.verdict is not Verdict.INELIGIBLE]
    # Counted in criterion order; equal counts keep it.
    findings = (route.findings[position] for position in range(len(CRITERIA)) for route in open_routes)
    counts = Counter(need for finding in findings for need in finding.needs)
    return tuple(need for need, _ in counts.most_common())


def _facts(routes: Collection[Route]) -> dict[str, UsedFact]:
    found: dict[str, UsedFact] = {}
    for route in routes:
        for finding in route.findings:
            found.update({fact.id: fact for fact in finding.facts})
        found.update({fact.id: fact for fact in (route.permit.facts if route.permit else ())})
        found.update({fact.id: fact for deadline in route.deadlines for fact in deadline.facts})
        found.update({cost.fee.id: cost.fee for cost in route.costs})
        found.update({paper.asked.id: paper.asked for paper in route.papers})
    return dict(sorted(found.items()))


def _not_known(applicant: Applicant, missing: NotKnownError) -> Problem:
    """Say which answer led to a day that the facts do not cover."""
    submitted = applicant.application_submitted_at
    days = {
        "application_submitted_at": submitted.date() if submitted else None,
        "arrives_on": applicant.arrives_on,
        "offer.starts_on": applicant.offer.starts_on,
        "invitation.received_on": applicant.standing_invitation.received_on,
        "assessed_on": applicant.assessed_on,
    }
    path = next((path for path, day in days.items() if day == missing.day), "assessed_on")
    values = {"fact": missing.fact, "given": missing.day, "first_day": missing.first_day, "last_day": missing.last_day}
    return Problem(steps=tuple(path.split(".")), code="facts-not-known", values=values)
