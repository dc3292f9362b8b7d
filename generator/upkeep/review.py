"""Which facts a person should compare with their sources again, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.dataset import Knowledge
from generator.dataset.index import Entry
from generator.rules.facts import Fact, SourceReference
from generator.rules.model import Source


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact that has not ended: its entry, the number of the row in force or announced, the day of its next check."""

    entry: Entry
    number: int
    due: date

    @property
    def row(self) -> Fact[Any]:
        """Return the row in force, or the announced one."""
        return self.entry.rows[self.number]

    @property
    def line(self) -> int:
        """Return the first line of the row in its file."""
        return self.entry.lines[self.number]

    def references(self, source: str | None) -> tuple[SourceReference, ...]:
        """Return the passages of `source` on which the fact rests, all of them for None."""
        return tuple(reference for reference in self.row.sources if source in (None, reference.id))


@dataclass(frozen=True, slots=True)
class Page:
    """A source, None for facts that name none, with the facts to compare again and how many rest on it in all."""

    source: Source | None
    facts: tuple[OpenFact, ...]
    resting: int


def open_fact(entry: Entry, day: date) -> tuple[OpenFact, ...]:
    """Return the fact as it is in force on `day` and as it is announced; nothing where no further check is planned."""
    return tuple(
        OpenFact(entry, number, row.review_due)
        for number, row in enumerate(entry.rows)
        if row.review_due and (row.in_force.last_day is None or row.in_force.last_day >= day)
    )


def open_facts(knowledge: Knowledge, day: date) -> Iterator[OpenFact]:
    """Yield every fact that is in force on `day` or announced, in the order of the files."""
    for entry in knowledge.index.values():
        yield from open_fact(entry, day)


def pages_to_review(knowledge: Knowledge, day: date, until: date) -> list[Page]:
    """Return the pages with facts, in force on `day` or announced, that are due by `until`, the earliest due first.

    A fact that rests on several sources stands under each of them.
    """
    resting: dict[str | None, list[OpenFact]] = {}
    for fact in open_facts(knowledge, day):
        for source in dict.fromkeys(reference.id for reference in fact.row.sources) or (None,):
            resting.setdefault(source, []).append(fact)
    pages = [
        Page(knowledge.sources[source] if source else None, due, len({fact.entry.id for fact in facts}))
        for source, facts in resting.items()
        if (due := tuple(fact for fact in facts if fact.due <= until))
    ]
    return sorted(pages, key=lambda page: (min(fact.due for fact in page.facts), page.source.id if page.source else ""))


def horizon(day: date, soon: int, *, every: bool) -> date:
    """Return the last day that counts as due: `soon` days after `day`, or the end of time for `every` fact."""
    return date.max if every else day + timedelta(days=min(soon, (date.max - day).days))
