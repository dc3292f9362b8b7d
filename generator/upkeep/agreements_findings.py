"""What the comparison of the page with the data finds; sentences are made elsewhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Self

from generator.dataset.index import Entry
from generator.rules.facts import Fact
from generator.rules.kinds import Category


class Kind(StrEnum):
    """How sure a finding is."""

    DIFFERS = "differs"
    NOT_READ = "not_read"
    BY_PERSON = "by_person"


class Cell(StrEnum):
    """What is compared."""

    COUNTRY = "country"
    CATEGORY = "category"
    STREAM = "stream"
    AGES = "ages"
    PERMIT = "permit"
    LONGEST = "longest permit"
    LATER = "permit of a later participation"
    TOGETHER = "months of all participations together"
    DISCONTINUANCE = "discontinuance"
    RESIDENCE = "residence"
    SCHOOL = "school in the country"
    STUDIES = "fields of study"
    SECTORS = "fields of the placement"
    GRADUATES = "months after graduation"
    TRAINING_CENTRE = "training centre"
    COMPANY = "transfer within a company"
    DOCUMENTS = "travel documents"
    PARTICIPATIONS = "participations"
    REPEAT = "repeat category"
    SHARES = "how participations are divided"


@dataclass(frozen=True, slots=True)
class Standing:
    """The row of a fact in force on the day of the comparison, with its place; without a row where none is."""

    fact: str
    row: Fact[Any] | None
    file: str | None = None
    line: int | None = None

    @property
    def value(self) -> Any:
        """Return the value in force, None where nothing is."""
        return self.row.value if self.row else None

    @classmethod
    def of(cls, fact: str, entry: Entry | None, day: date) -> Self:
        """Return what stands on `day`; where no row is in force, the place of the last one."""
        if entry is None:
            return cls(fact, None)
        for row, line in zip(entry.rows, entry.lines, strict=True):
            if row.in_force.holds_on(day):
                return cls(fact, row, entry.file, line)
        return cls(fact, None, entry.file, entry.lines[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One cell that differs, was not read, or is left to a person.

    `page` is what the page says in its own words, `read` and `data` the values on both sides, where there are any;
    `file` (below the folder of facts) and `line` lead to the row of the fact.
    """

    kind: Kind
    country: str
    cell: Cell
    page: str
    category: Category | None = None
    stream: str | None = None
    read: Any = None
    data: Any = None
    fact: str | None = None
    file: str | None = None
    line: int | None = None

    @classmethod
    def at(
        cls,
        kind: Kind,
        country: str,
        cell: Cell,
        page: str,
        standing: Standing | None = None,
        *,
        read: Any = None,
        category: Category | None = None,
        stream: str | None = None,
    ) -> Self:
        """Return a finding against what stands in the data, if anything does."""
        return cls(
            kind=kind,
            country=country,
            cell=cell,
            page=page,
            category=category,
            stream=stream,
            read=read,
            data=standing.value if standing else None,
            fact=standing.fact if standing else None,
            file=standing.file if standing else None,
            line=standing.line if standing else None,
        )
