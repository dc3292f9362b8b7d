"""The columns of a table of applicants, for the page that explains them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import EnumType
from typing import Any

from generator.entry.choices import choice_names
from generator.entry.columns import column_kind, column_title, every_column
from generator.rules.problems import Path
from generator.site.language import Language

EXAMPLE = "2027-02-20T07:25:00Z"
_KINDS = {
    list: "none",
    bool: "yes_no",
    date: "day",
    int: "number",
    float: "number",
    str: "country",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnShown:
    """A column by its title in the template, its path in the contract, and what to write into its cells."""

    title: str
    path: str
    cells: str


def columns_shown(language: Language) -> Iterator[ColumnShown]:
    """Yield every column that a table may have, those of rows for the first row only."""
    for steps in every_column():
        if all(step == 0 for step in steps if isinstance(step, int)):
            yield ColumnShown(
                title=column_title(steps, language.wording.words),
                path=".".join(map(str, steps)),
                cells=_cells(steps, language),
            )


def _cells(steps: Path, language: Language) -> str:
    kind: Any = column_kind(steps)
    if steps == ("reference",):
        return language.say("columns.text")
    if isinstance(kind, EnumType):
        return language.any_of(choice_names(kind, language.wording.words))  # type: ignore[arg-type] # closed sets of text
    if kind is datetime:
        return language.say("columns.instant", example=EXAMPLE)
    return language.say(f"columns.{_KINDS.get(kind, 'countries')}")
