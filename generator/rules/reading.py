"""From a document of plain values (dict, list, text, numbers) to an applicant, or to every problem in it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from generator.rules.applicant import (
    Applicant,
    Asked,
    Insurance,
    InsuranceKind,
    Invitation,
    InvitationAnswer,
    Offer,
    Participation,
    Passport,
    Province,
    Studies,
)
from generator.rules.kinds import Category, DocumentKind, Field, Territory
from generator.rules.problems import DocumentError, Problem
from generator.rules.reader import Read, Reader

SEASONS = (1990, 2100)
FUNDS = (0, 10_000_000)
TEER = (0, 5)


def read_applicant(document: Any, country_codes: Collection[str], today: date) -> Applicant:
    """Read `document` as an applicant; `today` is the default of `assessed_on`.

    Raises DocumentError with every problem found, in the order of the document.
    """
    reader = Reader(country_codes)
    answers = reader.mapping(_applicant_fields(reader), lambda **given: given)(document, ()) or {}
    answers.setdefault("assessed_on", today)
    _check_together(answers, reader.problems)
    if reader.problems:
        raise DocumentError(tuple(reader.problems))
    return Applicant(**answers)


def _applicant_fields(read: Reader) -> dict[str, Read]:
    return {
        "reference": read.text,
        "category": read.choice(Asked),
        "assessed_on": read.day,
        "season": read.integer(*SEASONS),
        "citizenships": read.countries,
        "apply_as": read.country,
        "residence": read.country,
        "date_of_birth": read.day,
        "passports": read.several(
            read.mapping({"issuer": read.country, "kind": read.choice(DocumentKind), "expires_on": read.day}, Passport)
        ),
        "british_territory": read.choice(Territory),
        "studies": read.mapping(
            {
                "registered": read.boolean,
                "post_secondary": read.boolean,
                "training_centre": read.boolean,
                "school_country": read.country,
                "field": read.choice(Field),
                "graduated_on": read.day,
            },
            Studies,
        ),
        "offer": read.mapping(
            {
                "signed": read.boolean,
                "starts_on": read.day,
                "ends_on": read.day,
                "paid": read.boolean,
                "required_for_studies": read.boolean,
                "related_to_field": read.boolean,
                "one_employer": read.boolean,
                "one_location": read.boolean,
                "teer": read.integer(*TEER),
                "sector": read.choice(Field),
                "diploma_in_field": read.boolean,
                "intra_company": read.boolean,
                "province": read.choice(Province, "unknown-province"),
                "employer_submitted": read.boolean,
            },
            Offer,
        ),
        "insurance": read.mapping({"kind": read.choice(InsuranceKind), "covered_until": read.day}, Insurance),
        "funds_cad": read.number(*FUNDS),
        "participations": read.several(
            read.mapping(
                {
                    "citizenship": read.country,
                    "category": read.choice(Category),
                    "season": read.integer(*SEASONS),
                    "permit_started_on": read.day,
                    "permit_ended_on": read.day,
                    "activated": read.boolean,
                    "recognized_organization": read.boolean,
                },
                Participation,
            )
        ),
        "dependants_on_application": read.boolean,
        "admissible": read.boolean,
        "recognized_organization": read.boolean,
        "invitation": read.mapping(
            {
                "received_on": read.day,
                "answer": read.choice(InvitationAnswer),
                "accepted_at": read.instant,
            },
            Invitation,
        ),
        "application_submitted_at": read.instant,
        "biometrics_letter_on": read.day,
        "arrives_on": read.day,
        "entry_letter_expires_on": read.day,
    }


def _check_together(answers: dict[str, Any], problems: list[Problem]) -> None:
    """Add the problems that show only when answers are held against one another."""

    def refuse(*steps: str | int, code: str, **values: Any) -> None:
        problems.append(Problem(steps=steps, code=code, values=values))

    held, chosen = answers.get("citizenships"), answers.get("apply_as")
    if held and None not in held and chosen and chosen not in held:
        refuse("apply_as", code="not-held", given=chosen, expected=list(held))
    born, today = answers.get("date_of_birth"), answers["assessed_on"]
    if born and born > today:
        refuse("date_of_birth", code="birth-in-future", given=born, today=today)
    offer: Offer | None = answers.get("offer")
    if offer and offer.starts_on and offer.ends_on and offer.starts_on > offer.ends_on:
        refuse("offer", "ends_on", code="start-after-end", start=offer.starts_on, end=offer.ends_on)
    for index, earlier in enumerate(answers.get("participations") or ()):
        if earlier is None:  # refused already
            continue
        start, end = earlier.permit_started_on, earlier.permit_ended_on
        if start and end and start > end:
            refuse("participations", index, "permit_ended_on", code="start-after-end", start=start, end=end)
    invitation: Invitation | None = answers.get("invitation")
    accepted = invitation and invitation.accepted_at
    received = invitation and invitation.received_on
    if accepted and received and accepted.date() < received:
        refuse("invitation", "accepted_at", code="accepted-before-received", given=accepted, received=received)
    applied = answers.get("application_submitted_at")
    if accepted and applied and applied < accepted:
        refuse("application_submitted_at", code="applied-before-accepted", given=applied, accepted=accepted)
