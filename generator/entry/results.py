"""What was found for the applicants of a table, as a table again."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from generator.explain.wording import Words

RESULTS = (
    "row",
    "reference",
    "verdict",
    "verdict_code",
    "citizenship",
    "category",
    "reason_codes",
    "reasons",
    "remedies",
    "caution_codes",
    "cautions",
    "needs",
    "permit_months",
    "permit_starts_on",
    "permit_ends_on",
    "permit_limited_by",
    "last_invitation_day",
    "next_deadline_on",
    "next_deadline",
    "other_routes",
    "errors",
    "assessed_on",
    "data_version",
)
BYTE_ORDER_MARK = "\ufeff"  # by which spreadsheets know UTF-8
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def inert(text: str) -> str:
    """Return the text of a cell so that no spreadsheet takes it for a formula."""
    risky = text.startswith(_FORMULAS) or text.lstrip().startswith(_FORMULAS)
    return f"'{text}" if risky else text


def heading(words: Words) -> list[str]:
    """Return the titles of the results."""
    return [str(words["table"]["results"][name]) for name in RESULTS]


def usual_separator(lang: str) -> str:
    """Return the separator that spreadsheets of a language expect: French decimals have the comma."""
    return ";" if lang == "fr" else ","


def written(lines: Iterable[Sequence[str]], separator: str) -> str:
    """Return lines of cells as the text of a CSV file, every cell inert."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
    writer.writerows([inert(cell) for cell in line] for line in lines)
    return file.getvalue()
