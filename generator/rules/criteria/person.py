"""Criteria about the person: age, funds, insurance, dependants, admissibility."""

from calendar import isleap
from datetime import date
from typing import Any

from generator.rules.applicant import InsuranceKind
from generator.rules.calendar import add_days, age_on, birthday
from generator.rules.case import Case
from generator.rules.country import Ages
from generator.rules.criteria.answers import caution, decided_by, met, refused, unknown
from generator.rules.findings import Finding
from generator.rules.kinds import Answer, Category


def age(case: Case) -> Finding:
    """Find whether the age on the invitation day lies in the agreement's range."""
    name, day, born = "age", case.decided_on, case.applicant.date_of_birth
    ages = case.term("ages", day)
    facts = (ages, case.programme("age_counted_on"))
    limits: Ages = ages.value
    if born is None:
        return unknown(name, "date_of_birth", facts=facts, minimum=limits.minimum, maximum=limits.maximum)
    others = ages.row.disputed
    reason = _age_reason(born, day, limits, others)
    values: dict[str, Any] = {
        "age": age_on(born, day),
        "minimum": limits.minimum,
        "maximum": limits.maximum,
        "day": day,
        "of_age_on": birthday(born, limits.minimum),
        "over_on": birthday(born, limits.maximum + 1),
        "other": min((other.maximum for other in others), default=None),
    }
    invited = case.applicant.standing_invitation.received_on is not None
    changes_on = None if invited else _age_flips(born, day, limits, others)
    if reason is None:
        return met(name, facts=facts, changes_on=changes_on, **values)
    say = refused if reason in ("AGE_UNDER", "AGE_OVER") else caution
    return say(name, reason, facts=facts, changes_on=changes_on, **values)


def _age_reason(born: date, day: date, limits: Ages, others: tuple[Ages, ...]) -> str | None:
    """Return the code of what stands against the age on `day`, or None where nothing does."""
    years = age_on(born, day)
    if years < limits.minimum:
        return "AGE_UNDER"
    if years > limits.maximum:
        return "AGE_OVER"
    if _birthday_day_decides(born, day, limits):
        return "LEAP_DAY_BIRTHDAY"
    if any(not other.minimum <= years <= other.maximum for other in others):
        return "SOURCES_CONFLICT"
    return None


def _birthday_day_decides(born: date, day: date, limits: Ages) -> bool:
    """Tell whether counting 28 February as the birthday would put somebody born on 29 February out of range."""
    if (born.month, born.day) != (2, 29) or (day.month, day.day) != (2, 28) or isleap(day.year):
        return False
    return age_on(born.replace(day=28), day) > limits.maximum


def _age_flips(born: date, day: date, limits: Ages, others: tuple[Ages, ...]) -> date | None:
    """Return the first day after `day` on which something else stands against the age, or nothing any more."""
    ages = {age for range_ in (limits, *others) for age in (range_.minimum, range_.maximum + 1)}
    birthdays = {birthday(born, age) for age in ages}
    now = _age_reason(born, day, limits, others)
    candidates = sorted(birthdays | {add_days(when, -1) for when in birthdays})
    return next((when for when in candidates if when > day and _age_reason(born, when, limits, others) != now), None)


def funds(case: Case) -> Finding:
    """Find whether the money for the start of the stay is there."""
    name, amount, day = "funds", case.applicant.funds_cad, case.stay_from
    minimum = case.programme("minimum_funds", day)
    if amount is None:
        return unknown(name, "funds_cad", facts=(minimum,), minimum_cad=minimum.value)
    if amount < minimum.value:
        return refused(name, "FUNDS", facts=(minimum,), given_cad=amount, minimum_cad=minimum.value)
    if case.category is Category.INTERNATIONAL_COOP and case.applicant.offer.paid is False:
        more = case.programme("more_funds_when_unpaid", day)
        return caution(name, "UNPAID_MORE_FUNDS", facts=(minimum, more), given_cad=amount, minimum_cad=minimum.value)
    return met(name, facts=(minimum,), given_cad=amount, minimum_cad=minimum.value)


def insurance(case: Case, ends_before_insurance: date | None) -> Finding:
    """Find whether health insurance is held on arrival.

    `ends_before_insurance` is the day on which agreement, cap and offer end the permit; None where there is none.
    """
    name, held, arrival = "insurance", case.applicant.insurance, case.applicant.arrival
    facts = (case.programme("insurance_required", case.stay_from),)
    until = held.covered_until
    if held.kind in (InsuranceKind.NONE, InsuranceKind.PROVINCIAL_CARD):
        return refused(name, "INSURANCE_MISSING", facts=facts, variant=f"INSURANCE_MISSING.{held.kind}")
    if until and arrival and until < arrival:
        return refused(name, "INSURANCE_MISSING", facts=facts, covered_until=until, arrives_on=arrival)
    if held.kind is None:
        needs = ("insurance.kind",) if until else ("insurance.kind", "insurance.covered_until")
        return unknown(name, *needs, facts=facts)
    if until is None or arrival is None:
        return unknown(name, "insurance.covered_until" if until is None else "arrives_on", facts=facts)
    if ends_before_insurance and until < ends_before_insurance:
        extendable = case.programme("insurance_extendable", case.stay_from)
        return caution(
            name,
            "INSURANCE_SHORT_NOT_EXTENDABLE",
            facts=(*facts, extendable),
            covered_until=until,
            ends_on=ends_before_insurance,
        )
    return met(name, facts=facts, covered_until=until, arrives_on=arrival)


def dependants(case: Case) -> Finding:
    """Find whether the application leaves dependants out, as it must."""
    allowed = case.programme("dependants_on_application")
    wanted = allowed.value is Answer.YES
    return decided_by("dependants", case, "dependants_on_application", allowed, unmet="DEPENDANTS", wanted=wanted)


def admissibility(case: Case) -> Finding:
    """Find whether the applicant is admissible to Canada."""
    required = case.programme("admissibility_required")
    return decided_by("admissibility", case, "admissible", required, unmet="INADMISSIBLE")
