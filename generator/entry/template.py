"""The template: a table with the titles of the usual columns and one applicant as an example."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.entry.columns import column_title
from generator.entry.results import usual_separator, written
from generator.explain.wording import Wording, Words
from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.rules.problems import Path

COLUMNS: tuple[Path, ...] = (
    ("reference",),
    ("category",),
    ("citizenships",),
    ("residence",),
    ("date_of_birth",),
    ("passports", 0, "issuer"),
    ("passports", 0, "expires_on"),
    ("studies", "registered"),
    ("studies", "post_secondary"),
    ("studies", "school_country"),
    ("studies", "field"),
    ("offer", "signed"),
    ("offer", "starts_on"),
    ("offer", "ends_on"),
    ("offer", "paid"),
    ("offer", "required_for_studies"),
    ("offer", "related_to_field"),
    ("offer", "one_employer"),
    ("offer", "one_location"),
    ("offer", "sector"),
    ("offer", "province"),
    ("offer", "employer_submitted"),
    ("insurance", "kind"),
    ("insurance", "covered_until"),
    ("funds_cad",),
    ("participations",),
    ("participations", 0, "citizenship"),
    ("participations", 0, "category"),
    ("participations", 0, "season"),
    ("participations", 0, "permit_started_on"),
    ("participations", 0, "permit_ended_on"),
    ("participations", 0, "activated"),
    ("dependants_on_application",),
    ("admissible",),
    ("recognized_organization",),
    ("invitation", "received_on"),
    ("arrives_on",),
)


def template(dataset: Dataset, words: Words, lang: str, today: date) -> str:
    """Return the template as the text of a CSV file, in the language of `words`."""
    example = _example(Wording(dataset, words, lang), today)
    titles = [column_title(steps, words) for steps in COLUMNS]
    return written([titles, [example.get(steps, "") for steps in COLUMNS]], usual_separator(lang))


def _example(wording: Wording, today: date) -> Mapping[Path, str]:
    words, said = wording.words, wording.words["table"]
    year, home = today.year + 1, wording.country("DE")
    answers: dict[Path, Any] = {
        ("reference",): said["example"],
        ("category",): words["categories"][Category.INTERNATIONAL_COOP],
        ("citizenships",): home,
        ("residence",): home,
        ("date_of_birth",): date(year - 22, 3, 14),
        ("passports", 0, "issuer"): home,
        ("passports", 0, "expires_on"): date(year + 5, 1, 31),
        ("studies", "registered"): True,
        ("studies", "post_secondary"): True,
        ("studies", "school_country"): home,
        ("offer", "signed"): True,
        ("offer", "starts_on"): date(year, 5, 3),
        ("offer", "ends_on"): date(year, 10, 29),
        ("offer", "paid"): True,
        ("offer", "required_for_studies"): True,
        ("offer", "related_to_field"): True,
        ("offer", "one_employer"): True,
        ("offer", "one_location"): True,
        ("offer", "province"): said["provinces"]["QC"],
        ("offer", "employer_submitted"): True,
        ("insurance", "kind"): said["insurance_kinds"]["private"],
        ("insurance", "covered_until"): date(year, 10, 31),
        ("funds_cad",): "4000",
        ("participations",): said["none"],
        ("dependants_on_application",): False,
        ("admissible",): True,
        ("recognized_organization",): False,
        ("arrives_on",): date(year, 5, 1),
    }
    return {steps: _shown(answer, wording) for steps, answer in answers.items()}


def _shown(answer: Any, wording: Wording) -> str:
    if isinstance(answer, bool):
        return str(wording.words["table"]["yes" if answer else "no"])
    return wording.day(answer) if isinstance(answer, date) else str(answer)
