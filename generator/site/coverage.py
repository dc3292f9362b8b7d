"""How well the facts are founded on one day: counts by status, by quote and by the day of the next check."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.dataset import Knowledge
from generator.dataset.index import Entry
from generator.publish.rows import last_read
from generator.rules.facts import Fact, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Numbers of facts: all of them, those of each status, those due for a check and those without a quote."""

    facts: int
    official: int
    secondary: int
    conflicting: int
    unverified: int
    due: int
    without_quote: int


def coverage(knowledge: Knowledge, day: date) -> Coverage:
    """Count the facts of the index by the row that is in force on `day`, else by the last one before or the first."""
    rows = [row_on(entry, day) for entry in knowledge.index.values()]
    statuses = Counter(row.status for row in rows)
    return Coverage(
        facts=len(rows),
        official=statuses[Status.OFFICIAL],
        secondary=statuses[Status.SECONDARY],
        conflicting=statuses[Status.CONFLICTING],
        unverified=statuses[Status.UNVERIFIED],
        due=sum(row.overdue_on(day) for row in rows),
        without_quote=sum(not any(reference.quote for reference in row.sources) for row in rows),
    )


def row_on(entry: Entry, day: date) -> Fact[Any]:
    """Return the row of a fact that speaks for it on `day`."""
    begun = [row for row in entry.rows if row.in_force.first_day <= day]
    return last_read(entry.rows, day) or (begun or entry.rows)[-1 if begun else 0]
