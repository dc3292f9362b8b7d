"""Facts: a value with its period, its status, its sources and the day a person checked it."""

from datetime import date
from enum import StrEnum

from generator.rules.record import record


class Status(StrEnum):
    """How far a fact can be relied on."""

    OFFICIAL = "official"
    SECONDARY = "secondary"
    CONFLICTING = "conflicting"
    UNVERIFIED = "unverified"


@record
class Text:
    """The same words in English and French."""

    en: str
    fr: str


@record
class SourceReference:
    """Where a fact was read: a source of the registry, a quote of at most 15 words, the day of the copy read."""

    id: str
    quote: str | None = None
    read_on: date | None = None
    note: str | None = None


@record
class Period:
    """The days on which a fact is in force.

    `since` is the first day; where nobody published it, `known_since` is the first day for which a source vouches.
    `through` is the last day, inclusive; where nobody published it, `known_through` is the last day for which a source
    vouches, and nothing is said of the days after. Without either, the fact is in force until another row follows.
    """

    since: date | None = None
    known_since: date | None = None
    through: date | None = None
    known_through: date | None = None

    @property
    def first_day(self) -> date:
        """Return the first day for which the fact may be used."""
        day = self.since or self.known_since
        if day is None:
            raise ValueError("a period needs since or known_since")
        return day

    @property
    def last_day(self) -> date | None:
        """Return the last day for which the fact may be used, or None while it is open."""
        return self.through or self.known_through

    def holds_on(self, day: date) -> bool:
        """Tell whether `day` lies in the period."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@record
class Version[T]:
    """Another value that was published for the same fact."""

    value: T
    sources: tuple[SourceReference, ...] = ()
    note: Text | None = None


@record
class Fact[T]:
    """One value in force for one period, with where it comes from and when a person last compared it."""

    value: T
    in_force: Period
    status: Status
    sources: tuple[SourceReference, ...] = ()
    checked_on: date
    review_due: date | None = None
    versions: tuple[Version[T], ...] = ()
    note: Text | None = None

    @property
    def disputed(self) -> tuple[T, ...]:
        """Return the other published values between which the sources do not decide; none where the status does."""
        return tuple(version.value for version in self.versions) if self.status is Status.CONFLICTING else ()

    def overdue_on(self, day: date) -> bool:
        """Tell whether the fact should have been checked again before `day`."""
        return self.review_due is not None and day > self.review_due


type History[T] = tuple[Fact[T], ...]


class NotKnownError(LookupError):
    """No recorded row covers the day that a rule asks for.

    `first_day` is the first day with a row, or None where the fact was never recorded; `last_day` the last one before
    the day asked for, or None where there is none.
    """

    def __init__(self, fact: str, day: date, first_day: date | None, last_day: date | None = None) -> None:
        super().__init__(f"{fact} is not known for {day}")
        self.fact, self.day, self.first_day, self.last_day = fact, day, first_day, last_day


def fact_in_force[T](fact: str, history: History[T], day: date) -> Fact[T]:
    """Return the row of `history` in force on `day`.

    Raises NotKnownError where no row covers the day: the nearest row is never used instead.
    """
    for row in history:
        if row.in_force.holds_on(day):
            return row
    first_day = min((row.in_force.first_day for row in history), default=None)
    ends = (row.in_force.last_day for row in history)
    raise NotKnownError(fact, day, first_day, max((end for end in ends if end and end < day), default=None))
