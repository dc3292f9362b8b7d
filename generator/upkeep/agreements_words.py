"""Values of the cells of the page, and of the data beside them, in English words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.explain.wording import Wording
from generator.rules.country import Ages
from generator.rules.kinds import Category, Repeat
from generator.upkeep.agreements_findings import Cell
from generator.upkeep.agreements_participations import Share

_MONTHS = (Cell.LONGEST, Cell.LATER, Cell.TOGETHER, Cell.DISCONTINUANCE, Cell.GRADUATES)


@dataclass(frozen=True, slots=True)
class CellWords:
    """Puts values into the words of `wording`, as they are read in a sentence."""

    wording: Wording

    def country(self, code: str) -> str:
        """Return the name of a country; one that we do not know is quoted from the page."""
        return self.wording.country(code) if code in self.wording.dataset.names else f"“{code}”"

    def category(self, category: Category) -> str:
        """Return the name of a category."""
        return self.wording.value("category", category)

    def value(self, cell: Cell, value: Any) -> str:
        """Return a value of `cell`."""
        match value:
            case None:
                return "nothing"
            case Ages():
                return f"{value.minimum} to {value.maximum} years"
            case int() if cell in _MONTHS:
                return f"{value} months"
            case (Repeat() as repeat, frozenset() as categories):
                named = f" to {self._named(categories)}" if categories else ""
                return repeat.value.replace("_", " ") + named
            case list() | tuple() | frozenset():
                return _joined(self._part(item) for item in value) or "none"
            case _ if hasattr(value, "total"):
                return self._participations(cell, value)
            case _ if hasattr(value, "studies"):
                return self.value(cell, value.studies if cell is Cell.STUDIES else value.sectors)
            case _:
                return str(value).replace("_", " ")

    def _participations(self, cell: Cell, value: Any) -> str:
        match cell:
            case Cell.REPEAT:
                return self.value(cell, (value.repeat, frozenset(value.repeatable)))
            case Cell.SHARES:
                return _joined(self._share(slot) for slot in value.slots) or "nothing"
            case Cell.LATER:
                return self.value(cell, value.later_months)
            case Cell.TOGETHER:
                return self.value(cell, value.cumulative_months)
            case _:
                return str(value.total)

    def _part(self, item: Any) -> str:
        return self._share(item) if isinstance(item, Share) else str(getattr(item, "kind", item))

    def _share(self, share: Any) -> str:
        return f"{share.count} for {self._named(share.categories)}"

    def _named(self, categories: Iterable[Category]) -> str:
        return _joined(map(self.category, categories))


def _joined(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
