"""What the home page tells in few words: the conditions that hold for everybody, and the span of the agreements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.rules.kinds import Answer, Category
from generator.site.country import CountryShown
from generator.site.naming import Naming
from generator.site.shares import Share, shares

# Facts of the programme that ask something of everybody, with an icon for each.
CONDITIONS = {
    "post_secondary_required": "school-outline",
    "placement_required_for_studies": "briefcase-variant-outline",
    "offer_required": "file-sign",
    "minimum_funds": "wallet-outline",
}
FEW = 3  # countries that are named rather than counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What is asked of everybody, in few words; `fact` is the id of the fact that says so."""

    fact: str
    icon: str
    text: str


class HomePresenter:
    """Shows the programme at a glance, in one language for the home page."""

    def __init__(self, naming: Naming, countries: Iterable[CountryShown]) -> None:
        self.naming, self.language = naming, naming.language
        self.countries = tuple(countries)
        self.offering = tuple(country.code for country in self.countries if country.coop.is_offered)

    def conditions(self) -> Iterator[Condition]:
        """Show the conditions that are in force for International Co-op."""
        for field, icon in CONDITIONS.items():
            row = self.naming.presenter.in_force(getattr(self.naming.knowledge.dataset.programme, field))
            if row is not None and _asks(row.value):
                values: dict[str, Any] = {}
                if isinstance(row.value, int):
                    values["money"] = self.language.money(row.value)
                text = self.language.say(f"home.condition.{field}", **values)
                yield Condition(fact=f"programme.{field}", icon=icon, text=text)

    @property
    def ages(self) -> str:
        """Say which ages most agreements take; where few countries have others, they are named."""
        found = shares(self.countries, self.naming, "ages")
        return self.language.say("home.ages", usual=found.usual.says, others="".join(map(self._others, found.others)))

    @property
    def months(self) -> str:
        """Say how long the longest permits are, by country."""
        given = sorted(self._terms("permit_months"))
        form = "one" if given[0] == given[-1] else "several"
        least, most = map(self.language.number, (given[0], given[-1]))
        return self.language.say(f"home.months.{form}", least=least, most=most)

    def _others(self, share: Share) -> str:
        names = [holder.name for holder in share.countries]
        who = self.language.all_of(names) if len(names) <= FEW else self.language.say("home.countries", n=len(names))
        return self.language.say("home.ages_of", who=who, ages=share.says)

    def _terms(self, field: str) -> list[Any]:
        """Return what each agreement that offers International Co-op says of `field`, where it is known."""
        countries = self.naming.knowledge.dataset.countries
        histories = (getattr(countries[code].categories[Category.INTERNATIONAL_COOP], field) for code in self.offering)
        rows = map(self.naming.presenter.in_force, histories)
        return [row.value for row in rows if row is not None]


def _asks(value: Any) -> bool:
    """Tell whether a value asks something of people in International Co-op."""
    if isinstance(value, Answer):
        return value is Answer.YES
    return Category.INTERNATIONAL_COOP in value if isinstance(value, tuple | frozenset) else value > 0
