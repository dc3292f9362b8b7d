"""Sentences of the guide with their figures filled in, in the manner of a language."""

from datetime import date

from generator.dataset.guide import Statement
from generator.explain.wording import Wording

WHOLE = ("year", "season")


def filled(statement: Statement, wording: Wording) -> str:
    """Return the text of `statement` in the language of `wording`, each figure written as that language writes it.

    Days are written out; a figure named after a year or a season stands without marks between its digits, one in
    dollars (`cad`) with two decimals or none, any other number with the marks of the language.
    """
    text: str = getattr(statement.text, wording.lang)
    return text.format_map({name: _written(name, figure, wording) for name, figure in statement.figures.items()})


def _written(name: str, figure: float | date, wording: Wording) -> str:
    if isinstance(figure, date):
        return wording.day(figure)
    if name.endswith(WHOLE):
        return str(figure)
    is_money = name == "cad" or name.endswith("_cad")
    return wording.amount(figure) if is_money else wording.grouped(figure)
