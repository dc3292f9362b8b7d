"""The plain view of a jurisdiction: what its agreement says on one day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.publish.rows import NOT_KNOWN, in_force, passages, plain_versions
from generator.rules.country import Country, Participations, Terms
from generator.rules.facts import Fact, Status
from generator.rules.kinds import Answer, Category, Repeat, School
from generator.rules.model import Source
from generator.rules.record import to_plain

REPEAT = {Repeat.PERMITTED: True, Repeat.NOT_PERMITTED: False, Repeat.LIMITED: "limited", Repeat.NOT_STATED: None}
DOUBT = (Status.CONFLICTING, Status.UNVERIFIED, Status.SECONDARY, Status.OFFICIAL)
TERMS = ("offered", "ages", "permit_months", "permit", "discontinuance_months", "residence_required", "school")


def country_on(country: Country, day: date, sources: Mapping[str, Source]) -> dict[str, Any]:
    """Return what the agreement of `country` says on `day`."""
    partner = in_force(country.partner, day)
    return {
        "name": to_plain(country.name),
        "partner": NOT_KNOWN if partner is None else partner.value is Answer.YES,
        "participations": _participations(country, day),
        "categories": {
            category.value: _category(country.code, country.categories[category], day, sources) for category in Category
        },
    }


def _participations(country: Country, day: date) -> dict[str, Any]:
    if not country.participations:
        return {"total": None, "repeat_category": None, "cumulative_months": None}
    row = in_force(country.participations, day)
    if row is None:
        return dict.fromkeys(("total", "repeat_category", "cumulative_months"), NOT_KNOWN)
    value: Participations = row.value
    return {
        "total": value.total,
        "repeat_category": REPEAT[value.repeat],
        "cumulative_months": value.cumulative_months,
    }


def _category(code: str, terms: Terms, day: date, sources: Mapping[str, Source]) -> dict[str, Any]:
    found = {name: row for name in TERMS if (row := in_force(getattr(terms, name), day))}
    if "offered" not in found:
        return {"available": NOT_KNOWN}
    if found["offered"].value is not Answer.YES:
        return {"available": False}
    rows = found.values()

    def value(name: str) -> Any:
        return found[name].value if name in found else None

    ages, residence = value("ages"), value("residence_required")
    months, gap = value("permit_months"), value("discontinuance_months")
    return {
        "available": True,
        "min_age": ages.minimum if ages else NOT_KNOWN,
        "max_age": ages.maximum if ages else NOT_KNOWN,
        "max_months": NOT_KNOWN if months is None else months,
        "permit": found["permit"].value.value if "permit" in found else NOT_KNOWN,
        "discontinuance_months": NOT_KNOWN if gap is None else gap,
        "residence_required": residence is Answer.YES if residence else NOT_KNOWN,
        "school_country": _school(code, terms, found.get("school")),
        "status": next(status for status in DOUBT if any(row.status is status for row in rows)).value,
        "checked_on": min(row.checked_on for row in rows).isoformat(),
        "overdue": any(row.overdue_on(day) for row in rows),
        "sources": passages((reference for row in rows for reference in row.sources), sources),
        "versions": {name: plain_versions(row, sources) for name, row in found.items() if row.versions},
    }


def _school(code: str, terms: Terms, school: Fact[School] | None) -> str | None:
    if not terms.school:
        return None
    if school is None:
        return NOT_KNOWN
    return code if school.value is School.IN_COUNTRY else None
