"""What the page of one country shows."""

from dataclasses import dataclass

from generator.rules.model import Source
from generator.site.facts import Shown
from generator.site.worked import Example


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryShown:
    """One category of an agreement: whether it is offered and, if so, its terms."""

    id: str
    name: str
    offered: Shown
    is_offered: bool
    terms: tuple[Shown, ...]

    def term(self, field: str) -> Shown:
        """Return the term `field`."""
        return next(shown for shown in self.terms if shown.id.endswith(f".{field}"))

    def key(self, *fields: str) -> tuple[Shown, ...]:
        """Return those of the named terms that are there."""
        return tuple(shown for field in fields for shown in self.terms if shown.id.endswith(f".{field}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamShown:
    """A named variant of a category."""

    id: str
    name: str
    category: str
    facts: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryShown:
    """A country page.

    `answer` is `offered`, `not_offered`, `not_partner` or `unclear`; `times` is how often one may take part, in a few
    words; `official` is the page of the government on which the answer rests.
    """

    code: str
    name: str
    answer: str
    partner: Shown
    coop: CategoryShown
    others: tuple[CategoryShown, ...]
    times: str | None
    participations: tuple[Shown, ...]
    travel_documents: tuple[Shown, ...]
    places: tuple[Shown, ...]
    streams: tuple[StreamShown, ...]
    notes: tuple[Shown, ...]
    worked: tuple[Example, ...]
    official: Source | None

    @property
    def instead(self) -> tuple[CategoryShown, ...]:
        """Return the other categories that are offered."""
        return tuple(other for other in self.others if other.is_offered)

    @property
    def statuses(self) -> tuple[str, ...]:
        """Return every status among the facts that say whether, how and how often co-op is offered."""
        shown = (self.partner, self.coop.offered, *self.coop.terms, *self.participations)
        return tuple(dict.fromkeys(fact.status for fact in shown))
