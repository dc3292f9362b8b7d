"""What changed, as pages tell it: since when, what, before, after, and where it was read."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from generator.dataset.guide import Statement
from generator.publish.changes import Change, changes, changes_of, known_since
from generator.rules.facts import Fact
from generator.site.facts import Shown
from generator.site.naming import Naming

POOLS = "pools."


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """One change in words; `shown` is the fact as it is on the first day after the change.

    `before` is None for a statement that nothing preceded: it tells itself what began.
    """

    id: str
    about: str
    before: str | None
    after: str
    shown: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfChanges:
    """The changes of one day, which `when` tells: since that day, at least since then, or only from then on."""

    when: str
    year: int
    is_announced: bool
    changes: tuple[ChangeShown, ...]

    @property
    def quotas(self) -> tuple[ChangeShown, ...]:
        """Return the changes of quotas."""
        return tuple(change for change in self.changes if change.id.startswith(POOLS))

    @property
    def terms(self) -> tuple[ChangeShown, ...]:
        """Return the other changes."""
        return tuple(change for change in self.changes if not change.id.startswith(POOLS))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfChanges:
    """The days of one year on which something changed, the newest first."""

    year: int
    days: tuple[DayOfChanges, ...]

    @property
    def count(self) -> int:
        """Return how many changes there were."""
        return sum(len(day.changes) for day in self.days)


class ChangesPresenter:
    """Shows changes, in one language for one page."""

    def __init__(self, naming: Naming) -> None:
        self.naming, self.knowledge, self.language = naming, naming.knowledge, naming.language

    def years(self) -> tuple[YearOfChanges, ...]:
        """Show all changes by year, newest first."""
        days = self._days(changes(self.knowledge))
        return tuple(YearOfChanges(year=year, days=tuple(group)) for year, group in groupby(days, lambda day: day.year))

    def newest(self, most: int) -> tuple[DayOfChanges, ...]:
        """Show the newest `most` days that are known to be the first ones of what changed, none of them to come."""
        past = (change for change in changes(self.knowledge) if not self._is_announced(change))
        return self._days(tuple(change for change in past if change.is_exact))[:most]

    def of(self, country: str | None) -> tuple[DayOfChanges, ...]:
        """Show the changes of `country`, or for None those of the programme, newest first."""
        return self._days(changes_of(self.knowledge, country))

    def known_since(self, country: str) -> str:
        """Return the first day for which the facts tell of `country`, in words."""
        return self.language.day(known_since(self.knowledge, country))

    def _days(self, found: tuple[Change, ...]) -> tuple[DayOfChanges, ...]:
        days: dict[str, list[Change]] = {}
        for change in found:
            days.setdefault(self._when(change), []).append(change)
        return tuple(
            DayOfChanges(
                when=when,
                year=group[0].since.year,
                is_announced=self._is_announced(group[0]),
                changes=tuple(map(self._change, group)),
            )
            for when, group in days.items()
        )

    def _when(self, change: Change) -> str:
        day = self.language.day(change.since)
        if self._is_announced(change):
            return self.language.say("change.announced", day=day)
        if change.is_exact:
            return self.language.say("change.since", day=day)
        return self.language.say("change.known_since", day=day)

    def _is_announced(self, change: Change) -> bool:
        return change.since > self._today

    def _change(self, change: Change) -> ChangeShown:
        return ChangeShown(
            id=change.id,
            about=self.naming.about(change.id),
            before=None if _tells_itself(change) else self._told(change.id, change.before, "change.not_recorded"),
            after=self._told(change.id, change.after, "change.ended"),
            shown=self.naming.on(self._day_of(change.row)).show(change.id),
        )

    def _told(self, id: str, row: Fact[Any] | None, otherwise: str) -> str:  # noqa: A002 the word the data uses
        return self.language.say(otherwise) if row is None else self.naming.value(id, row.value)

    def _day_of(self, row: Fact[Any]) -> date:
        """Return a day on which `row` holds: that of the page if it can be, so that an overdue check is seen."""
        return self._today if row.in_force.holds_on(self._today) else row.in_force.first_day

    @property
    def _today(self) -> date:
        return self.naming.presenter.as_of


def _tells_itself(change: Change) -> bool:
    return change.before is None and isinstance(change.row.value, Statement)
