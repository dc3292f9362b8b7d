"""The applicant: the answers of one person, absent ones being None. The field names are public."""

from datetime import date, datetime
from enum import StrEnum

from generator.rules.kinds import Category, DocumentKind, Field, Territory
from generator.rules.record import record


class Asked(StrEnum):
    """What to assess: one category or all three."""

    INTERNATIONAL_COOP = "international_coop"
    YOUNG_PROFESSIONALS = "young_professionals"
    WORKING_HOLIDAY = "working_holiday"
    ANY = "any"


class Province(StrEnum):
    """Provinces and territories of Canada, by postal abbreviation."""

    AB = "AB"
    BC = "BC"
    MB = "MB"
    NB = "NB"
    NL = "NL"
    NS = "NS"
    NT = "NT"
    NU = "NU"
    ON = "ON"
    PE = "PE"
    QC = "QC"
    SK = "SK"
    YT = "YT"


class InsuranceKind(StrEnum):
    """What health cover will be held on arrival."""

    PRIVATE = "private"
    PROVINCIAL_CARD = "provincial_card"
    NONE = "none"


class InvitationAnswer(StrEnum):
    """What the candidate answered to the invitation to apply."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    NONE = "none"


@record
class Passport:
    """A travel document held."""

    issuer: str | None = None
    kind: DocumentKind = DocumentKind.ORDINARY
    expires_on: date | None = None


@record
class Studies:
    """The studies, current or finished."""

    registered: bool | None = None
    post_secondary: bool | None = None
    training_centre: bool | None = None
    school_country: str | None = None
    field: Field | None = None
    graduated_on: date | None = None


@record
class Offer:
    """The job or internship offer."""

    signed: bool | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    paid: bool | None = None
    required_for_studies: bool | None = None
    related_to_field: bool | None = None
    one_employer: bool | None = None
    one_location: bool | None = None
    teer: int | None = None
    sector: Field | None = None
    diploma_in_field: bool | None = None
    intra_company: bool | None = None
    province: Province | None = None
    employer_submitted: bool | None = None


@record
class Insurance:
    """The health insurance that will be held on arrival."""

    kind: InsuranceKind | None = None
    covered_until: date | None = None


@record
class Participation:
    """An earlier IEC participation; `activated` tells whether the work permit was issued on entry."""

    citizenship: str | None = None
    category: Category | None = None
    season: int | None = None
    permit_started_on: date | None = None
    permit_ended_on: date | None = None
    activated: bool | None = None
    recognized_organization: bool = False


@record
class Invitation:
    """The invitation to apply, real or expected."""

    received_on: date | None = None
    answer: InvitationAnswer | None = None
    accepted_at: datetime | None = None


@record
class Applicant:
    """One person and one application. None is "not answered"; `assessed_on` is the day called today."""

    assessed_on: date
    reference: str | None = None
    category: Asked = Asked.INTERNATIONAL_COOP
    season: int | None = None
    citizenships: tuple[str, ...] | None = None
    apply_as: str | None = None
    residence: str | None = None
    date_of_birth: date | None = None
    passports: tuple[Passport, ...] | None = None
    british_territory: Territory = Territory.UNITED_KINGDOM
    studies: Studies = Studies()
    offer: Offer = Offer()
    insurance: Insurance = Insurance()
    funds_cad: float | None = None
    participations: tuple[Participation, ...] | None = None
    dependants_on_application: bool | None = None
    admissible: bool | None = None
    recognized_organization: bool | None = None
    invitation: Invitation = Invitation()
    application_submitted_at: datetime | None = None
    biometrics_letter_on: date | None = None
    arrives_on: date | None = None
    entry_letter_expires_on: date | None = None

    @property
    def standing_invitation(self) -> Invitation:
        """Return the invitation that the rules go by: a declined one is as if it had not come."""
        declined = self.invitation.answer is InvitationAnswer.DECLINED
        return Invitation() if declined else self.invitation

    @property
    def decided_on(self) -> date:
        """Return the day on which age and the agreement's terms count: the invitation day, else today."""
        return self.standing_invitation.received_on or self.assessed_on

    @property
    def arrival(self) -> date | None:
        """Return the day of arrival in Canada: as given, else the first day of the offer."""
        return self.arrives_on or self.offer.starts_on
