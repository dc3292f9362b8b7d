"""Criteria about the agreement: whether there is one, whether it offers the category, where it asks to live."""

from generator.rules.case import Case, fact_used, holds_a_partner_citizenship, is_partner, not_asked
from generator.rules.criteria.answers import caution, met, refused, unknown
from generator.rules.findings import Finding, UsedFact
from generator.rules.kinds import Answer

CANADA = "CA"


def agreement(case: Case) -> Finding:
    """Find whether the citizen's country has an agreement with Canada that reaches this person."""
    name, home = "agreement", case.home
    if not is_partner(case):
        return _without_partner(case)
    facts: tuple[UsedFact, ...] = (case.country_fact("partner", case.decided_on),)
    organization = "with-organization" if case.applicant.recognized_organization else None
    reached = _territory_reached(case)
    if reached:
        facts = (*facts, reached)
        if reached.value is not Answer.YES:
            return unknown(name, facts=facts, variant="territory", home=home)
    if CANADA in (case.applicant.citizenships or ()):
        permit = case.programme("canadian_citizens_need_a_permit")
        return caution(name, "CANADIAN_CITIZEN", facts=(*facts, permit), home=home)
    return met(name, facts=facts, variant=organization, home=home)


def _without_partner(case: Case) -> Finding:
    name, home = "agreement", case.home
    required = case.programme("citizenship_required")
    facts = (case.country_fact("partner", case.decided_on), required) if case.country else (required,)
    organization = case.applicant.recognized_organization
    if holds_a_partner_citizenship(case):
        return refused(name, "NOT_PARTNER", facts=facts, variant="NOT_PARTNER.other-citizenship", home=home)
    if organization is None:
        return unknown(name, "recognized_organization", facts=facts, home=home)
    terms = case.programme("recognized_organization_terms")
    if organization:
        return caution(name, "VIA_RECOGNIZED_ORGANIZATION", facts=(*facts, terms), home=home)
    return refused(name, "NOT_PARTNER", facts=facts, home=home)


def _territory_reached(case: Case) -> UsedFact | None:
    """Return whether the agreement reaches where the applicant comes from, first what speaks against it."""
    reached = [
        fact_used(f"places.{place.code}", place.covered, case.decided_on)
        for place in case.dataset.places.values()
        if place.citizenship_of == case.home
        and (place.code == case.citizenship or (place.territory and place.territory is case.territory))
    ]
    return min(reached, key=lambda covered: covered.value is Answer.YES, default=None)


def category_offered(case: Case) -> Finding:
    """Find whether the agreement offers the category."""
    name, home, category = "category-offered", case.home, case.category
    if not is_partner(case):
        terms = case.programme("recognized_organization_terms")
        return unknown(name, facts=(terms,), variant="organization", home=home, category=category)
    offered = case.term("offered", case.decided_on)
    if offered.value is Answer.YES:
        return met(name, facts=(offered,), home=home, category=category)
    return refused(name, "CATEGORY_NOT_AVAILABLE", facts=(offered,), home=home, category=category)


def residence(case: Case) -> Finding:
    """Find whether the applicant lives where the agreement asks."""
    name, home = "residence", case.home
    required = case.term("residence_required", case.decided_on)
    if required.value is not Answer.YES:
        return not_asked(name, required, home=home)
    lives_in = case.applicant.residence
    if lives_in is None:
        return unknown(name, "residence", facts=(required,), home=home)
    place = case.dataset.places.get(lives_in)
    if lives_in == home:
        return met(name, facts=(required,), home=home, residence=lives_in)
    if place and place.residence_in == home:
        covered = fact_used(f"places.{lives_in}", place.covered, case.decided_on)
        if covered.value is Answer.YES:
            return met(name, facts=(required, covered), variant="territory", home=home, residence=lives_in)
    return refused(name, "RESIDENCE", facts=(required,), home=home, residence=lives_in)
