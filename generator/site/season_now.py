"""What the season asks of an applicant of one country: fees and who pays them, days to keep, when the pools opened."""

from dataclasses import dataclass
from itertools import groupby

from generator.rules.costs import Cost
from generator.rules.country import Country
from generator.rules.kinds import Category
from generator.rules.problems import DocumentError
from generator.site.country import CountryShown
from generator.site.facts import Shown
from generator.site.naming import Naming
from generator.site.typical import Typical

CLOCKS = ("days_to_answer_invitation", "days_to_apply", "days_to_give_biometrics")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A fee in words and the fact that it is."""

    text: str
    shown: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Fees:
    """The fees of one category, with what each payer pays in all."""

    category: str
    fees: tuple[Fee, ...]
    totals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonNow:
    """The fees in force by category, the days to keep, and what is known of the seasons.

    `pools` tells when those of the latest season opened, then what is recorded of the seasons after it.
    """

    fees: tuple[Fees, ...]
    clocks: tuple[Shown, ...]
    pools: tuple[Shown, ...]


class SeasonNowPresenter:
    """Shows what the season asks, in one language for one page."""

    def __init__(self, naming: Naming) -> None:
        self.naming, self.knowledge, self.language = naming, naming.knowledge, naming.language

    def show(self, shown: CountryShown) -> SeasonNow | None:
        """Show the season for International Co-op, else for what is offered instead; None where nothing is offered."""
        offered = (shown.coop,) if shown.coop.is_offered else shown.instead
        if shown.answer == "not_partner" or not offered:
            return None
        country = self.knowledge.dataset.countries[shown.code]
        fees = (self._fees(country, Category(category.id)) for category in offered)
        latest = max(self.knowledge.dataset.seasons)
        later = (season for year, season in sorted(self.knowledge.seasons.items()) if year > latest)
        return SeasonNow(
            fees=tuple(filter(None, fees)),
            clocks=tuple(self.naming.show(f"programme.{field}") for field in CLOCKS),
            pools=(
                self.naming.programme.season(),
                *(
                    self.naming.show(f"seasons.{season.year}.notes.{note.id}", "")
                    for season in later
                    for note in season.notes
                ),
            ),
        )

    def _fees(self, country: Country, category: Category) -> Fees | None:
        """Show the fees of `category`, None where the facts do not say what the rules need."""
        try:
            costs = Typical(country, category, self.knowledge.dataset, self.naming.presenter.as_of).route().costs
        except DocumentError:
            return None
        return Fees(
            category=self.language.category(category),
            fees=tuple(Fee(text=self._told(cost), shown=self.naming.show(cost.fee.id)) for cost in costs),
            totals=self._totals(costs),
        )

    def _told(self, cost: Cost) -> str:
        words = self.language.wording.words
        return self.language.say(
            "country.season.cost",
            name=words["costs"][cost.id],
            amount=self.language.money(cost.fee.value),
            payer=words["payers"][cost.paid_by.value],
            moment=words["fee_moments"][cost.when.value],
        )

    def _totals(self, costs: tuple[Cost, ...]) -> tuple[str, ...]:
        by_payer = groupby(sorted(costs, key=lambda cost: cost.paid_by.value), key=lambda cost: cost.paid_by)
        return tuple(
            self.language.say(
                f"country.season.total.{payer.value}", money=self.language.money(sum(cost.fee.value for cost in paid))
            )
            for payer, paid in by_payer
        )
