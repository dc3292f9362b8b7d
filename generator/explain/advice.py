"""What to watch or to do next on a route that is open, and that nothing helps where nothing does, in sentences."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.explain.wording import Wording
from generator.rules.applicant import Applicant, InvitationAnswer
from generator.rules.assessment import JudgedRoute
from generator.rules.calendar import add_days
from generator.rules.deadlines import Deadline
from generator.rules.findings import Outcome, UsedFact, Verdict
from generator.rules.permit import Limit
from generator.rules.record import record
from generator.rules.route import Route

PAPERS = (Limit.PASSPORT, Limit.INSURANCE)
OF_THE_ARRIVAL = ("gap-ends", "entry-letter-expires")


@record
class _Advice:
    id: str
    on: date | None = None
    values: dict[str, Any]
    facts: tuple[UsedFact, ...] = ()


def advice_of(judged: JudgedRoute, wording: Wording) -> list[dict[str, Any]]:
    """Return what to watch, the earliest day first: [{id, on, explanation, facts}].

    A refused route has remedies and openings instead; where nothing helps, and no answer is missing, that is said, and
    where an organization may still help, that.
    """
    return [
        {
            "id": advice.id,
            "on": advice.on and advice.on.isoformat(),
            "explanation": wording.sentence(wording.words["advice"][advice.id], advice.values),
            "facts": [fact.id for fact in advice.facts],
        }
        for advice in _advice(judged)
    ]


def _advice(judged: JudgedRoute) -> Iterator[_Advice]:
    route = judged.route
    if route.verdict is not Verdict.INELIGIBLE:
        days = (advice for deadline in route.deadlines if (advice := _day_to_keep(deadline, route)))
        yield from sorted(days, key=lambda advice: advice.on or date.max)
        yield from _longer_paper(route)
    elif organization := _organization(route):
        yield _Advice(id=organization, values={})
    elif not judged.remedies and not route.of(Outcome.UNKNOWN):
        yield _Advice(id="nothing", values={})


def _organization(route: Route) -> str | None:
    """Return the advice that names the recognized organizations, which are not bound by the agreements."""
    for finding in route.of(Outcome.UNMET):
        if finding.reason == "NOT_PARTNER" and not finding.variant:
            return "organization"
        if finding.reason == "PARTICIPATIONS_USED":
            return "organization-still"
    return None


def _day_to_keep(deadline: Deadline, route: Route) -> _Advice | None:
    """Return the advice to keep a deadline that still lies ahead and that no later answer has settled."""
    applicant = route.case.applicant
    on = deadline.on or (deadline.at and deadline.at.date())
    if on is None or on < applicant.assessed_on or _is_settled(deadline.id, applicant):
        return None
    values: dict[str, Any] = {"on": on, "at": deadline.at}
    if deadline.id == "last-invitation-day":
        values |= {"age": _oldest(route) + 1, "over_on": add_days(on, 1)}
    return _Advice(id=deadline.id, on=on, values=values, facts=deadline.facts)


def is_done(deadline: str, applicant: Applicant) -> bool:
    """Tell whether the answers say that what the deadline asks for has been done."""
    invitation = applicant.standing_invitation
    match deadline:
        case "last-invitation-day":
            return invitation.received_on is not None
        case "answer-invitation-by":
            accepted = invitation.answer is InvitationAnswer.ACCEPTED or invitation.accepted_at is not None
            return accepted or applicant.application_submitted_at is not None
        case "apply-by":
            return applicant.application_submitted_at is not None
    return False


def _is_settled(deadline: str, applicant: Applicant) -> bool:
    """Tell whether a deadline needs no watching: it is done, or the day of arrival was held against it."""
    arrives = applicant.arrival is not None
    return deadline == "permit-ends" or is_done(deadline, applicant) or (deadline in OF_THE_ARRIVAL and arrives)


def _oldest(route: Route) -> int:
    """Return the upper age limit."""
    age = next(finding for finding in route.findings if finding.criterion == "age")
    maximum: int = age.values["maximum"]
    return maximum


def _longer_paper(route: Route) -> Iterator[_Advice]:
    """Yield what a longer passport or insurance would bring, where one of them ends the permit."""
    permit, limits = route.permit, route.limits
    if not permit or not limits or permit.limited_by not in PAPERS:
        return
    until = limits.earliest(*(limit for limit in Limit if limit is not permit.limited_by))
    if until and permit.ends_on and until > permit.ends_on:
        values = {"ends_on": permit.ends_on, "until": until}
        yield _Advice(id=permit.limited_by.value, values=values, facts=permit.facts)
