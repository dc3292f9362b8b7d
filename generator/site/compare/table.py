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
from generator.site.facts import Shown
from generator.site.tell import coop_participations

type Key = tuple[int, ...] | None

ANSWERS = {"offered": (0,), "not_offered": (1,), "not_partner": (2,)}
# Columns that a narrow screen has no room for, and all that show a term of co-op, each with the term.
ASKING = {"school": "school", "residence": "residence_required", "gap": "discontinuance_months"}
TERMS = {"ages": "ages", "months": "permit_months", **ASKING}
SORTED = ("country", "coop", *TERMS, "participations")
LARGEST_FIRST = frozenset({"months", "participations"})
# Columns that no order goes by.
BESIDE = ("others", "status")
OLDEST = 120  # years: what is typed above it is no age


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the table, whether it is sorted by, and whether the largest value then comes first."""

    name: str
    is_sorted: bool
    is_largest_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A term of co-op in its column, None where it has none; `asks_nothing` for one that is no condition."""

    column: str
    shown: Shown | None
    asks_nothing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A country with the attributes that filters read, and its place in the order of each column, None for none.

    `particular` has those of its terms of co-op that ask for more than others do, by their columns.
    """

    country: CountryShown
    traits: dict[str, str]
    places: dict[str, int | None]
    cells: tuple[Cell, ...]
    particular: tuple[tuple[str, Shown], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All columns, all rows by name, and the lengths in months that a filter offers, shortest first.

    `orders` are the values of the choice of an order, as the script reads them, each with the name of its phrase.
    """

    columns: tuple[Column, ...]
    orders: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    lengths: tuple[int, ...]
    oldest: int = OLDEST


COLUMNS = tuple(
    Column(name=name, is_sorted=name in SORTED, is_largest_first=name in LARGEST_FIRST) for name in (*SORTED, *BESIDE)
)
ORDERS = tuple(
    (f"{sign}{name}", f"{name}_{'down' if sign else 'up'}")
    for name in SORTED
    for sign in (("-", "") if name in LARGEST_FIRST else ("", "-"))
)


class TablePresenter:
    """Prepares the table as of one day."""

    def __init__(self, dataset: Dataset, as_of: date, countries: Sequence[CountryShown]) -> None:
        self.dataset, self.as_of, self.countries = dataset, as_of, countries

    def show(self) -> Table:
        """Return the table; its rows are in the order of `countries`, which is that of their names."""
        keys = {column: [key(shown) for shown in self.countries] for column, key in self._keys().items()}
        places = {column: ranks(found) for column, found in keys.items()}
        rows = tuple(
            Row(
                country=shown,
                traits=traits_of(self.dataset.countries[shown.code], self.as_of).attributes(),
                places={"country": index, **{column: found[index] for column, found in places.items()}},
                cells=tuple(
                    Cell(
                        column=column,
                        shown=next(iter(shown.coop.key(field)), None),
                        asks_nothing=column in ASKING and keys[column][index] == (0,),
                    )
                    for column, field in TERMS.items()
                ),
                particular=tuple(
                    (column, shown.coop.term(field))
                    for column, field in ASKING.items()
                    if places[column][index] and shown.coop.is_offered
                ),
            )
            for index, shown in enumerate(self.countries)
        )
        lengths = {int(months) for row in rows for months in row.traits["months"].split() if months != UNKNOWN}
        return Table(columns=COLUMNS, orders=ORDERS, rows=rows, lengths=tuple(sorted(lengths)))

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
