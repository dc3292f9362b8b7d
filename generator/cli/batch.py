"""The batch command: a table of applicants in, a table of results out."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.browser import StagingError
from generator.browser.stage import MODULES
from generator.browser.synonyms import synonyms
from generator.cli.project import DATA
from generator.cli.refusal import Refusal
from generator.entry.batch import NOT_ASSESSED, Batch
from generator.entry.columns import Headings
from generator.entry.results import BYTE_ORDER_MARK, heading, usual_separator, written
from generator.entry.table import Table, read_table
from generator.explain import describe_problem
from generator.explain.wording import Words
from generator.rules import Dataset, DocumentError

EVERY = 100  # rows between two words of progress


def check_table(
    data: bytes, name: str, dataset: Dataset, spoken: Mapping[str, Words], lang: str, today: date
) -> tuple[str, bool]:
    """Assess every row of the table in `data`; return the results as CSV, and whether every row could be assessed.

    What is left out or taken for granted is said on standard error. Raises Refusal where the table cannot be read.
    """
    words = spoken[lang]
    try:
        table = read_table(data, Headings(spoken))
    except DocumentError as error:
        raise Refusal(f"{name}: {describe_problem(each, dataset, words, lang)}" for each in error.problems) from error
    for notice in table.notices:
        click.echo(f"{name}: {describe_problem(notice, dataset, words, lang)}", err=True)
    results = _results(table, Batch(dataset, spoken, lang, today, _synonyms(dataset)))
    good = not any(result["verdict"] == NOT_ASSESSED for result in results)
    return written(
        [heading(words), *(result["line"] for result in results)], table.separator or usual_separator(lang)
    ), good


def _results(table: Table, batch: Batch) -> list[dict[str, Any]]:
    if not (sys.stderr and sys.stderr.isatty()):
        return [batch.result(table, row) for row in table.rows]
    with click.progressbar(table.rows, file=sys.stderr, update_min_steps=EVERY) as rows:
        return [batch.result(table, row) for row in rows]


def _synonyms(dataset: Dataset) -> dict[str, list[str]]:
    """Return other names of countries; that the packages which hold them are missing is said on standard error."""
    try:
        return synonyms(dataset, DATA, MODULES)
    except StagingError as error:
        click.echo(f"Countries are known by their usual names and codes only: {error}", err=True)
        return {}


def write_results(text: str, out: Path | None) -> None:
    """Write the text of a CSV file to `out`, else to standard output, marked so that spreadsheets read it as UTF-8."""
    if out is None:
        click.echo((BYTE_ORDER_MARK + text).encode(), nl=False)
    else:
        out.write_text(BYTE_ORDER_MARK + text, encoding="utf-8", newline="")
