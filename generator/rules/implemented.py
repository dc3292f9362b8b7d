"""The values that the rules are written for.

A fact of the programme that the rules cite without computing with it must have the value they were written for: with
another one, the sentence beside a finding would contradict it. The build refuses such data; the rules change first.
"""

from typing import Any

from generator.rules.kinds import Answer

IMPLEMENTED: dict[str, Any] = {
    "citizenship_required": Answer.YES,
    "recognized_organization_terms": Answer.NOT_PUBLISHED,
    "canadian_citizens_need_a_permit": Answer.NO,
    "refugee_travel_document_accepted": Answer.NO,
    "passport_limits_permit": Answer.YES,
    "age_counted_on": "invitation",
    "student_required": Answer.YES,
    "post_secondary_required": Answer.YES,
    "placement_required_for_studies": Answer.YES,
    "placement_in_field_of_study": Answer.YES,
    "one_employer": Answer.YES,
    "one_location": Answer.YES,
    "unpaid_placement_allowed": "provincial_law",
    "participation_counted_when": "permit_issued_on_entry",
    "separate_allowance_per_citizenship": Answer.YES,
    "participations_per_season": 1,
    "discontinuance_counted_from": "expiry_of_previous_permit",
    "more_funds_when_unpaid": Answer.YES,
    "insurance_required": Answer.YES,
    "insurance_extendable": Answer.NO,
    "admissibility_required": Answer.YES,
}
