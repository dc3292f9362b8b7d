"""Applicants for the tests: one who meets everything, changes to them, and what the rules find."""

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.rules import Dataset, assess
from generator.rules.findings import Finding
from generator.rules.route import Route

ROOT = Path(__file__).parents[1]
TODAY = date(2027, 2, 15)


def worked_cases() -> list[dict[str, Any]]:
    """Return the worked cases that decide what the checker must find."""
    return yaml.safe_load((ROOT / "tests" / "cases" / "worked.yml").read_text(encoding="utf-8"))


def student(home: str = "DE", **answers: Any) -> dict[str, Any]:
    """Return a student from `home` who meets every criterion; `answers` by path, dots written as two underscores."""
    document = {
        "category": "international_coop",
        "assessed_on": TODAY.isoformat(),
        "citizenships": [home],
        "residence": home,
        "date_of_birth": "2003-03-10",
        "passports": [{"issuer": home, "expires_on": "2032-01-01"}],
        "studies": {"registered": True, "post_secondary": True, "school_country": home, "field": "tourism"},
        "offer": {
            "signed": True,
            "starts_on": "2027-05-03",
            "ends_on": "2027-10-29",
            "paid": True,
            "required_for_studies": True,
            "related_to_field": True,
            "one_employer": True,
            "one_location": True,
            "teer": 2,
            "sector": "tourism",
            "employer_submitted": True,
            "intra_company": True,
        },
        "insurance": {"kind": "private", "covered_until": "2031-12-31"},
        "funds_cad": 6000,
        "participations": [],
        "dependants_on_application": False,
        "admissible": True,
        "recognized_organization": False,
        "invitation": {"received_on": TODAY.isoformat()},
        "arrives_on": "2027-05-01",
    }
    return changed(document, **answers)


def changed(document: dict[str, Any], **answers: Any) -> dict[str, Any]:
    """Return a copy of `document` with `answers` set; a path is written offer__teer, and ... takes an answer away."""
    copy = deepcopy(document)
    for path, value in answers.items():
        *way, last = path.split("__")
        holder = copy
        for name in way:
            holder = holder.setdefault(name, {})
        if value is ...:
            holder.pop(last, None)
        else:
            holder[last] = value
    return copy


def took_part(home: str, category: str, season: int, start: str, end: str, **more: Any) -> dict[str, Any]:
    """Return an earlier participation that counts."""
    return {
        "citizenship": home,
        "category": category,
        "season": season,
        "permit_started_on": start,
        "permit_ended_on": end,
        "activated": True,
        **more,
    }


def only_route(dataset: Dataset, document: dict[str, Any]) -> Route:
    """Return the single route that `document` asks for."""
    (judged,) = assess(document, dataset, TODAY).routes
    return judged.route


def finding(dataset: Dataset, criterion: str, document: dict[str, Any]) -> Finding:
    """Return what was found for one criterion of the single route."""
    return next(found for found in only_route(dataset, document).findings if found.criterion == criterion)


def found(dataset: Dataset, criterion: str, document: dict[str, Any]) -> str:
    """Return the reason found for a criterion, else its outcome."""
    result = finding(dataset, criterion, document)
    return result.reason or result.outcome.value
