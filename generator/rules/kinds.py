"""Closed sets of values, as the facts and the answers name them."""

from enum import StrEnum


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


class LegacyGrant(StrEnum):
    """What somebody who took part before an agreement changed may still do."""

    FINAL = "final"  # one last participation, in any category
    SECOND = "second"  # the ordinary second participation, with another length


class Territory(StrEnum):
    """Where a British applicant comes from."""

    UNITED_KINGDOM = "united_kingdom"
    JERSEY = "jersey"
    GUERNSEY = "guernsey"
    OTHER = "other"


class DocumentMoment(StrEnum):
    """When a document is shown."""

    WITH_APPLICATION = "with_application"
    AFTER_APPLICATION = "after_application"
    AT_THE_BORDER = "at_the_border"
