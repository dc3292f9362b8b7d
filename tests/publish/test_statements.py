"""A statement of the guide is written with its figures in the manner of each language."""

from datetime import date
from typing import Any

import pytest

from generator.dataset.guide import Statement
from generator.explain.wording import Wording
from generator.publish.statements import filled
from generator.rules.facts import Text
from generator.rules.model import Dataset

NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("name", "value", "english", "french"),
    [
        ("count", 76571, "76,571", f"76{NARROW}571"),
        ("share", 0.5, "0.5", "0,5"),
        ("day", date(2025, 4, 1), "1 April 2025", "1er avril 2025"),
        ("year", 2026, "2026", "2026"),
        ("before_season", 2015, "2015", "2015"),
        ("cad", 230, "230", "230"),
        ("cad", 230.0, "230", "230"),
        ("fee_cad", 184.75, "184.75", "184,75"),
        ("fee_cad", 179.5, "179.50", "179,50"),
        ("fee_cad", 1250.5, "1,250.50", f"1{NARROW}250,50"),
    ],
)
def test_a_figure_is_written_in_the_manner_of_the_language(
    dataset: Dataset, words: dict[str, dict[str, Any]], name: str, value: float | date, english: str, french: str
) -> None:
    statement = Statement(text=Text(en=f"<{{{name}}}>", fr=f"<{{{name}}}>"), figures={name: value})
    assert filled(statement, Wording(dataset, words["en"], "en")) == f"<{english}>"
    assert filled(statement, Wording(dataset, words["fr"], "fr")) == f"<{french}>"


def test_a_statement_without_figures_is_its_text(dataset: Dataset, words: dict[str, dict[str, Any]]) -> None:
    statement = Statement(text=Text(en="So it is.", fr="C’est ainsi."))
    assert filled(statement, Wording(dataset, words["fr"], "fr")) == "C’est ainsi."
