"""The smallest changes that turn a refused route: things a person can change or await, each tried before it is told."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from datetime import date
from itertools import combinations, islice, product
from typing import Any

from generator.rules.calendar import add_days
from generator.rules.case import Case
from generator.rules.criteria.document import accepted_documents, serving_documents
from generator.rules.findings import Finding, Outcome, Verdict
from generator.rules.record import record, to_plain
from generator.rules.route import Route

MOST_TRIED = 100

YES_TURNS = {
    "NOT_STUDENT": "studies.registered",
    "NOT_POST_SECONDARY": "studies.post_secondary",
    "PLACEMENT_NOT_REQUIRED": "offer.required_for_studies",
    "FIELD_MISMATCH": "offer.related_to_field",
    "MULTI_EMPLOYER": "offer.one_employer",
    "MUST_BE_PAID": "offer.paid",
    "OFFER_NUMBER_MISSING": "offer.employer_submitted",
    "INTRA_COMPANY_ONLY": "offer.intra_company",
}

# Changes that have a sentence of their own, by one of their fields.
OWN_SENTENCES = {
    "offer.diploma_in_field": "TEER.with-diploma",
    "offer.starts_on": "GAP.offer",
    "entry_letter_expires_on": "ENTRY_LETTER_EXPIRED.again",
}


@record
class Change:
    """A new plain value for the answer at a dotted path; None takes the answer away."""

    field: str
    value: Any


@record
class Fix:
    """Changes that answer one reason; `variant` and `values` tell which sentence says so, as in a finding."""

    reason: str
    changes: tuple[Change, ...]
    variant: str | None
    values: dict[str, Any]


@record
class Remedy:
    """Fixes that together turn the verdict of a route into eligible."""

    fixes: tuple[Fix, ...]

    @property
    def id(self) -> str:
        """Return a name made of the reasons that the remedy answers, or of the ways where a reason has several."""
        own = OWN_SENTENCES.values()
        return "+".join(fix.variant if fix.variant and fix.variant in own else fix.reason for fix in self.fixes)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return every change once."""
        by_field = {change.field: change for fix in self.fixes for change in fix.changes}
        return tuple(by_field.values())


def remedies(
    document: dict[str, Any], route: Route, judged_again: Callable[[dict[str, Any]], Route | None]
) -> tuple[Remedy, ...]:
    """Return the smallest changes to `document` after which `route` is eligible, single ones before pairs.

    `judged_again` judges the route on a changed document, None where that document is refused.
    """
    return () if route.of(Outcome.UNKNOWN) else _smallest(document, route, judged_again, Verdict.ELIGIBLE)


def openings(
    document: dict[str, Any], route: Route, judged_again: Callable[[dict[str, Any]], Route | None]
) -> tuple[Remedy, ...]:
    """Return the smallest changes after which nothing stands against `route`, though answers are missing then.

    The arguments are those of `remedies`.
    """
    return _smallest(document, route, judged_again, Verdict.UNDETERMINED)


def _smallest(
    document: dict[str, Any],
    route: Route,
    judged_again: Callable[[dict[str, Any]], Route | None],
    wanted: Verdict,
) -> tuple[Remedy, ...]:
    offered: list[list[Fix]] = []
    for finding in route.of(Outcome.UNMET):
        fixes = list(_fixes(route, finding))
        if not fixes:
            return ()
        offered.append(fixes)
    found: list[Remedy] = []
    for together in islice(_combined(offered), MOST_TRIED):
        remedy = Remedy(fixes=together)
        if any(all(fix in together for fix in smaller.fixes) for smaller in found):
            continue
        again = judged_again(applied(document, remedy.changes))
        if again and again.verdict is wanted:
            found.append(remedy)
    return tuple(sorted(found, key=lambda remedy: len(remedy.changes)))


def _combined(offered: list[list[Fix]]) -> Iterator[tuple[Fix, ...]]:
    """Yield single fixes, then pairs, then one fix for every reason."""
    every = [fix for fixes in offered for fix in fixes]
    yield from ((fix,) for fix in every)
    if len(offered) > 1:
        yield from (pair for pair in combinations(every, 2) if pair[0].reason != pair[1].reason)
    if len(offered) > 2:
        yield from product(*offered)


