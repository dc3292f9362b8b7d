"""Which countries are set side by side beforehand: those that stand out in a column of the table."""

from collections import Counter
from dataclasses import dataclass

from generator.site.compare.table import Table

COLUMNS = ("months", "gap", "participations")
FEWEST = 2  # a country alone is no comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The countries that have more in `column` than most, those with the most first."""

    column: str
    codes: tuple[str, ...]


def choices(table: Table, most: int) -> tuple[Choice, ...]:
    """Return for each column at most `most` countries that stand above the commonest value; none for too few.

    Countries of one value come all or not at all: to leave some out would say that they have less.
    """
    found = (Choice(column=column, codes=_above(table, column, most)) for column in COLUMNS)
    return tuple(choice for choice in found if len(choice.codes) >= FEWEST)


def _above(table: Table, column: str, most: int) -> tuple[str, ...]:
    places = {row.country.code: place for row in table.rows if (place := row.places[column]) is not None}
    if not places:
        return ()
    commonest = Counter(places.values()).most_common(1)[0][0]
    above: list[str] = []
    for place in sorted({place for place in places.values() if place > commonest}, reverse=True):
        equal = [code for code, found in places.items() if found == place]
        if len(above) + len(equal) > most:
            break
        above += equal
    return tuple(above)
