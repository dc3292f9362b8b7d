"""What to watch or to do next on a route that is open, and that nothing helps where nothing does, in sentences."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.explain.wording import Wording
from generator.rules.applicant import Applicant
from generator.rules.assessment import JudgedRoute
from generator.rules.calendar import add_days, add_months
from generator.rules.deadlines import Deadline
from generator.rules.findings import Finding, UsedFact, Verdict
from generator.rules.organization import Organization
from generator.rules.permit import Limit
from generator.rules.record import record
from generator.rules.route import Route

LAST_INVITATION = "last-invitation-day"
WATCHED_MONTHS = 24  # a pool of this season and of the next; a later birthday is among the days, and no advice
PAPERS = (Limit.PASSPORT, Limit.INSURANCE)
OF_THE_ARRIVAL = ("gap-ends", "entry-letter-expires")
TOLD: dict[Organization | None, str] = {
    Organization.INSTEAD: "organization",
    Organization.STILL: "organization-still",
}


@record
class _Advice:
    id: str
    on: date | None = None
    values: dict[str, Any]
    facts: tuple[UsedFact, ...] = ()


def advice_of(judged: JudgedRoute, wording: Wording) -> list[dict[str, Any]]:
    """Return what to watch, the earliest day first: [{id, on, explanation, facts}].

    A refused route has remedies and openings instead; where nothing helps, that is said, and where an organization may
    still help, or an earlier invitation, that.
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
        days = [advice for deadline in route.deadlines if (advice := _day_to_keep(deadline, route))]
        graduate = _graduate(route)
        if graduate:  # it ends long before the age does
            days = [graduate, *(advice for advice in days if advice.id != LAST_INVITATION)]
        yield from sorted(days, key=lambda advice: advice.on or date.max)
        yield from _longer_paper(route)
    elif route.organization in TOLD:
        yield _Advice(id=TOLD[route.organization], values={})
    elif not judged.remedies and not judged.openings:
        yield _invited_too_late(route) or _Advice(id="nothing", values={})


def _day_to_keep(deadline: Deadline, route: Route) -> _Advice | None:
    """Return the advice to keep a deadline that still lies ahead and that no later answer has settled."""
    applicant = route.case.applicant
    on = deadline.on or (deadline.at and deadline.at.date())
    if on is None or on < applicant.assessed_on or _is_settled(deadline, applicant):
        return None
    values: dict[str, Any] = {"on": on, "at": deadline.at}
    if deadline.id == LAST_INVITATION:
        if on >= add_months(applicant.assessed_on, WATCHED_MONTHS):
            return None
        values |= {"age": _finding(route, "age").values["maximum"] + 1, "over_on": add_days(on, 1)}
    return _Advice(id=deadline.id, on=on, values=values, facts=deadline.facts)


def _is_settled(deadline: Deadline, applicant: Applicant) -> bool:
    """Tell whether a deadline needs no watching: it is done, or the day of arrival was held against it."""
    arrives = applicant.arrival is not None
    return deadline.id == "permit-ends" or deadline.done or (deadline.id in OF_THE_ARRIVAL and arrives)


def _finding(route: Route, criterion: str) -> Finding:
    return next(finding for finding in route.findings if finding.criterion == criterion)


def _graduate(route: Route) -> _Advice | None:
    """Return the advice to be invited while the graduation still counts, where it is what counts."""
    studies, invited = _finding(route, "studies"), route.case.applicant.standing_invitation.received_on
    if studies.variant != "graduate" or invited:
        return None
    return _Advice(
        id="graduate", on=studies.values["until"], values={"on": studies.values["until"]}, facts=studies.facts
    )


def _invited_too_late(route: Route) -> _Advice | None:
    """Return the advice to be invited before a birthday that lies ahead, where the invitation is expected after it."""
    age = _finding(route, "age")
    if age.reason != "AGE_OVER" or age.values["over_on"] <= route.case.applicant.assessed_on:
        return None
    values = {"age": age.values["maximum"] + 1, "over_on": age.values["over_on"]}
    return _Advice(id=LAST_INVITATION, on=add_days(age.values["over_on"], -1), values=values, facts=age.facts)


def _longer_paper(route: Route) -> Iterator[_Advice]:
    """Yield what a longer passport or insurance would bring, where one of them ends the permit."""
    permit, limits = route.permit, route.limits
    if not permit or not limits or permit.limited_by not in PAPERS:
        return
    until = limits.earliest(*(limit for limit in Limit if limit is not permit.limited_by))
    if until and permit.ends_on and until > permit.ends_on:
        values = {"ends_on": permit.ends_on, "until": until}
        yield _Advice(id=permit.limited_by.value, values=values, facts=permit.facts)
