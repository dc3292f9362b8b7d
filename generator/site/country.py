"""What the page of one country shows."""

from dataclasses import dataclass

from generator.rules.model import Source
from generator.site.facts import Shown
from generator.site.worked import Example


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryShown:
    """One category of an agreement: whether it is offered, and its terms, or what is recorded of them."""

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
    def categories(self) -> tuple[CategoryShown, ...]:
        """Return every category, International Co-op first."""
        return (self.coop, *self.others)

    @property
    def instead(self) -> tuple[CategoryShown, ...]:
        """Return the other categories that are offered."""
        return tuple(other for other in self.others if other.is_offered)

    @property
    def doubtful(self) -> tuple[Shown, ...]:
        """Return the first fact of every mark that calls for a look, among those on co-op."""
        shown = (self.partner, self.coop.offered, *self.coop.terms, *self.participations)
        marks: dict[tuple[str, bool], Shown] = {}
        for fact in shown:
            if not fact.is_plain:
                marks.setdefault((fact.status, fact.is_overdue), fact)
        return tuple(marks.values())
