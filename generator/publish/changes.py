"""What changed: read from the rows of each fact, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.dataset import Knowledge
from generator.dataset.guide import POOL_FACTS
from generator.dataset.index import Entry
from generator.publish.rows import passages
from generator.rules.facts import Fact
from generator.rules.record import to_plain

# Numbers that move by themselves while a season runs: no terms changed.
COUNTS = frozenset(POOL_FACTS) - {"quota"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one fact.

    `since` is the first day of what holds after it; `is_exact` is false where sources vouch for that day and nobody
    published the first one. `before` is None where nothing older is recorded, `after` where nothing followed.
    """

    id: str
    country: str | None
    since: date
    is_exact: bool
    before: Fact[Any] | None
    after: Fact[Any] | None

    @property
    def row(self) -> Fact[Any]:
        """Return the row that tells of the change: the one that follows it, else the one that ended."""
        row = self.after or self.before
        if row is None:
            raise ValueError(f"{self.id}: a change needs a row before or after it")
        return row


def changes(knowledge: Knowledge) -> tuple[Change, ...]:
    """List every recorded change, newest first."""
    return _newest_first(knowledge.index.values())


def changes_of(knowledge: Knowledge, country: str | None) -> tuple[Change, ...]:
    """List the changes of `country`, or for None those of the programme as a whole, newest first."""
    return _newest_first(knowledge.entries.get(country, ()))


def known_since(knowledge: Knowledge, country: str) -> date:
    """Return the first day for which the facts tell whether `country` has an agreement."""
    return knowledge.index[f"{country}.partner"].rows[0].in_force.first_day


def changes_view(knowledge: Knowledge, country: str | None, as_of: date) -> dict[str, Any]:
    """Return the changes of `country`, or for None those of the programme, as other programs read them.

    `exact` is false where `since` is only the first day for which a source vouches; `announced` is true for a change
    that is still to come on `as_of`.
    """
    about: dict[str, Any] = {"country": country}
    if country is not None:
        about["name"] = to_plain(knowledge.dataset.countries[country].name)
        about["known_since"] = known_since(knowledge, country).isoformat()
    return {
        **about,
        "as_of": as_of.isoformat(),
        "changes": [_plain(change, knowledge, as_of) for change in changes_of(knowledge, country)],
    }


def _newest_first(entries: Iterable[Entry]) -> tuple[Change, ...]:
    found = [change for entry in entries if _tells_terms(entry) for change in _changes_of(entry)]
    return tuple(sorted(found, key=lambda change: (-change.since.toordinal(), change.country or "", change.id)))


def _tells_terms(entry: Entry) -> bool:
    """Leave out the days of seasons, which have a page of their own, and what is counted while they run."""
    return not entry.id.startswith("seasons.") and entry.id.rpartition(".")[2] not in COUNTS


def _changes_of(entry: Entry) -> Iterator[Change]:
    befores: Iterable[Fact[Any] | None] = (None, *entry.rows[:-1])
    for before, after in zip(befores, entry.rows, strict=True):
        period = after.in_force
        if (before is None and period.since) or (before is not None and before.value != after.value):
            yield _change(entry, period.first_day, before, after, is_exact=period.since is not None)
    last = entry.rows[-1]
    if last.in_force.through:
        yield _change(entry, last.in_force.through + timedelta(days=1), last, None, is_exact=True)


def _change(entry: Entry, since: date, before: Fact[Any] | None, after: Fact[Any] | None, *, is_exact: bool) -> Change:
    return Change(id=entry.id, country=entry.country, since=since, is_exact=is_exact, before=before, after=after)


def _plain(change: Change, knowledge: Knowledge, as_of: date) -> dict[str, Any]:
    return {
        "id": change.id,
        "since": change.since.isoformat(),
        "exact": change.is_exact,
        "announced": change.since > as_of,
        "before": to_plain(change.before.value) if change.before else None,
        "after": to_plain(change.after.value) if change.after else None,
        "status": change.row.status.value,
        "sources": passages(change.row.sources, knowledge.sources),
    }
