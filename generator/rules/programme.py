"""What holds for every applicant: fees, days, territories, seasons, documents to gather."""

from datetime import date

from generator.rules.facts import History, Text
from generator.rules.kinds import Answer, Category, DocumentMoment, Territory
from generator.rules.record import record


@record
class Programme:
    """What holds for every applicant, whatever the citizenship. Money in Canadian dollars, periods as named."""

    citizenship_required: History[Answer]
    recognized_organization_terms: History[Answer]
    canadian_citizens_need_a_permit: History[Answer]
    refugee_travel_document_accepted: History[Answer]
    passport_limits_permit: History[Answer]
    age_counted_on: History[str]
    student_required: History[Answer]
    post_secondary_required: History[Answer]
    placement_required_for_studies: History[Answer]
    placement_in_field_of_study: History[Answer]
    offer_required: History[tuple[Category, ...]]
    one_employer: History[Answer]
    one_location: History[Answer]
    unpaid_placement_allowed: History[str]
    paid_job_required: History[tuple[Category, ...]]
    offer_number_required: History[tuple[Category, ...]]
    highest_teer: History[int]
    highest_teer_with_diploma: History[int]
    participation_counted_when: History[str]
    separate_allowance_per_citizenship: History[Answer]
    participations_per_season: History[int]
    discontinuance_counted_from: History[str]
    minimum_funds: History[int]
    more_funds_when_unpaid: History[Answer]
    insurance_required: History[Answer]
    insurance_extendable: History[Answer]
    dependants_on_application: History[Answer]
    admissibility_required: History[Answer]
    days_to_answer_invitation: History[int]
    days_to_apply: History[int]
    days_to_give_biometrics: History[int]
    entry_letter_months: History[int]
    participation_fee: History[float]
    open_work_permit_fee: History[float]
    biometrics_fee: History[float]
    employer_compliance_fee: History[float]


@record
class Season:
    """An IEC season: the calendar year it is named after and the day its pools opened."""

    year: int
    pools_opened: History[date]


@record
class Place:
    """A territory that the agreement of another country reaches.

    `citizenship_of`: its people hold that country's citizenship; `territory` tells which kind of British applicant.
    `residence_in`: living there counts as living in that country.
    """

    code: str
    covered: History[Answer]
    citizenship_of: str | None = None
    residence_in: str | None = None
    territory: Territory | None = None


@record
class Asking:
    """Why a document is asked for, and on which condition, absent where always."""

    why: Text
    condition: Text | None = None


@record
class RequiredDocument:
    """A document to gather.

    `jurisdictions` limits it to some agreements; `where_residence_required` to those that ask for residence.
    """

    id: str
    categories: tuple[Category, ...]
    when: DocumentMoment
    name: Text
    asked: History[Asking]
    jurisdictions: tuple[str, ...] = ()
    where_residence_required: bool = False
