"""One route judged: every criterion in order, and what follows from them."""

from typing import Any

from generator.rules.allowance import Allowance, allowance
from generator.rules.case import Case, is_partner, no_route
from generator.rules.costs import Cost, costs_of
from generator.rules.criteria import agreement, offer, participation, person, studies
from generator.rules.criteria.answers import caution, met
from generator.rules.criteria.document import travel_document
from generator.rules.deadlines import Deadline, deadlines_met, deadlines_of
from generator.rules.findings import Finding, Outcome, Verdict, verdict_of
from generator.rules.kinds import Category
from generator.rules.organization import Organization, organization_of
from generator.rules.papers import Paper, papers_of
from generator.rules.permit import Limits, Permit, limits, permit
from generator.rules.record import record
from generator.rules.stay import cumulative_stay

CRITERIA = (
    "agreement",
    "category-offered",
    "travel-document",
    "age",
    "residence",
    "studies",
    "school-country",
    "restricted-field",
    "placement-required",
    "field-of-study",
    "offer",
    "one-employer",
    "pay",
    "employer-submission",
    "skill-level",
    "intra-company",
    "participations-left",
    "category-repeat",
    "cumulative-stay",
    "one-per-season",
    "discontinuance",
    "funds",
    "insurance",
    "dependants",
    "admissibility",
    "deadlines",
    "permit-length",
)


@record
class Route:
    """What was found for one citizenship and one category; `limits` and what follows only where there is a route."""

    case: Case
    findings: tuple[Finding, ...]
    limits: Limits | None = None
    permit: Permit | None = None
    deadlines: tuple[Deadline, ...] = ()
    costs: tuple[Cost, ...] = ()
    papers: tuple[Paper, ...] = ()

    @property
    def citizenship(self) -> str:
        """Return the citizenship, as the applicant named it."""
        return self.case.citizenship

    @property
    def category(self) -> Category:
        """Return the category."""
        return self.case.category

    @property
    def organization(self) -> Organization | None:
        """Return what a recognized organization is to the route; None where it changes nothing."""
        return organization_of(self.case, self.findings)

    @property
    def gap_months(self) -> int | None:
        """Return the months to wait between two participations; None where there is no route."""
        found = next(finding for finding in self.findings if finding.criterion == "discontinuance")
        months: int | None = found.values.get("gap_months")
        return months

    @property
    def verdict(self) -> Verdict:
        """Return the verdict that the findings add up to."""
        return verdict_of(self.findings)

    def of(self, outcome: Outcome) -> tuple[Finding, ...]:
        """Return the findings with `outcome`, in criterion order."""
        return tuple(finding for finding in self.findings if finding.outcome is outcome)


def judge(case: Case) -> Route:
    """Judge every criterion of one route."""
    first = agreement.agreement(case)
    offered = None
    if is_partner(case):
        offered = agreement.category_offered(case)
        if offered.outcome is Outcome.MET:
            return _judge_terms(case, first, offered)
    elif first.outcome is Outcome.CAUTION:
        offered = agreement.category_offered(case)
    found = [first, travel_document(case, None)] + ([offered] if offered else [])
    return Route(case=case, findings=_in_order(found))


def _in_order(found: list[Finding]) -> tuple[Finding, ...]:
    """Return one finding for every criterion; those without are not applicable to a route that is not there."""
    by_name = {finding.criterion: finding for finding in found}
    return tuple(by_name.get(name) or no_route(name) for name in CRITERIA)


def _judge_terms(case: Case, first: Finding, offered: Finding) -> Route:
    allowed, stay = allowance(case), cumulative_stay(case)
    known = limits(case, allowed, stay)
    granted = permit(case, allowed, stay, known)
    found = [
        first,
        offered,
        travel_document(case, known.before_papers),
        person.age(case),
        agreement.residence(case),
        studies.studies(case),
        studies.school_country(case),
        studies.restricted_field(case),
        studies.placement_required(case),
        studies.field_of_study(case),
        offer.offer(case),
        offer.one_employer(case),
        offer.pay(case),
        offer.employer_submission(case),
        offer.skill_level(case),
        offer.intra_company(case),
        participation.participations_left(case, allowed),
        participation.category_repeat(case, allowed),
        participation.cumulative(case, stay),
        participation.one_per_season(case),
        participation.discontinuance(case),
        person.funds(case),
        person.insurance(case, known.before_papers),
        person.dependants(case),
        person.admissibility(case),
        deadlines_met(case),
        permit_length(case, allowed),
    ]
    return Route(
        case=case,
        findings=_in_order(found),
        limits=known,
        permit=granted,
        deadlines=deadlines_of(case, granted),
        costs=costs_of(case),
        papers=papers_of(case),
    )


def permit_length(case: Case, allowed: Allowance) -> Finding:
    """Find whether the sources agree on the length of the permit."""
    name = "permit-length"
    length = case.term("permit_months", case.stay_from)
    facts = (length, *allowed.facts)
    values: dict[str, Any] = {"months": allowed.months, "home": case.home, "category": case.category}
    others = [other for other in length.row.disputed if other != allowed.months]
    if others and not allowed.legacy_applies:
        return caution(name, "SOURCES_CONFLICT", facts=facts, **values, other_months=others[0])
    return met(name, facts=facts, **values)
