"""Facts as a page shows them: the value in words, beside it the status, the sources and the days."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.rules.facts import Fact, History, Period, SourceReference, Text, Version
from generator.rules.model import Source
from generator.site.language import Language

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

    `brief` is the value for the cell of a table; `is_plain` tells that nothing about the fact calls for a warning.
    """

    id: str
    label: str
    value: str
    brief: str
    status: str
    checked: str | None
    overdue: str | None
    note: str | None
    origins: tuple[Origin, ...]
    versions: tuple[Row, ...]
    other_days: tuple[Row, ...]

    @property
    def is_plain(self) -> bool:
        """Tell whether the fact is official and its check is not overdue."""
        return self.status == "official" and self.overdue is None

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
    """Shows facts in one language, as they are in force on one day, for one page."""

    def __init__(self, language: Language, as_of: date, sources: dict[str, Source]) -> None:
        self.language, self.as_of = language, as_of
        self.bibliography = Bibliography(sources)

    def in_force[T](self, history: History[T]) -> Fact[T] | None:
        """Return the row in force on the day of the page, or None."""
        return next((row for row in history if row.in_force.holds_on(self.as_of)), None)

    def show(
        self,
        id: str,  # noqa: A002 the word the data uses
        label: str,
        history: History[Any],
        tell: Tell,
        brief: Tell | None = None,
    ) -> Shown:
        """Show the fact `id` under `label`, its value put in words by `tell`, and by `brief` for a table."""
        row = self.in_force(history)
        others = tuple(self._other_day(other, tell) for other in history if other is not row)
        if row is None:
            return Shown(
                id=id,
                label=label,
                value=self.language.say("fact.not_known"),
                brief=self.language.say("fact.not_known"),
                status="not_known",
                checked=None,
                overdue=None,
                note=None,
                origins=(),
                versions=(),
                other_days=others,
            )
        return Shown(
            id=id,
            label=label,
            value=tell(row.value),
            brief=(brief or tell)(row.value),
            status=row.status.value,
            checked=self.language.day(row.checked_on),
            overdue=self._overdue(row),
            note=self._text(row.note),
            origins=self._origins(row.sources),
            versions=tuple(self._version(version, tell) for version in row.versions),
            other_days=others,
        )

    def _text(self, text: Text | None) -> str | None:
        return self.language.text(text) if text else None

    def _overdue(self, row: Fact[Any]) -> str | None:
        if row.review_due is None or not row.overdue_on(self.as_of):
            return None
        return self.language.day(row.review_due)

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
        if period.through is None:
            return self.language.say(f"period.{first}", first=self.language.day(period.first_day))
        return self.language.say(
            f"period.{first}_through",
            first=self.language.day(period.first_day),
            last=self.language.day(period.through),
        )
