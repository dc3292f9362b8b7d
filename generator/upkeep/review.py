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
    """A fact that is in force until further notice: its entry and the number of the row that says so."""

    entry: Entry
    number: int

    @property
    def row(self) -> Fact[Any]:
        """Return the row in force."""
        return self.entry.rows[self.number]

    @property
    def due(self) -> date:
        """Return the day by which the fact should be compared again; every open row has one."""
        return self.row.review_due or self.row.checked_on

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


def open_fact(entry: Entry) -> OpenFact | None:
    """Return the fact as it is in force until further notice, None where its last row is closed."""
    last = len(entry.rows) - 1
    return OpenFact(entry, last) if entry.rows[last].in_force.last_day is None else None


def open_facts(knowledge: Knowledge) -> Iterator[OpenFact]:
    """Yield every fact that is in force until further notice, in the order of the files."""
    for entry in knowledge.index.values():
        if fact := open_fact(entry):
            yield fact


def pages_to_review(knowledge: Knowledge, until: date) -> list[Page]:
    """Return the pages with facts that are due on `until` or before, the earliest due first.

    A fact that rests on several sources stands under each of them.
    """
    resting: dict[str | None, list[OpenFact]] = {}
    for fact in open_facts(knowledge):
        for source in dict.fromkeys(reference.id for reference in fact.row.sources) or (None,):
            resting.setdefault(source, []).append(fact)
    pages = [
        Page(knowledge.sources[source] if source else None, due, len(facts))
        for source, facts in resting.items()
        if (due := tuple(fact for fact in facts if fact.due <= until))
    ]
    return sorted(pages, key=lambda page: (min(fact.due for fact in page.facts), page.source.id if page.source else ""))


def horizon(day: date, soon: int, *, every: bool) -> date:
    """Return the last day that counts as due: `soon` days after `day`, or the end of time for `every` fact."""
    return date.max if every else day + timedelta(days=min(soon, (date.max - day).days))
