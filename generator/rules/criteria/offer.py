"""Criteria about the job or internship offer; International Co-op and Young Professionals."""

from typing import Any

from generator.rules.case import Case, not_asked
from generator.rules.criteria.answers import caution, decided_by, met, refused, unknown
from generator.rules.findings import Finding
from generator.rules.kinds import Answer, Category


def _asked(case: Case) -> bool:
    return case.applies_to("offer_required", case.decided_on)


def offer(case: Case) -> Finding:
    """Find whether a signed offer is there that reaches the arrival."""
    name = "offer"
    required = case.programme("offer_required")
    if not _asked(case):
        return not_asked(name, required)
    given, arrival = case.applicant.offer, case.applicant.arrival
    if given.signed is False:
        return refused(name, "NO_OFFER", facts=(required,))
    if given.ends_on and arrival and given.ends_on < arrival:
        return refused(
            name, "NO_OFFER", facts=(required,), variant="NO_OFFER.over", ends_on=given.ends_on, arrives_on=arrival
        )
    if given.signed is None:
        return unknown(name, "offer.signed", facts=(required,))
    # An offer cannot end before it starts, so only one that may start before the arrival can be over by then.
    starts_before = given.starts_on is None or arrival is None or given.starts_on < arrival
    if given.ends_on is None and starts_before:
        return unknown(name, "offer.ends_on", facts=(required,))
    if arrival is None:
        return unknown(name, "arrives_on", facts=(required,))
    return met(name, facts=(required,))


def one_employer(case: Case) -> Finding:
    """Find whether the offer binds to one employer, and whether in one place."""
    name = "one-employer"
    if not _asked(case):
        return not_asked(name)
    employer = case.programme("one_employer")
    if case.applicant.offer.one_employer is True and case.applicant.offer.one_location is False:
        return caution(name, "MULTI_LOCATION", facts=(employer, case.programme("one_location")))
    return decided_by(name, case, "offer.one_employer", employer, unmet="MULTI_EMPLOYER")


def pay(case: Case) -> Finding:
    """Find whether the job is paid where it must be."""
    name, paid = "pay", case.applicant.offer.paid
    if not _asked(case):
        return not_asked(name)
    if case.applies_to("paid_job_required", case.decided_on):
        return decided_by(name, case, "offer.paid", case.programme("paid_job_required"), unmet="MUST_BE_PAID")
    if case.has_term("must_be_paid"):
        must = case.term("must_be_paid", case.decided_on)
        if must.value is Answer.YES:
            return decided_by(name, case, "offer.paid", must, unmet="MUST_BE_PAID")
    unpaid = case.programme("unpaid_placement_allowed")
    if paid is False:
        return caution(name, "PROVINCIAL_LAW", facts=(unpaid,), province=case.applicant.offer.province)
    return met(name, facts=(unpaid,), variant="paid" if paid else None)


def employer_submission(case: Case) -> Finding:
    """Find whether the employer has sent the offer through the portal and paid the compliance fee."""
    name = "employer-submission"
    required = case.programme("offer_number_required")
    if case.category not in required.value:
        return not_asked(name, required)
    fee = case.programme("employer_compliance_fee", case.applied_on)
    return decided_by(
        name, case, "offer.employer_submitted", required, fee, unmet="OFFER_NUMBER_MISSING", fee_cad=fee.value
    )


def skill_level(case: Case) -> Finding:
    """Find whether the job has the skill level that Young Professionals asks for; co-op asks for none."""
    name, teer = "skill-level", case.applicant.offer.teer
    if not _asked(case):
        return not_asked(name)
    highest, with_diploma = case.programme("highest_teer"), case.programme("highest_teer_with_diploma")
    facts = (highest, with_diploma)
    values: dict[str, Any] = {"teer": teer, "highest": highest.value, "with_diploma": with_diploma.value}
    if case.category is Category.INTERNATIONAL_COOP:
        if teer is not None and teer > highest.value:
            return caution(name, "TEER_NOT_A_COOP_RULE", facts=facts, **values)
        return met(name, facts=facts, variant="coop", **values)
    if teer is None:
        return unknown(name, "offer.teer", facts=facts, **values)
    if teer <= highest.value:
        return met(name, facts=facts, **values)
    if teer > with_diploma.value:
        return refused(name, "TEER", facts=facts, **values)
    diploma = case.applicant.offer.diploma_in_field
    if diploma is None:
        return unknown(name, "offer.diploma_in_field", facts=facts, variant="diploma", **values)
    if diploma:
        return met(name, facts=facts, variant="with-diploma", **values)
    return refused(name, "TEER", facts=facts, variant="TEER.diploma", **values)


def intra_company(case: Case) -> Finding:
    """Find whether the applicant goes to a company tied to the employer at home, where the agreement asks that."""
    name = "intra-company"
    if not case.has_term("intra_company_only"):
        return not_asked(name)
    only = case.term("intra_company_only", case.decided_on)
    if only.value is not Answer.YES:
        return not_asked(name, only)
    return decided_by(name, case, "offer.intra_company", only, unmet="INTRA_COMPANY_ONLY", home=case.home)
