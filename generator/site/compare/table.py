"""The table of all countries: what each row shows, is filtered by and is sorted by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.publish.rows import in_force
from generator.rules.country import Country, Terms
from generator.rules.facts import History
from generator.rules.kinds import Answer, Category, School
from generator.rules.model import Dataset
from generator.site.compare.ranks import ranks
from generator.site.compare.traits import UNKNOWN, traits_of
from generator.site.country import CountryShown
from generator.site.tell import coop_participations

type Key = tuple[int, ...] | None

ANSWERS = {"offered": (0,), "not_offered": (1,), "not_partner": (2,)}
OLDEST = 120  # years: what is typed above it is no age


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A country with the attributes that filters read, and its place in the order of each column, None for none."""

    country: CountryShown
    traits: dict[str, str]
    places: dict[str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All rows by name, and the lengths in months that a filter offers, shortest first."""

    rows: tuple[Row, ...]
    lengths: tuple[int, ...]
    oldest: int = OLDEST


class TablePresenter:
    """Prepares the table as of one day."""

    def __init__(self, dataset: Dataset, as_of: date, countries: Sequence[CountryShown]) -> None:
        self.dataset, self.as_of, self.countries = dataset, as_of, countries

    def show(self) -> Table:
        """Return the table; its rows are in the order of `countries`, which is that of their names."""
        places = {column: ranks([key(shown) for shown in self.countries]) for column, key in self._keys().items()}
        rows = tuple(
            Row(
                country=shown,
                traits=traits_of(self.dataset.countries[shown.code], self.as_of).attributes(),
                places={"country": index, **{column: found[index] for column, found in places.items()}},
            )
            for index, shown in enumerate(self.countries)
        )
        lengths = {int(months) for row in rows for months in row.traits["months"].split() if months != UNKNOWN}
        return Table(rows=rows, lengths=tuple(sorted(lengths)))

    def _keys(self) -> dict[str, Callable[[CountryShown], Key]]:
        return {
            "coop": lambda shown: ANSWERS.get(shown.answer),
            "ages": self._of_coop("ages", lambda ages: (ages.maximum, ages.minimum)),
            "months": self._of_coop("permit_months", lambda months: (months,)),
            "school": self._of_coop("school", lambda school: (int(school is School.IN_COUNTRY),)),
            "residence": self._of_coop("residence_required", _yes_or_no),
            "gap": self._of_coop("discontinuance_months", lambda months: (months,)),
            "participations": self._participations,
        }

    def _of_coop(self, field: str, key: Callable[[Any], Key]) -> Callable[[CountryShown], Key]:
        def of(shown: CountryShown) -> Key:
            terms: Terms = self._country(shown).categories[Category.INTERNATIONAL_COOP]
            history: History[Any] = getattr(terms, field)
            row = in_force(history, self.as_of) if shown.coop.is_offered else None
            return None if row is None else key(row.value)

        return of

    def _participations(self, shown: CountryShown) -> Key:
        row = in_force(self._country(shown).participations, self.as_of)
        return None if row is None else (row.value.total, coop_participations(row.value))

    def _country(self, shown: CountryShown) -> Country:
        return self.dataset.countries[shown.code]


def _yes_or_no(answer: Answer) -> Key:
    return {Answer.NO: (0,), Answer.YES: (1,)}.get(answer)
