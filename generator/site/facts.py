"""Facts as a page shows them: the value in words, beside it the status, the sources and the days."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.dataset import Knowledge
from generator.publish.rows import in_force, row_for
from generator.rules.facts import Fact, History, Period, SourceReference, Text, Version
from generator.rules.model import Source
from generator.site.language import Language
from generator.site.repository import Repository, Tracer, Trail

type Tell = Callable[[Any], str]

LONGEST_CELL = 4  # words: a shorter quote is the cell of a table or a heading, and is whole


def mark_cut(quote: str) -> str:
    """Return `quote` with a mark where it stops in the middle of a sentence."""
    whole = quote.endswith((".", "!", "?", ";", ":", "…")) or len(quote.split()) <= LONGEST_CELL
    return quote if whole else f"{quote} […]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One source of a fact: its number in the list at the end of the page, what it says and the day it was read."""

    number: int
    id: str
    language: str
    read: str | None
    quotes: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A value in words with the days on which it holds, or a version that another source gives."""

    value: str
    when: str | None
    note: str | None
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A fact ready for a template. `status` is `not_known` where no row covers the day of the page.

    `brief` is the value for the cell of a table; `when` names the day of a reading that may have changed since. `due`
    is the day by which to compare the fact again, `is_overdue` tells that it has passed by more than is allowed, and
    `trail` leads to the line of the file.
    """

    id: str
    label: str
    value: str
    brief: str
    when: str | None
    status: str
    checked: str | None
    due: str | None
    is_overdue: bool
    note: str | None
    origins: tuple[Origin, ...]
    versions: tuple[Row, ...]
    other_days: tuple[Row, ...]
    trail: Trail

    @property
    def is_plain(self) -> bool:
        """Tell whether the fact is official and its check is not overdue."""
        return self.status == "official" and not self.is_overdue

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the other values that are shown with the fact."""
        return (*self.versions, *self.other_days)


class Bibliography:
    """The sources of one page, numbered in the order in which they are first named."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.sources = sources
        self.numbers: dict[str, int] = {}

    def number(self, source: str) -> int:
        """Return the number of the source with this id on the page."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def listed(self) -> list[tuple[int, Source]]:
        """Return the sources named so far, with their numbers."""
        return [(number, self.sources[source]) for source, number in self.numbers.items()]


class Presenter:
    """Shows facts in one language, as they are in force on one day, for one page; `page` is its address."""

    def __init__(
        self, language: Language, as_of: date, knowledge: Knowledge, repository: Repository, page: str = ""
    ) -> None:
        self.language, self.as_of = language, as_of
        self.bibliography = Bibliography(knowledge.sources)
        self.tracer = Tracer(repository, knowledge.index, page)

    def in_force[T](self, history: History[T]) -> Fact[T] | None:
        """Return the row in force on the day of the page, or None."""
        return in_force(history, self.as_of)

    def show(
        self,
        id: str,  # noqa: A002 the word the data uses
        label: str,
        history: History[Any],
        tell: Tell,
        brief: Tell | None = None,
    ) -> Shown:
        """Show the fact `id` under `label`, its value put in words by `tell`, and by `brief` for a table."""
        row = row_for(id, history, self.as_of)
        value = self.language.say("fact.not_known") if row is None else tell(row.value)
        return Shown(
            id=id,
            label=label,
            value=value,
            brief=value if row is None or brief is None else brief(row.value),
            when=self.period(row.in_force) if row and not row.in_force.holds_on(self.as_of) else None,
            status="not_known" if row is None else row.status.value,
            checked=self.language.day(row.checked_on) if row else None,
            due=self.language.day(row.review_due) if row and row.review_due else None,
            is_overdue=row is not None and self.is_overdue(row),
            note=self._text(row.note) if row else None,
            origins=self._origins(row.sources) if row else (),
            versions=tuple(self._version(version, tell) for version in row.versions) if row else (),
            other_days=tuple(self._other_day(other, tell) for other in history if other is not row),
            trail=self.tracer.trail(id, row, value),
        )

    def is_overdue(self, row: Fact[Any]) -> bool:
        """Tell whether the day by which to compare `row` again has passed."""
        return row.overdue_on(self.as_of)

    def _text(self, text: Text | None) -> str | None:
        return self.language.text(text) if text else None

    def _origins(self, references: Iterable[SourceReference]) -> tuple[Origin, ...]:
        """Return every source once, with all that it says."""
        grouped: dict[str, list[SourceReference]] = {}
        for reference in references:
            grouped.setdefault(reference.id, []).append(reference)
        return tuple(self._origin(source, group) for source, group in grouped.items())

    def _origin(self, id: str, references: list[SourceReference]) -> Origin:  # noqa: A002 the word the data uses
        source = self.bibliography.sources[id]
        read_on = next((reference.read_on for reference in references if reference.read_on), source.copied_on)
        return Origin(
            number=self.bibliography.number(id),
            id=id,
            language=source.languages[0],
            read=self.language.day(read_on) if read_on else None,
            quotes=tuple(dict.fromkeys(mark_cut(reference.quote) for reference in references if reference.quote)),
            notes=tuple(dict.fromkeys(reference.note for reference in references if reference.note)),
        )

    def _version(self, version: Version[Any], tell: Tell) -> Row:
        return Row(
            value=tell(version.value),
            when=None,
            note=self._text(version.note),
            origins=self._origins(version.sources),
        )

    def _other_day(self, row: Fact[Any], tell: Tell) -> Row:
        return Row(
            value=tell(row.value),
            when=self.period(row.in_force),
            note=self._text(row.note),
            origins=self._origins(row.sources),
        )

    def period(self, period: Period) -> str:
        """Write the days of `period` in words; a beginning that nobody published is said to be at least that old."""
        first = "since" if period.since else "known_since"
        if period.last_day is None:
            return self.language.say(f"period.{first}", first=self.language.day(period.first_day))
        if period.known_since == period.known_through:
            return self.language.say("period.on", day=self.language.day(period.first_day))
        last = "through" if period.through else "known_through"
        return self.language.say(
            f"period.{first}_{last}",
            first=self.language.day(period.first_day),
            last=self.language.day(period.last_day),
        )
