"""One fact on one day, as other programs read it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from generator.rules.facts import Fact, History, NotKnownError, SourceReference, fact_in_force
from generator.rules.model import Source
from generator.rules.record import to_plain

NOT_KNOWN = "not_known"
BY_SEASON = ("seasons", "pools")  # kinds of fact whose numbers are read on single days


def in_force[T](history: History[T], day: date) -> Fact[T] | None:
    """Return the row of `history` in force on `day`, None where no row covers it."""
    try:
        return fact_in_force("", history, day)
    except NotKnownError:
        return None


def last_read[T](history: History[T], day: date) -> Fact[T] | None:
    """Return the row in force on `day`, else the last one before, where nobody published that it ended.

    Facts of a season are read so: a quota of one day is the last that was known of that season until it is read again.
    """
    begun = [row for row in history if row.in_force.first_day <= day]
    if not begun or begun[-1].in_force.holds_on(day) or begun[-1].in_force.known_through:
        return begun[-1] if begun else None
    return None


def row_for[T](fact: str, history: History[T], day: date) -> Fact[T] | None:
    """Return the row that tells the fact with this id on `day`, None where nothing is known of that day."""
    choose = last_read if fact.partition(".")[0] in BY_SEASON else in_force
    return choose(history, day)


def plain_fact(row: Fact[Any] | None, day: date, sources: Mapping[str, Source]) -> dict[str, Any]:
    """Return a row as plain values; its value is `not_known` where there is no row.

    The days stand in `since` or `known_since`, `through` or `known_through`. `known_on` is the day of the last reading,
    where the value may have changed since.
    """
    if row is None:
        return {"value": NOT_KNOWN}
    read = row.in_force.known_through
    return {
        "value": to_plain(row.value),
        "status": row.status.value,
        **to_plain(row.in_force),
        "known_on": read.isoformat() if read and read <= day else None,
        "checked_on": row.checked_on.isoformat(),
        "review_due": row.review_due and row.review_due.isoformat(),
        "overdue": row.overdue_on(day),
        "note": row.note and to_plain(row.note),
        "sources": passages(row.sources, sources),
        "versions": plain_versions(row, sources),
    }


def plain_versions(row: Fact[Any], sources: Mapping[str, Source]) -> list[dict[str, Any]]:
    """Return the other values that were published for the same fact, each with its sources."""
    return [
        {
            "value": to_plain(version.value),
            "note": version.note and to_plain(version.note),
            "sources": passages(version.sources, sources),
        }
        for version in row.versions
    ]


def passages(references: Iterable[SourceReference], sources: Mapping[str, Source]) -> list[dict[str, Any]]:
    """Return every passage that `references` name, once, with the title and the address of its source."""
    found = {
        (reference.id, reference.quote): {
            **to_plain(reference),
            "title": sources[reference.id].title,
            "url": sources[reference.id].url,
        }
        for reference in references
    }
    return list(found.values())
