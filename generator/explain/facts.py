"""The facts that an assessment names, each with what it rests on."""

from datetime import date
from typing import Any

from generator.explain.values import fact_label, fact_text
from generator.explain.wording import Wording
from generator.rules.facts import SourceReference
from generator.rules.findings import UsedFact
from generator.rules.model import Dataset, Source
from generator.rules.record import to_plain


class ToldFacts:
    """Facts as plain values in the words of one language, each made once, however often it is told."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._told: dict[tuple[str, int, bool], tuple[UsedFact, dict[str, Any]]] = {}

    def fact(self, fact: UsedFact, today: date) -> dict[str, Any]:
        """Return a fact: its value also in words, its days, its sources and what else was published."""
        key = fact.id, id(fact.row), fact.row.overdue_on(today)
        if key not in self._told:  # the row is kept beside its words, so that no other row can take its identity
            self._told[key] = fact, used_fact(fact, self.wording, today)
        return self._told[key][1]


def used_fact(fact: UsedFact, wording: Wording, today: date) -> dict[str, Any]:
    """Return a fact as plain values: its value also in words, its days, its sources and what else was published."""
    row = fact.row
    return {
        "label": fact_label(fact.id, wording),
        "value": to_plain(row.value),
        "text": fact_text(fact.id, row.value, wording),
        "status": row.status.value,
        "in_force": to_plain(row.in_force),
        "checked_on": row.checked_on.isoformat(),
        "review_due": row.review_due and row.review_due.isoformat(),
        "overdue": row.overdue_on(today),
        "note": row.note and wording.text(row.note),
        "sources": _sources(row.sources, wording.dataset),
        "versions": [
            {
                "value": to_plain(version.value),
                "text": fact_text(fact.id, version.value, wording),
                "note": version.note and wording.text(version.note),
                "sources": _sources(version.sources, wording.dataset),
            }
            for version in row.versions
        ],
    }


def _sources(references: tuple[SourceReference, ...], dataset: Dataset) -> list[dict[str, Any]]:
    """Return the passages with their sources; `read_on` is the day of the copy that was read, where known."""
    return [_source(reference, dataset.sources[reference.id]) for reference in references]


def _source(reference: SourceReference, source: Source) -> dict[str, Any]:
    read_on = reference.read_on or source.copied_on
    return {
        "id": reference.id,
        "title": source.title,
        "url": source.url,
        "quote": reference.quote,
        "read_on": read_on and read_on.isoformat(),
        "note": reference.note,
    }
