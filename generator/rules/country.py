"""A jurisdiction and what its agreement says."""

from generator.rules.facts import History, Text
from generator.rules.kinds import Answer, Category, DocumentKind, Field, LegacyGrant, PermitKind, Repeat, School
from generator.rules.record import record


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
