"""One stay judged by the criteria that look at a sequence of participations."""

from generator.rules.allowance import Allowance, allowance
from generator.rules.case import Case, is_partner
from generator.rules.criteria import agreement, offer, participation, person, studies
from generator.rules.criteria.document import travel_document
from generator.rules.findings import Finding, Outcome, UsedFact
from generator.rules.permit import Permit, limits, permit
from generator.rules.planner.person import letter
from generator.rules.record import record
from generator.rules.route import permit_length
from generator.rules.stay import CumulativeStay, cumulative_stay

# Home and passport can change before the day that counts: they are named as conditions and refuse nothing.
CONDITIONS = ("agreement", "residence", "travel-document")


@record
class Judged:
    """What was found for a stay, the permit that follows, and the months that a cap on all permits leaves."""

    findings: tuple[Finding, ...]
    permit: Permit
    cap_left: int | None
    facts: tuple[UsedFact, ...]

    def of(self, criterion: str) -> Finding:
        """Return the finding of one criterion."""
        return next(finding for finding in self.findings if finding.criterion == criterion)

    @property
    def refusal(self) -> Finding | None:
        """Return the first finding that refuses the stay."""
        unmet = (finding for finding in self.findings if finding.outcome is Outcome.UNMET)
        return next((finding for finding in unmet if finding.criterion not in CONDITIONS), None)


def no_route(case: Case) -> Finding | None:
    """Return what was found where the citizenship's agreement or the category is not there; else None."""
    first = agreement.agreement(case)
    if not is_partner(case) and first.outcome is not Outcome.CAUTION:
        return first
    offered = agreement.category_offered(case)
    return None if offered.outcome is Outcome.MET else offered


def used_up(case: Case) -> Finding | None:
    """Return what was found where nothing is left for this stay on any day; else None."""
    allowed = allowance(case)
    findings = _allowed(case, allowed, cumulative_stay(case))
    return next((finding for finding in findings if finding.outcome is Outcome.UNMET), None)


def judged(case: Case) -> Judged:
    """Judge a stay whose agreement and category are there; what is used up comes first."""
    allowed, stay = allowance(case), cumulative_stay(case)
    findings = (
        *_allowed(case, allowed, stay),
        agreement.agreement(case),
        person.age(case),
        agreement.residence(case),
        travel_document(case, None),
        participation.one_per_season(case),
        participation.discontinuance(case),
        permit_length(case, allowed),
        studies.school_country(case),
        studies.restricted_field(case),
        offer.intra_company(case),
    )
    granted = permit(case, allowed, stay, limits(case, allowed, stay))
    lasts = letter(case)
    facts = (*(fact for finding in findings for fact in finding.facts), *granted.facts, *((lasts,) if lasts else ()))
    return Judged(findings=findings, permit=granted, cap_left=stay.remaining if stay else None, facts=facts)


def _allowed(case: Case, allowed: Allowance, stay: CumulativeStay | None) -> tuple[Finding, ...]:
    return (
        participation.participations_left(case, allowed),
        participation.category_repeat(case, allowed),
        participation.cumulative(case, stay),
    )
