"""Sentences of the guide with their figures filled in, in the manner of each language."""

from collections.abc import Mapping
from datetime import date

from generator.dataset.guide import Statement
from generator.explain.wording import Wording

WHOLE = ("year", "season")


def filled(statement: Statement, wordings: Mapping[str, Wording]) -> dict[str, str]:
    """Return the text of `statement` by language, each figure written as that language writes it.

    Days are written out; a figure named after a year or a season stands without marks between its digits, one in
    dollars (`cad`) with two decimals or none, any other number with the marks of the language.
    """
    return {
        lang: getattr(statement.text, lang).format_map(
            {name: _written(name, figure, wording) for name, figure in statement.figures.items()}
        )
        for lang, wording in wordings.items()
    }


def _written(name: str, figure: float | date, wording: Wording) -> str:
    if isinstance(figure, date):
        return wording.day(figure)
    if name.endswith(WHOLE):
        return str(figure)
    is_money = name == "cad" or name.endswith("_cad")
    digits = f"{figure:,.2f}" if is_money and figure % 1 else f"{figure:,}"
    return digits.translate(str.maketrans({",": wording.words["thousands"], ".": wording.words["decimal"]}))
