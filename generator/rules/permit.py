"""The work permit: how long it may run, from when to when, and what ends it."""

from datetime import date
from enum import StrEnum

from generator.rules.allowance import Allowance
from generator.rules.applicant import InsuranceKind
from generator.rules.calendar import add_months
from generator.rules.case import Case
from generator.rules.criteria.document import latest_expiry, serving_documents
from generator.rules.findings import UsedFact
from generator.rules.record import record
from generator.rules.stay import CumulativeStay
from generator.rules.tally import incomplete, legacy_parts


class Limit(StrEnum):
    """What ends a permit, in the order in which ties are told."""

    AGREEMENT = "agreement"
    OFFER = "offer"
    PASSPORT = "passport"
    INSURANCE = "insurance"
    CUMULATIVE = "cumulative"


# What says that a paper ends the permit; agreement and cap are facts of the country.
LIMITING_FACTS: dict[Limit | None, str] = {
    Limit.OFFER: "offer_required",
    Limit.PASSPORT: "passport_limits_permit",
    Limit.INSURANCE: "insurance_extendable",
}


@record
class Permit:
    """The permit a route may lead to.

    `maximum_months` is the most the agreement still allows this person; `needs` names absent answers that may end
    the permit earlier. The end is absent where the arrival is not known; it lies before the arrival where a paper
    has run out by then. `facts` are those that length and end are worked out with.
    """

    maximum_months: int
    starts_on: date | None
    ends_on: date | None
    limited_by: Limit | None
    needs: tuple[str, ...]
    facts: tuple[UsedFact, ...]


@record
class Limits:
    """The day on which each limit ends the permit, for those that are known."""

    days: dict[Limit, date]

    def earliest(self, *limits: Limit) -> date | None:
        """Return the earliest known day among `limits`."""
        return min((self.days[limit] for limit in limits if limit in self.days), default=None)

    @property
    def before_papers(self) -> date | None:
        """Return the day on which agreement, cap and offer end the permit; None before the arrival is known."""
        if Limit.AGREEMENT not in self.days:
            return None
        return self.earliest(Limit.AGREEMENT, Limit.CUMULATIVE, Limit.OFFER)


def limits(case: Case, allowance: Allowance, stay: CumulativeStay | None) -> Limits:
    """Return the day on which each known limit ends the permit."""
    arrival, days = case.applicant.arrival, {}
    if arrival:
        days[Limit.AGREEMENT] = add_months(arrival, allowance.months)
        if stay:
            days[Limit.CUMULATIVE] = add_months(arrival, stay.remaining)
    expiry = latest_expiry(serving_documents(case))
    if expiry:
        days[Limit.PASSPORT] = expiry
    covered = case.applicant.insurance
    if covered.kind in (None, InsuranceKind.PRIVATE) and covered.covered_until:
        days[Limit.INSURANCE] = covered.covered_until
    if _bound_to_offer(case) and case.applicant.offer.ends_on:
        days[Limit.OFFER] = case.applicant.offer.ends_on
    return Limits(days=days)


def permit(case: Case, allowance: Allowance, stay: CumulativeStay | None, known: Limits) -> Permit:
    """Work out the permit of a route whose agreement and category are there."""
    months = min(allowance.months, stay.remaining) if stay else allowance.months
    arrival = case.applicant.arrival
    ends_on = limited_by = None
    if arrival:
        ends_on = min(known.days.values())
        limited_by = next(limit for limit in Limit if known.days.get(limit) == ends_on)
    return Permit(
        maximum_months=months,
        starts_on=arrival,
        ends_on=ends_on,
        limited_by=limited_by,
        needs=_needs(case, allowance, stay),
        facts=(case.term("permit_months", case.stay_from), *allowance.facts, *_limiting(case, limited_by)),
    )


def _limiting(case: Case, limit: Limit | None) -> tuple[UsedFact, ...]:
    return (case.programme(LIMITING_FACTS[limit]),) if limit in LIMITING_FACTS else ()


def _bound_to_offer(case: Case) -> bool:
    return case.applies_to("offer_required", case.decided_on)


def _needs(case: Case, allowance: Allowance, stay: CumulativeStay | None) -> tuple[str, ...]:
    applicant, needs = case.applicant, []
    if applicant.arrival is None:
        needs.append("arrives_on")
    if _bound_to_offer(case) and applicant.offer.ends_on is None:
        needs.append("offer.ends_on")
    if applicant.passports is None:
        needs.append("passports")
    needs += [f"passports.{i}.expires_on" for i, passport in serving_documents(case) if passport.expires_on is None]
    if applicant.insurance.covered_until is None and applicant.insurance.kind in (None, InsuranceKind.PRIVATE):
        needs.append("insurance.covered_until")
    if not allowance.months_settled:
        needs += incomplete(case, *legacy_parts(case))
    if stay and stay.at_most > stay.certain:
        needs += incomplete(case, "permit_started_on", "permit_ended_on")
    return tuple(dict.fromkeys(needs))
