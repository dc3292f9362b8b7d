"""What readers meet elsewhere, held against the facts; and every fact on which sources disagree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.dataset.guide import Claim
from generator.dataset.index import Entry
from generator.rules.facts import Status
from generator.site.country import CountryShown
from generator.site.coverage import row_on
from generator.site.facts import Shown
from generator.site.naming import Naming

NOT_PARTNER = "not_partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimShown:
    """A claim, what becomes of it, our statement and the facts on which that rests."""

    id: str
    says: str
    verdict: str
    answer: str
    facts: tuple[Shown, ...]


class ClaimsPresenter:
    """Shows claims and disputed facts, in one language for one page; `countries` are all, as pages show them."""

    def __init__(self, naming: Naming, countries: Sequence[CountryShown]) -> None:
        self.naming, self.knowledge, self.language = naming, naming.knowledge, naming.language
        self.countries = countries

    def claims(self) -> tuple[ClaimShown, ...]:
        """Show every claim, in the order of the data."""
        return tuple(map(self._claim, self.knowledge.claims))

    def claim(self, id: str) -> ClaimShown:  # noqa: A002 the word the data uses
        """Show the claim `id`. Raises StopIteration for an unknown one."""
        return self._claim(next(claim for claim in self.knowledge.claims if claim.id == id))

    def verdicts(self) -> tuple[tuple[str, int], ...]:
        """Count the claims by what becomes of them, in the order in which verdicts first occur."""
        found = [claim.verdict.value for claim in self.knowledge.claims]
        return tuple((verdict, found.count(verdict)) for verdict in dict.fromkeys(found))

    def disputed(self) -> tuple[Shown, ...]:
        """Show every fact for which another value was published, by what it is about."""
        facts = (self.naming.show(entry.id) for entry in self.knowledge.index.values() if self._is_disputed(entry))
        return tuple(sorted(facts, key=lambda shown: self.language.sorting(shown.label)))

    def _claim(self, claim: Claim) -> ClaimShown:
        return ClaimShown(
            id=claim.id,
            says=self.language.text(claim.says),
            verdict=claim.verdict.value,
            answer=self.language.text(claim.answer).format(
                partners=self.language.number(sum(country.answer != NOT_PARTNER for country in self.countries)),
                coop_countries=self.language.number(sum(country.coop.is_offered for country in self.countries)),
                missing=self._without_coop(claim.countries),
            ),
            facts=tuple(self.naming.show(fact) for fact in claim.facts),
        )

    def _without_coop(self, codes: Iterable[str]) -> str:
        offering = {country.code for country in self.countries if country.coop.is_offered}
        names = [self.language.country(code) for code in codes if code not in offering]
        return self.language.all_of(sorted(names, key=self.language.sorting))

    def _is_disputed(self, entry: Entry) -> bool:
        row = row_on(entry, self.naming.presenter.as_of)
        return bool(row.versions) or row.status is Status.CONFLICTING
