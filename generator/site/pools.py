"""The quotas and other numbers of the pools of one country, by category and season."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dataset import Knowledge
from generator.rules.country import Country
from generator.rules.kinds import Answer, Category
from generator.site.facts import Presenter, Shown
from generator.site.naming import Naming

RECENT = 2  # seasons for which a page says that nothing was published


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonQuota:
    """The quota of one season; `shown` is None where none was published."""

    season: int
    shown: Shown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryQuotas:
    """The quotas of one category, the latest season first."""

    category: str
    seasons: tuple[SeasonQuota, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotas:
    """All that was published of the pools of a country; `readings` are invitations, candidates, rounds."""

    groups: tuple[CategoryQuotas, ...]
    readings: tuple[Shown, ...]


class PoolsPresenter:
    """Shows the pools of countries in one language on one day."""

    def __init__(self, presenter: Presenter, knowledge: Knowledge) -> None:
        self.presenter, self.knowledge = presenter, knowledge
        self.naming = Naming(presenter, knowledge)
        self.recent = sorted(knowledge.pools)[-RECENT:]

    def show(self, country: Country) -> Quotas | None:
        """Show the pools of `country`, International Co-op first; None where there is neither pool nor category."""
        groups = tuple(group for category in Category if (group := self._group(country, category)).seasons)
        readings = tuple(self._readings(country))
        return Quotas(groups=groups, readings=readings) if groups or readings else None

    def _group(self, country: Country, category: Category) -> CategoryQuotas:
        offered = self.presenter.in_force(country.categories[category].offered)
        expected = self.recent if offered and offered.value is Answer.YES else []
        quotas = (self._quota(season, country, category) for season in sorted(self.knowledge.pools, reverse=True))
        return CategoryQuotas(
            category=self.presenter.language.category(category),
            seasons=tuple(quota for quota in quotas if quota.shown or quota.season in expected),
        )

    def _quota(self, season: int, country: Country, category: Category) -> SeasonQuota:
        fact = f"pools.{season}.{country.code}.{category.value}.quota"
        shown = self.naming.show(fact, "") if fact in self.knowledge.index else None
        return SeasonQuota(season=season, shown=shown)

    def _readings(self, country: Country) -> Iterator[Shown]:
        for season in sorted(self.knowledge.pools, reverse=True):
            for fact in self.knowledge.index:
                if fact.startswith(f"pools.{season}.{country.code}.") and not fact.endswith(".quota"):
                    yield self.naming.show(fact)
