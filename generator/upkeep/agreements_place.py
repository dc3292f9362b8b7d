"""Where a comparison stands: the side of the data, and the row of the page that is held against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.dataset import Knowledge
from generator.rules.country import Country, Stream
from generator.rules.kinds import Category
from generator.upkeep.agreements_findings import Cell, Finding, Kind, Standing
from generator.upkeep.agreements_page import Row
from generator.upkeep.place_names import PlaceNames


@dataclass(frozen=True, slots=True)
class Side:
    """The side of the data: the facts, the day whose facts are compared, the names of places."""

    knowledge: Knowledge
    day: date
    names: PlaceNames

    def standing(self, fact: str) -> Standing:
        """Return what the data says on the day."""
        return Standing.of(fact, self.knowledge.index.get(fact), self.day)


@dataclass(frozen=True, slots=True)
class Place:
    """The row that is compared: its country, its category, and the stream that it describes, if any."""

    side: Side
    country: Country
    category: Category
    row: Row
    stream: Stream | None = None

    def standing(self, name: str) -> Standing:
        """Return what the data says: the stream's own fact where it has one, else the category's."""
        if self.stream:
            own = f"{self.country.code}.streams.{self.stream.id}.{name}"
            if own in self.side.knowledge.index:
                return self.side.standing(own)
        return self.side.standing(f"{self.country.code}.{self.category.value}.{name}")

    def finding(self, kind: Kind, cell: Cell, page: str, read: Any = None, standing: Standing | None = None) -> Finding:
        """Return a finding about this row."""
        stream = self.stream.id if self.stream else None
        return Finding.at(
            kind, self.country.code, cell, page, standing, read=read, category=self.category, stream=stream
        )

    def unless_equal(self, cell: Cell, page: str, read: Any, name: str, expected: Any = None) -> Iterator[Finding]:
        """Yield a finding where the data does not say `read`; `expected` stands for a fact that is not recorded."""
        standing = self.standing(name)
        if (expected if standing.value is None else standing.value) != read:
            yield self.finding(Kind.DIFFERS, cell, page, read, standing)
