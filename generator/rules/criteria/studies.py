"""Criteria about the studies; co-op only."""

from datetime import date
from typing import Any

from generator.rules.calendar import add_days, add_months
from generator.rules.case import Case, all_of, any_of, not_asked
from generator.rules.country import RestrictedFields
from generator.rules.criteria.answers import decided_by, met, refused, unknown
from generator.rules.findings import Finding
from generator.rules.kinds import Answer, Category, Field, School


def studies(case: Case) -> Finding:
    """Find whether the applicant is a post-secondary student, or what the agreement accepts instead."""
    name, day, answers = "studies", case.decided_on, case.applicant.studies
    if case.category is not Category.INTERNATIONAL_COOP:
        return not_asked(name)
    facts = [case.programme("student_required"), case.programme("post_secondary_required")]
    graduate, graduate_until = None, None
    student = answers.registered
    if case.has_term("graduates_within_months"):
        within = case.term("graduates_within_months", day)
        facts.append(within)
        graduate_until = answers.graduated_on and add_months(answers.graduated_on, within.value)
        graduate = _graduated_lately(answers.graduated_on, graduate_until, day)
        student = any_of(answers.registered, graduate)
    school = answers.post_secondary
    if case.has_term("training_centre_accepted"):
        centre = case.term("training_centre_accepted", day)
        facts.append(centre)
        in_country = None if answers.school_country is None else answers.school_country == case.home
        accepted = centre.value is Answer.YES
        school = any_of(answers.post_secondary, all_of(accepted, answers.training_centre, in_country))
    used = tuple(facts)
    ahead = not case.applicant.standing_invitation.received_on and graduate_until
    if student is False:
        graduates_on = answers.graduated_on if ahead and answers.graduated_on and answers.graduated_on > day else None
        return refused(
            name,
            "NOT_STUDENT",
            facts=used,
            variant="NOT_STUDENT.graduate" if graduate_until else None,
            changes_on=graduates_on,
            graduated_on=answers.graduated_on,
            until=graduate_until,
        )
    if school is False:
        return refused(name, "NOT_POST_SECONDARY", facts=used)
    if student is None or school is None:
        return unknown(name, *_needs(case, student, school), facts=used)
    if graduate and graduate_until and answers.registered is not True:
        changes_on = add_days(graduate_until, 1) if ahead and answers.registered is False else None
        return met(name, facts=used, variant="graduate", changes_on=changes_on, until=graduate_until)
    return met(name, facts=used)


def _graduated_lately(graduated_on: date | None, until: date | None, day: date) -> bool | None:
    if graduated_on is None or until is None:
        return None
    return graduated_on <= day <= until


def _needs(case: Case, student: bool | None, school: bool | None) -> tuple[str, ...]:
    """Return the answers to ask for next: the plain ones first, an agreement's exceptions once those are given."""
    answers, needs = case.applicant.studies, []
    if student is None:
        needs.append("studies.registered" if answers.registered is None else "studies.graduated_on")
    if school is None:
        if answers.post_secondary is None:
            needs.append("studies.post_secondary")
        else:
            needs.append("studies.training_centre" if answers.training_centre is None else "studies.school_country")
    return tuple(needs)


def school_country(case: Case) -> Finding:
    """Find whether the school is in the country that the agreement asks for."""
    name, home = "school-country", case.home
    if case.category is not Category.INTERNATIONAL_COOP:
        return not_asked(name)
    where = case.term("school", case.decided_on)
    if where.value is not School.IN_COUNTRY:
        return not_asked(name, where, home=home)
    country = case.applicant.studies.school_country
    if country is None:
        return unknown(name, "studies.school_country", facts=(where,), home=home)
    if country == home:
        return met(name, facts=(where,), home=home)
    return refused(name, "SCHOOL_COUNTRY", facts=(where,), home=home, school=country)


def restricted_field(case: Case) -> Finding:
    """Find whether studies and placement lie in the fields that the agreement takes."""
    name = "restricted-field"
    if not case.has_term("restricted_fields"):
        return not_asked(name)
    restricted = case.term("restricted_fields", case.decided_on)
    fields: RestrictedFields = restricted.value
    field, sector = case.applicant.studies.field, case.applicant.offer.sector
    studies_fit = _among(field, fields.studies)
    sector_fits = _among(sector, fields.sectors)
    values: dict[str, Any] = {"fields": fields.studies, "field": field, "sector": sector}
    match all_of(studies_fit, sector_fits):
        case True:
            return met(name, facts=(restricted,), **values)
        case False:
            variant = None if studies_fit is False else "FIELD_RESTRICTED.sector"
            return refused(name, "FIELD_RESTRICTED", facts=(restricted,), variant=variant, **values)
    needs = [path for path, fits in (("studies.field", studies_fit), ("offer.sector", sector_fits)) if fits is None]
    return unknown(name, *needs, facts=(restricted,), **values)


def _among(field: Field | None, taken: tuple[Field, ...]) -> bool | None:
    return None if field is None else field in taken


def placement_required(case: Case) -> Finding:
    """Find whether the placement is needed to complete the studies."""
    name = "placement-required"
    if case.category is not Category.INTERNATIONAL_COOP:
        return not_asked(name)
    required = case.programme("placement_required_for_studies")
    return decided_by(name, case, "offer.required_for_studies", required, unmet="PLACEMENT_NOT_REQUIRED")


def field_of_study(case: Case) -> Finding:
    """Find whether the placement lies in the field of study."""
    name = "field-of-study"
    if case.category is not Category.INTERNATIONAL_COOP:
        return not_asked(name)
    linked = case.programme("placement_in_field_of_study")
    return decided_by(name, case, "offer.related_to_field", linked, unmet="FIELD_MISMATCH")
