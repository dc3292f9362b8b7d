"""From a document of plain values (dict, list, text, numbers) to an applicant, or to every problem in it."""

import re
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from enum import StrEnum
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
from generator.rules.model import Category, DocumentKind, Field, Territory
from generator.rules.problems import DocumentError, Problem

SEASONS = (1990, 2100)
FUNDS = (0, 10_000_000)
TEER = (0, 5)

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?Z")

type Read = Callable[[Any, str], Any]


def read_applicant(document: Any, country_codes: Collection[str], today: date) -> Applicant:
    """Read `document` as an applicant; `today` is the default of `assessed_on`.

    Raises DocumentError with every problem found, in the order of the document.
    """
    reader = _Reader(country_codes)
    answers = reader.mapping(_applicant_fields(reader), lambda **given: given)(document, "") or {}
    answers.setdefault("assessed_on", today)
    _check_together(answers, reader.problems)
    if reader.problems:
        raise DocumentError(tuple(reader.problems))
    return Applicant(**answers)


def _applicant_fields(read: "_Reader") -> dict[str, Read]:
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


class _Reader:
    """Reads values of one document and collects what is wrong with them; a refused value reads as absent."""

    def __init__(self, country_codes: Collection[str]) -> None:
        self.country_codes = country_codes
        self.problems: list[Problem] = []

    def refuse(self, path: str, code: str, **values: Any) -> Any:
        """Note a problem; returns None, which is how a refused value reads on."""
        self.problems.append(Problem(path=path, code=code, values=values))
        return None

    def mapping(self, known: dict[str, Read], make: Callable[..., Any]) -> Read:
        def read(value: Any, path: str) -> Any:
            if not isinstance(value, dict):
                return self.refuse(path, "not-a-mapping", given=value)
            given = {}
            for key, item in value.items():
                inner = f"{path}.{key}" if path else str(key)
                if key not in known:
                    self.refuse(inner, "unknown-key", given=key, expected=list(known))
                elif item is not None and (answer := known[key](item, inner)) is not None:
                    given[key] = answer
            return make(**given)

        return read

    def several(self, read_item: Read) -> Read:
        def read(value: Any, path: str) -> Any:
            if not isinstance(value, list):
                return self.refuse(path, "not-a-list", given=value)
            items = (read_item(item, f"{path}.{index}") for index, item in enumerate(value))
            return tuple(item for item in items if item is not None)

        return read

    def countries(self, value: Any, path: str) -> Any:
        if value == []:
            return self.refuse(path, "empty")
        found = self.several(self.country)(value, path)
        return found and tuple(dict.fromkeys(found))

    def country(self, value: Any, path: str) -> Any:
        if not isinstance(value, str):
            return self.refuse(path, "not-a-country", given=value)
        return value if value in self.country_codes else self.refuse(path, "unknown-country", given=value)

    def choice(self, kind: type[StrEnum], code: str = "unknown-choice") -> Read:
        def read(value: Any, path: str) -> Any:
            if isinstance(value, str) and value in kind:
                return kind(value)
            return self.refuse(path, code, given=value, expected=[item.value for item in kind])

        return read

    def text(self, value: Any, path: str) -> Any:
        return value if isinstance(value, str) else self.refuse(path, "not-text", given=value)

    def boolean(self, value: Any, path: str) -> Any:
        return value if isinstance(value, bool) else self.refuse(path, "not-a-boolean", given=value)

    def integer(self, least: int, most: int) -> Read:
        def read(value: Any, path: str) -> Any:
            if isinstance(value, bool) or not isinstance(value, int):
                return self.refuse(path, "not-an-integer", given=value, least=least, most=most)
            return self._in_range(value, path, least, most)

        return read

    def number(self, least: int, most: int) -> Read:
        def read(value: Any, path: str) -> Any:
            if isinstance(value, bool) or not isinstance(value, int | float):
                return self.refuse(path, "not-a-number", given=value, least=least, most=most)
            return self._in_range(value, path, least, most)

        return read

    def _in_range(self, value: float, path: str, least: int, most: int) -> Any:
        return (
            value if least <= value <= most else self.refuse(path, "out-of-range", given=value, least=least, most=most)
        )

    def day(self, value: Any, path: str) -> Any:
        if not isinstance(value, str) or not _DATE.fullmatch(value):
            return self.refuse(path, "not-a-date", given=value)
        try:
            return date.fromisoformat(value)
        except ValueError:
            return self.refuse(path, "impossible-date", given=value)

    def instant(self, value: Any, path: str) -> Any:
        if not isinstance(value, str) or not _INSTANT.fullmatch(value):
            return self.refuse(path, "not-an-instant", given=value)
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except ValueError:
            return self.refuse(path, "impossible-date", given=value)


def _check_together(answers: dict[str, Any], problems: list[Problem]) -> None:
    """Add the problems that show only when answers are held against one another."""

    def refuse(path: str, code: str, **values: Any) -> None:
        problems.append(Problem(path=path, code=code, values=values))

    held, chosen = answers.get("citizenships"), answers.get("apply_as")
    if held and chosen and chosen not in held:
        refuse("apply_as", "not-held", given=chosen, expected=list(held))
    born, today = answers.get("date_of_birth"), answers["assessed_on"]
    if born and born > today:
        refuse("date_of_birth", "birth-in-future", given=born, today=today)
    offer: Offer | None = answers.get("offer")
    if offer and offer.starts_on and offer.ends_on and offer.starts_on > offer.ends_on:
        refuse("offer.ends_on", "start-after-end", start=offer.starts_on, end=offer.ends_on)
    for index, earlier in enumerate(answers.get("participations") or ()):
        start, end = earlier.permit_started_on, earlier.permit_ended_on
        if start and end and start > end:
            refuse(f"participations.{index}.permit_ended_on", "start-after-end", start=start, end=end)
    invitation: Invitation | None = answers.get("invitation")
    accepted = invitation and invitation.accepted_at
    if invitation and accepted and invitation.received_on and accepted.date() < invitation.received_on:
        refuse("invitation.accepted_at", "accepted-before-received", given=accepted, received=invitation.received_on)
    applied = answers.get("application_submitted_at")
    if accepted and applied and applied < accepted:
        refuse("application_submitted_at", "applied-before-accepted", given=applied, accepted=accepted)
