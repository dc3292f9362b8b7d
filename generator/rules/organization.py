"""Whether a recognized organization, which no agreement binds, is a way for the person."""

from enum import StrEnum

from generator.rules.case import Case, holds_a_partner_citizenship, is_partner
from generator.rules.findings import Finding


class Organization(StrEnum):
    """What a recognized organization is to a route."""

    NEEDED = "needed"  # there is no agreement, so the route is open through an organization alone
    INSTEAD = "instead"  # there is no agreement and no organization, which would be the way
    STILL = "still"  # the participations of the agreement are used up; those of an organization are apart


def organization_of(case: Case, findings: tuple[Finding, ...]) -> Organization | None:
    """Return what a recognized organization is to the route of `case`; None where it changes nothing."""
    if is_partner(case):
        used_up = any(finding.reason == "PARTICIPATIONS_USED" for finding in findings)
        return Organization.STILL if used_up else None
    if holds_a_partner_citizenship(case):
        return None
    refused = case.applicant.recognized_organization is False
    return Organization.INSTEAD if refused else Organization.NEEDED
