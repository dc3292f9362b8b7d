"""The person whom the table starts from: everything in order, on days that no clock moves.

The invitation comes on a fixed day, or when the newest fact of agreement or programme begins where that is later, so
that a fact that begins later still shows.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.dataset.walk import records
from generator.rules.applicant import Applicant, Insurance, InsuranceKind, Invitation, Offer, Passport, Studies
from generator.rules.calendar import add_months
from generator.rules.facts import Fact
from generator.rules.kinds import DocumentKind, Field
from generator.rules.model import Dataset

INVITED_ON = date(2026, 11, 22)
MONTHS_TO_ARRIVAL = 6
USUAL_AGE = 25
FAR = date(2090, 1, 1)
SKILLED = 1


def invited_on(dataset: Dataset, code: str) -> date:
    """Return the day of the invitation, at the latest the 28th of a month, so that every year and month has it."""
    newest = max(fact.in_force.first_day for fact in _facts(dataset, code))
    if newest <= INVITED_ON:
        return INVITED_ON
    return newest if newest.day <= 28 else add_months(newest.replace(day=1), 1)


def _facts(dataset: Dataset, code: str) -> Iterator[Fact[Any]]:
    for part in (dataset.countries[code], dataset.programme, tuple(dataset.places.values())):
        for _, found in records(part):
            if isinstance(found, Fact):
                yield found


def in_order(code: str, day: date) -> Applicant:
    """Return a citizen of `code`, invited on `day`, who meets whatever an agreement may ask."""
    arrival = add_months(day, MONTHS_TO_ARRIVAL)
    return Applicant(
        assessed_on=day,
        citizenships=(code,),
        residence=code,
        date_of_birth=day.replace(year=day.year - USUAL_AGE),
        passports=(
            Passport(issuer=code, expires_on=FAR),
            Passport(issuer=code, kind=DocumentKind.HONG_KONG_SAR, expires_on=FAR),
        ),
        studies=Studies(registered=True, post_secondary=True, school_country=code, field=Field.TOURISM),
        offer=Offer(
            signed=True,
            starts_on=arrival,
            ends_on=FAR,
            paid=True,
            required_for_studies=True,
            related_to_field=True,
            one_employer=True,
            one_location=True,
            teer=SKILLED,
            sector=Field.TOURISM,
            diploma_in_field=True,
            intra_company=True,
            employer_submitted=True,
        ),
        insurance=Insurance(kind=InsuranceKind.PRIVATE, covered_until=FAR),
        funds_cad=1_000_000,
        participations=(),
        dependants_on_application=False,
        admissible=True,
        recognized_organization=False,
        invitation=Invitation(received_on=day),
        arrives_on=arrival,
    )
