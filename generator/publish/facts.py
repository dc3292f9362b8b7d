"""The plain view of the facts in force on one day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.rules.country import Country, Participations, Terms
from generator.rules.facts import Fact, History, NotKnownError, Status, fact_in_force
from generator.rules.kinds import Answer, Category, Repeat, School
from generator.rules.model import Dataset
from generator.rules.record import to_plain

NOT_KNOWN = "not_known"
REPEAT = {Repeat.PERMITTED: True, Repeat.NOT_PERMITTED: False, Repeat.LIMITED: "limited", Repeat.NOT_STATED: None}
DOUBT = (Status.CONFLICTING, Status.UNVERIFIED, Status.SECONDARY, Status.OFFICIAL)


def facts_on(dataset: Dataset, day: date) -> dict[str, Any]:
    """Return the facts of every jurisdiction in force on `day`, as other programs read them.

    Raises NotKnownError for a day before every recorded fact.
    """
    first_day = min(row.in_force.first_day for country in dataset.countries.values() for row in country.partner)
    if day < first_day:
        raise NotKnownError("countries", day, first_day)
    return {
        "as_of": day.isoformat(),
        "dataset_verified_on": dataset.verified_on.isoformat(),
        "countries": {code: _country(country, dataset, day) for code, country in sorted(dataset.countries.items())},
    }


def _country(country: Country, dataset: Dataset, day: date) -> dict[str, Any]:
    partner = _in_force(country.partner, day)
    return {
        "name": to_plain(country.name),
        "partner": NOT_KNOWN if partner is None else partner.value is Answer.YES,
        "participations": _participations(country, day),
        "categories": {
            category.value: _category(country.code, country.categories[category], dataset, day) for category in Category
        },
    }


def _participations(country: Country, day: date) -> dict[str, Any]:
    if not country.participations:
        return {"total": None, "repeat_category": None, "cumulative_months": None}
    row = _in_force(country.participations, day)
    if row is None:
        return dict.fromkeys(("total", "repeat_category", "cumulative_months"), NOT_KNOWN)
    value: Participations = row.value
    return {
        "total": value.total,
        "repeat_category": REPEAT[value.repeat],
        "cumulative_months": value.cumulative_months,
    }


def _category(code: str, terms: Terms, dataset: Dataset, day: date) -> dict[str, Any]:
    offered = _in_force(terms.offered, day)
    if offered is None:
        return {"available": NOT_KNOWN}
    if offered.value is not Answer.YES:
        return {"available": False}
    ages = _in_force(terms.ages, day)
    months = _in_force(terms.permit_months, day)
    permit = _in_force(terms.permit, day)
    gap = _in_force(terms.discontinuance_months, day)
    residence = _in_force(terms.residence_required, day)
    school = _in_force(terms.school, day)
    rows = [row for row in (offered, ages, months, permit, gap, residence, school) if row]
    return {
        "available": True,
        "min_age": ages.value.minimum if ages else NOT_KNOWN,
        "max_age": ages.value.maximum if ages else NOT_KNOWN,
        "max_months": months.value if months else NOT_KNOWN,
        "permit": permit.value.value if permit else NOT_KNOWN,
        "discontinuance_months": gap.value if gap else NOT_KNOWN,
        "residence_required": residence.value is Answer.YES if residence else NOT_KNOWN,
        "school_country": _school(code, terms, school),
        "status": next(status for status in DOUBT if any(row.status is status for row in rows)).value,
        "checked_on": min(row.checked_on for row in rows).isoformat(),
        "sources": _sources(rows, dataset),
    }


def _school(code: str, terms: Terms, school: Fact[School] | None) -> str | None:
    if not terms.school:
        return None
    if school is None:
        return NOT_KNOWN
    return code if school.value is School.IN_COUNTRY else None


def _sources(rows: Iterable[Fact[Any]], dataset: Dataset) -> list[dict[str, Any]]:
    """Return every passage that the rows rest on, once."""
    passages = {
        (reference.id, reference.quote): {**to_plain(reference), "url": dataset.sources[reference.id].url}
        for row in rows
        for reference in row.sources
    }
    return list(passages.values())


def _in_force[T](history: History[T], day: date) -> Fact[T] | None:
    try:
        return fact_in_force("", history, day)
    except NotKnownError:
        return None
