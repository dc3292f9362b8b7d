"""Seasons and quotas as pages show them: days, and numbers with the day on which each was read."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.dataset.guide import Pool, SeasonRecord
from generator.publish.rows import last_read
from generator.rules.facts import Fact, History
from generator.rules.kinds import Answer, Category
from generator.site.facts import Shown
from generator.site.naming import Naming

COLUMNS = ("pools_opened", "first_rounds", "profiles_until", "closed", "invitations")
TOTALS = ("quotas_posted", "working_holiday_quotas")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonShown:
    """One season: the cells of its row in the order of `COLUMNS`, None where nothing is recorded; all facts; notes."""

    year: int
    cells: tuple[Shown | None, ...]
    facts: tuple[Shown, ...]
    notes: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """The places of one country in one category; `shown` is None where no quota was found.

    `day` is None where the quota was read on the day that the whole table names; `is_offered` is false where the
    agreement does not have the category.
    """

    shown: Shown | None
    day: str | None
    is_offered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaRow:
    """One country with its quotas, in the order of the categories."""

    code: str
    name: str
    quotas: tuple[Quota, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaTable:
    """The quotas of one season; most were read on `day`."""

    year: int
    day: str
    rows: tuple[QuotaRow, ...]


class SeasonsPresenter:
    """Shows seasons and their quotas, in one language for one page."""

    def __init__(self, naming: Naming) -> None:
        self.naming, self.knowledge, self.language = naming, naming.knowledge, naming.language

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns of the table of seasons."""
        return COLUMNS

    @property
    def categories(self) -> tuple[str, ...]:
        """Return the names of the columns of the tables of quotas."""
        return tuple(map(self.language.category, Category))

    def seasons(self) -> tuple[SeasonShown, ...]:
        """Show every recorded season, the newest first."""
        return tuple(self._season(season) for _, season in sorted(self.knowledge.seasons.items(), reverse=True))

    def quotas(self) -> tuple[QuotaTable, ...]:
        """Show the quotas of every season of which some are known on the day of the page, the newest first."""
        known = sorted(self.knowledge.pools.items(), reverse=True)
        return tuple(self._table(year, pools) for year, pools in known if any(self._last(pool.quota) for pool in pools))

    def _season(self, season: SeasonRecord) -> SeasonShown:
        return SeasonShown(
            year=season.year,
            cells=tuple(self._of_season(season, field) for field in COLUMNS),
            facts=tuple(shown for field in (*COLUMNS, *TOTALS) if (shown := self._of_season(season, field))),
            notes=tuple(self.naming.show(f"seasons.{season.year}.notes.{note.id}", "") for note in season.notes),
        )

    def _of_season(self, season: SeasonRecord, field: str) -> Shown | None:
        if not getattr(season, field):
            return None
        return self.naming.show(f"seasons.{season.year}.{field}", self.language.say(f"season_field.{field}"))

    def _table(self, year: int, pools: tuple[Pool, ...]) -> QuotaTable:
        days = Counter(last.in_force.first_day for pool in pools if (last := self._last(pool.quota)))
        common = max(days, key=lambda day: (days[day], day))
        by_country: dict[str, dict[Category, Pool]] = {}
        for pool in pools:
            by_country.setdefault(pool.country, {})[pool.category] = pool
        rows = [self._row(year, code, found, common) for code, found in by_country.items()]
        return QuotaTable(
            year=year,
            day=self.language.day(common),
            rows=tuple(sorted(rows, key=lambda row: self.language.sorting(row.name))),
        )

    def _row(self, year: int, code: str, pools: dict[Category, Pool], common: date) -> QuotaRow:
        return QuotaRow(
            code=code,
            name=self.language.country(code),
            quotas=tuple(self._quota(year, code, category, pools.get(category), common) for category in Category),
        )

    def _quota(self, year: int, code: str, category: Category, pool: Pool | None, common: date) -> Quota:
        last = self._last(pool.quota) if pool else None
        if last is None:
            offered = self.naming.presenter.in_force(
                self.knowledge.dataset.countries[code].categories[category].offered
            )
            return Quota(shown=None, day=None, is_offered=offered is None or offered.value is not Answer.NO)
        day = last.in_force.first_day
        return Quota(
            shown=self.naming.show(f"pools.{year}.{code}.{category.value}.quota"),
            day=None if day == common else self.language.day(day),
            is_offered=True,
        )

    def _last[T](self, history: History[T]) -> Fact[T] | None:
        return last_read(history, self.naming.presenter.as_of)
