"""What is known besides the rules' facts: points of the guide, pools, organizations, official terms, claims."""

from dataclasses import field, fields
from datetime import date
from enum import StrEnum

from generator.rules.country import Note
from generator.rules.facts import History, Text
from generator.rules.kinds import Answer, Category
from generator.rules.programme import Season
from generator.rules.record import record


class Topic(StrEnum):
    """The topics of the guide, in the order in which pages tell them; each is a file of `data/guide`."""

    ELIGIBILITY = "eligibility"
    PARTICIPATION = "participation"
    PERMIT = "permit"
    PLACEMENT = "placement"
    EMPLOYER = "employer"
    INVITATION = "invitation"
    PROCESS = "process"
    DEADLINES = "deadlines"
    DOCUMENTS = "documents"
    FEES = "fees"
    INSURANCE = "insurance"
    ARRIVAL = "arrival"
    WORK = "work"
    EXTENSION = "extension"
    FAMILY = "family"
    QUEBEC = "quebec"
    AFTERWARDS = "afterwards"
    ORGANIZATIONS = "organizations"
    SEASONS = "seasons"


class Unlimited(StrEnum):
    """A quota that is no number."""

    UNLIMITED = "unlimited"


class ClaimVerdict(StrEnum):
    """What becomes of a claim when it is held against the sources."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    OUTDATED = "outdated"
    UNSUPPORTED = "unsupported"
    INCOMPLETE = "incomplete"


@record
class Statement:
    """A sentence in both languages; its numbers and days stand in `figures` and are named in braces in the text."""

    text: Text
    figures: dict[str, int | float | date] = field(default_factory=dict)


@record
class Point:
    """One thing that readers should know, said of the categories that it holds for."""

    id: str
    categories: tuple[Category, ...]
    says: History[Statement]


@record
class Pool:
    """The pool of one country and category in one season: numbers as they were read on single days.

    `quota` is the number of places of the season; `invitations` those issued since its beginning, `candidates` the
    profiles in the pool and `places_left` the places still open; the rounds are named as IRCC words them.
    """

    country: str
    category: Category
    quota: History[int | Unlimited] = ()
    invitations: History[int] = ()
    candidates: History[int] = ()
    places_left: History[int] = ()
    first_round: History[Text] = ()
    final_round: History[Text] = ()


POOL_FACTS = tuple(one.name for one in fields(Pool) if one.name not in ("country", "category"))


@record
class SeasonRecord:
    """What is known of an IEC season, named after its calendar year.

    `profiles_until` is the last day on which a profile could be submitted. `invitations` counts those of all pools,
    `quotas_posted` adds the quotas that were posted for all categories, `working_holiday_quotas` those of that one.
    """

    year: int
    pools_opened: History[date] = ()
    first_rounds: History[date] = ()
    profiles_until: History[date] = ()
    closed: History[date] = ()
    invitations: History[int] = ()
    quotas_posted: History[int] = ()
    working_holiday_quotas: History[int] = ()
    notes: tuple[Note, ...] = ()

    def for_rules(self) -> Season | None:
        """Return what the rules use, None where the day on which the pools opened is not known."""
        return Season(year=self.year, pools_opened=self.pools_opened) if self.pools_opened else None


@record
class Organization:
    """A body that is named as a recognized organization; `categories` is empty where nobody publishes them."""

    id: str
    name: str
    recognized: History[Answer]
    categories: History[tuple[Category, ...]] = ()


@record
class Term:
    """An official term, in both languages; `group` gathers those of one subject."""

    id: str
    group: str
    name: History[Text]


@record
class Claim:
    """A claim that readers meet elsewhere, what becomes of it, and the facts on which the answer rests.

    `answer` may name `{partners}`, `{coop_countries}` and `{missing}`; `countries` are those that the claim lists.
    """

    id: str
    says: Text
    verdict: ClaimVerdict
    answer: Text
    facts: tuple[str, ...]
    countries: tuple[str, ...] = ()


@record
class Ageing:
    """How the checks take the `review_due` of a fact: days before it to begin to warn, days after it to refuse."""

    warn_before_days: int
    refuse_after_days: int
