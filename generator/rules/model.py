"""The dataset as the rules see it: jurisdictions, programme, places, seasons, documents to gather."""

from datetime import date
from enum import StrEnum

from generator.rules.facts import History, Text
from generator.rules.record import record


class Category(StrEnum):
    """The three categories of International Experience Canada, in the order in which ties are shown."""

    INTERNATIONAL_COOP = "international_coop"
    YOUNG_PROFESSIONALS = "young_professionals"
    WORKING_HOLIDAY = "working_holiday"


class Answer(StrEnum):
    """A fact that is yes or no, or about which we can say neither."""

    YES = "yes"
    NO = "no"
    NOT_PUBLISHED = "not_published"
    UNVERIFIED = "unverified"


class PermitKind(StrEnum):
    """What the work permit ties its holder to."""

    OPEN = "open"
    EMPLOYER_SPECIFIC = "employer_specific"


class Repeat(StrEnum):
    """Whether a category may be used a second time."""

    PERMITTED = "permitted"
    NOT_PERMITTED = "not_permitted"
    LIMITED = "limited"
    NOT_STATED = "not_stated"


class School(StrEnum):
    """Where a co-op student must be registered at school."""

    IN_COUNTRY = "in_country"
    ANYWHERE = "anywhere"


class Field(StrEnum):
    """Fields of study and sectors of work that an agreement tells apart."""

    FORESTRY = "forestry"
    AGRICULTURE = "agriculture"
    TOURISM = "tourism"
    OTHER = "other"


class DocumentKind(StrEnum):
    """Kinds of travel document."""

    ORDINARY = "ordinary"
    HONG_KONG_SAR = "hong_kong_sar"
    BRITISH_NATIONAL_OVERSEAS = "british_national_overseas"
    REFUGEE_TRAVEL_DOCUMENT = "refugee_travel_document"


@record
class Ages:
    """The first and the last age, in completed years, both inclusive."""

    minimum: int
    maximum: int


@record
class Slot:
    """A number of participations that several categories share."""

    categories: tuple[Category, ...]
    count: int


@record
class Participations:
    """How often a citizen may take part, and how the agreement divides it.

    `total` participations in a lifetime; `slots` where categories share them; `repeatable` names the categories
    that may be repeated where `repeat` is limited; `cumulative_months` caps all permits together; `later_months`
    is the longest permit of every participation after the first, where the agreement sets one.
    """

    total: int
    repeat: Repeat
    slots: tuple[Slot, ...] = ()
    repeatable: tuple[Category, ...] = ()
    cumulative_months: int | None = None
    later_months: int | None = None


class LegacyGrant(StrEnum):
    """What somebody who took part before an agreement changed may still do."""

    FINAL = "final"  # one last participation, in any category
    SECOND = "second"  # the ordinary second participation, with another length


@record
class Legacy:
    """What participations in seasons before `before_season` leave open.

    `at_most` earlier participations and `months_at_most` months in all (a begun month counts whole); beyond them
    nothing is left (FINAL) or the ordinary rule holds (SECOND). `months`: length of the permit still open, or the
    category's own when absent.
    """

    before_season: int
    grants: LegacyGrant
    at_most: int | None = None
    months_at_most: int | None = None
    months: int | None = None


@record
class RestrictedFields:
    """The only fields of study, and sectors of work, that a category takes."""

    studies: tuple[Field, ...]
    sectors: tuple[Field, ...]


@record
class AcceptedDocument:
    """A travel document that proves a citizenship; `issuer` is absent where the kind alone tells it."""

    kind: DocumentKind
    issuer: str | None = None


@record
class Terms:
    """What an agreement says of one category; every field but `offered` is empty where it is not offered.

    `permit_months` is the longest permit of a first participation; `discontinuance_months` the gap since the last.
    """

    offered: History[Answer]
    ages: History[Ages] = ()
    permit_months: History[int] = ()
    permit: History[PermitKind] = ()
    discontinuance_months: History[int] = ()
    residence_required: History[Answer] = ()
    school: History[School] = ()
    restricted_fields: History[RestrictedFields] = ()
    graduates_within_months: History[int] = ()
    training_centre_accepted: History[Answer] = ()
    must_be_paid: History[Answer] = ()
    intra_company_only: History[Answer] = ()


@record
class Stream:
    """A named variant of a category, described on the page and not assessed apart."""

    id: str
    category: Category
    name: Text
    ages: History[Ages] = ()
    permit_months: History[int] = ()
    description: History[Text] = ()


@record
class Note:
    """Something particular to a jurisdiction, in words."""

    id: str
    text: History[Text]


@record
class Country:
    """A jurisdiction with a page of its own, by its ISO 3166-1 alpha-2 code."""

    code: str
    name: Text
    partner: History[Answer]
    travel_documents: History[tuple[AcceptedDocument, ...]] = ()
    participations: History[Participations] = ()
    legacy: History[Legacy] = ()
    categories: dict[Category, Terms]
    streams: tuple[Stream, ...] = ()
    notes: tuple[Note, ...] = ()


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


class Territory(StrEnum):
    """Where a British applicant comes from."""

    UNITED_KINGDOM = "united_kingdom"
    JERSEY = "jersey"
    GUERNSEY = "guernsey"
    OTHER = "other"


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


class DocumentMoment(StrEnum):
    """When a document is shown."""

    WITH_APPLICATION = "with_application"
    AFTER_APPLICATION = "after_application"
    AT_THE_BORDER = "at_the_border"


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


@record
class Source:
    """A page or text that facts rest on. `copied_on` is the day of the copy that was read, where known."""

    id: str
    title: str
    publisher: str
    tier: str
    url: str
    url_fr: str | None = None
    languages: tuple[str, ...] = ("en",)
    modified_on: date | None = None
    copied_on: date | None = None
    note: str | None = None


@record
class Dataset:
    """All facts, ready for the rules.

    `version` names the content; `verified_on` is the earliest day on which a person checked a fact still in force;
    `names` gives every ISO 3166-1 alpha-2 code its name in English and French.
    """

    version: str
    verified_on: date
    countries: dict[str, Country]
    programme: Programme
    places: dict[str, Place]
    seasons: dict[int, Season]
    documents: tuple[RequiredDocument, ...]
    sources: dict[str, Source]
    names: dict[str, Text]
