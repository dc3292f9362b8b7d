"""What the page of one country shows."""

from dataclasses import dataclass

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

    `answer` is `offered`, `not_offered`, `not_partner` or `unclear`; `times` is how often one may take part.
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

    @property
    def instead(self) -> tuple[CategoryShown, ...]:
        """Return the other categories that are offered."""
        return tuple(other for other in self.others if other.is_offered)

    @property
    def statuses(self) -> tuple[str, ...]:
        """Return every status among the facts that say whether and how co-op is offered."""
        return tuple(dict.fromkeys(shown.status for shown in (self.partner, self.coop.offered, *self.coop.terms)))
