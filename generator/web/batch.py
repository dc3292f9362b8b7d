"""The task "batch": a table of applicants, read once and then assessed some rows at a time.

Every request is whole, so that a worker that is started anew can answer it.
"""

from base64 import b64decode
from datetime import date
from typing import Any

from generator.entry.batch import Batch
from generator.entry.columns import Headings
from generator.entry.days import Order
from generator.entry.results import BYTE_ORDER_MARK, RESULTS, heading, usual_separator, written
from generator.entry.table import Row, Table, read_table
from generator.entry.template import template
from generator.explain import describe_problem
from generator.web.desk import Desk

_last: list[Any] = []  # making the index of countries anew takes a fifth of the time of a part


def answer(asked: dict[str, Any], desk: Desk) -> dict[str, Any]:
    """Answer a step of the work; raises DocumentError where a table cannot be read.

    {"step": "template"} is answered with {"text"}.
    {"step": "read", "content": base64 of the file} with {"table", "rows": [[number, cells or null]], "notices",
    "titles": those of the results by name}; for a workbook, {"needs": "workbooks"} tells the worker to fetch openpyxl.
    {"step": "assess", "table", "rows", "synonyms": names of countries by code} with {"results"}, see Batch.result.
    {"step": "write", "table", "lines"} with {"text"} of a CSV file.
    """
    match asked["step"]:
        case "template":
            today = date.fromisoformat(asked["today"])
            return {"text": BYTE_ORDER_MARK + template(desk.dataset, desk.words, desk.lang, today)}
        case "read":
            return _read(asked, desk)
        case "assess":
            today = date.fromisoformat(asked["today"])
            batch = _batch(desk, today, asked["synonyms"])
            table = _table(asked["table"])
            rows = (Row(number=number, cells=cells and tuple(cells)) for number, cells in asked["rows"])
            return {"results": [batch.result(table, row) for row in rows]}
    lines = [heading(desk.words), *asked["lines"]]
    return {"text": BYTE_ORDER_MARK + written(lines, asked["table"]["separator"] or usual_separator(desk.lang))}


def _batch(desk: Desk, today: date, synonyms: dict[str, list[str]]) -> Batch:
    """Return what assesses the rows: that of the last request, where it would be made of the same."""
    made_of = (desk.lang, today, synonyms)
    if not _last or _last[0].dataset is not desk.dataset or _last[1] != made_of:
        _last[:] = [Batch(desk.dataset, desk.spoken, desk.lang, today, synonyms), made_of]
    batch: Batch = _last[0]
    return batch


def _read(asked: dict[str, Any], desk: Desk) -> dict[str, Any]:
    table = read_table(b64decode(asked["content"]), Headings(desk.spoken))
    return {
        "table": {
            "titles": table.titles,
            "columns": table.columns,
            "separator": table.separator,
            "order": table.order,
        },
        "rows": [[row.number, row.cells] for row in table.rows],
        "titles": dict(zip(RESULTS, heading(desk.words), strict=True)),
        "notices": [describe_problem(notice, desk.dataset, desk.words, desk.lang) for notice in table.notices],
    }


def _table(given: dict[str, Any]) -> Table:
    return Table(
        titles=tuple(given["titles"]),
        columns=tuple(steps and tuple(steps) for steps in given["columns"]),
        separator=given["separator"],
        order=given["order"] and Order(given["order"]),
        rows=(),
        notices=(),
    )