def applied(document: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """Return a copy of `document` with `changes` made."""
    changed = deepcopy(document)
    for change in changes:
        *way, last = change.field.split(".")
        holder = changed
        for name in way:
            if not isinstance(holder.get(name), dict):
                holder[name] = {}
            holder = holder[name]
        holder[last] = deepcopy(change.value)
    return changed


def _fixes(route: Route, finding: Finding) -> Iterator[Fix]:
    """Yield the ways in which a person can answer one reason; none where nothing can be done, or it is too late."""
    reason, today = finding.reason or "", route.case.applicant.assessed_on
    for changes in _changes(route, reason, finding.values):
        if all(day >= today for day in changes.values() if isinstance(day, date)):
            plain = tuple(Change(field=field, value=to_plain(value)) for field, value in changes.items())
            own = next((OWN_SENTENCES[field] for field in changes if field in OWN_SENTENCES), finding.variant)
            yield Fix(reason=reason, changes=plain, variant=own, values=finding.values)


def _changes(route: Route, reason: str, values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    case = route.case
    applicant = case.applicant
    if reason in YES_TURNS:
        yield {YES_TURNS[reason]: True}
        return
    match reason:
        case "AGE_UNDER":
            yield _invited_on(case, values["of_age_on"])
        case "RESIDENCE":
            yield {"residence": case.home}
        case "SCHOOL_COUNTRY":
            yield {"studies.school_country": case.home}
        case "FIELD_RESTRICTED" if values["field"] in values["fields"]:
            yield {"offer.sector": values["field"]}
        case "NO_OFFER" if applicant.offer.signed is False:
            yield {"offer.signed": True}
        case "NO_OFFER":
            yield {"arrives_on": applicant.offer.starts_on or applicant.offer.ends_on}
        case "TEER":
            yield {"offer.teer": values["highest"]}
            yield {"offer.diploma_in_field": True}
        case "SAME_SEASON":
            yield _next_season(case)
        case "GAP":
            yield _after_the_gap(case, values["gap_ends_on"])
        case "FUNDS":
            yield {"funds_cad": values["minimum_cad"]}
        case "INSURANCE_MISSING":
            yield {"insurance": _known(kind="private", covered_until=_papers_until(route))}
        case "PASSPORT_EXPIRED" | "WRONG_PASSPORT":
            yield {"passports": _documents_with_new(case, _papers_until(route))}
        case "DEPENDANTS":
            yield {"dependants_on_application": False}
        case "DEADLINE_MISSED":
            yield _invited_on(case, applicant.assessed_on)
        case "ENTRY_LETTER_EXPIRED" if values["letter_expires_on"] >= applicant.assessed_on:
            yield {"arrives_on": values["letter_expires_on"]}
        case "ENTRY_LETTER_EXPIRED":
            again = _invited_on(case, applicant.assessed_on)
            yield {**again, "entry_letter_expires_on": None, "biometrics_letter_on": None}


def _next_season(case: Case) -> dict[str, Any]:
    """Return the changes of awaiting an invitation on the first day of the next season's year."""
    following = case.season + 1
    changes = _invited_on(case, date(following, 1, 1))
    return changes if case.applicant.season is None else {"season": following, **changes}


def _invited_on(case: Case, day: date) -> dict[str, Any]:
    """Return the changes of awaiting an invitation on `day`: whatever followed an earlier one starts again."""
    changes: dict[str, Any] = {}
    applicant = case.applicant
    if applicant.invitation.answer or applicant.invitation.accepted_at:
        changes["invitation"] = {"received_on": day}
    else:
        changes["invitation.received_on"] = day
    if applicant.application_submitted_at:
        changes["application_submitted_at"] = None
    if applicant.arrival and applicant.arrival < day:
        changes["arrives_on"] = day
    return changes


def _after_the_gap(case: Case, day: date) -> dict[str, Any]:
    """Return the changes of arriving on `day`, when a gap is over; an offer that has ended by then moves along."""
    offer = case.applicant.offer
    if offer.ends_on is None or offer.ends_on >= day:
        return {"arrives_on": day}
    lasts = (offer.ends_on - (offer.starts_on or offer.ends_on)).days
    return {"arrives_on": day, "offer.starts_on": day, "offer.ends_on": add_days(day, lasts)}


def _papers_until(route: Route) -> str | None:
    """Return a day, as ISO text, on which cover and passport surely reach the end of the permit, where it is known."""
    if route.case.applicant.arrival is None:
        return None
    until = route.limits.before_papers if route.limits else None
    return (until or route.case.stay_from).isoformat()


def _known(**answers: Any) -> dict[str, Any]:
    """Return the answers that are given."""
    return {name: value for name, value in answers.items() if value is not None}


def _documents_with_new(case: Case, until: str | None) -> list[dict[str, Any]]:
    """Return the travel documents held, with a new one of the citizenship in the place of those that serve it."""
    serving = {index for index, _ in serving_documents(case)}
    kept = [to_plain(held) for index, held in enumerate(case.applicant.passports or ()) if index not in serving]
    wanted = accepted_documents(case)[0]
    return [*kept, _known(issuer=wanted.issuer or case.home, kind=wanted.kind.value, expires_on=until)]
