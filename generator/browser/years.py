"""The planner over years on a page of its own: the questions that a plan needs, and the place of the plans."""

from generator.browser.form import render_form
from generator.rules.model import Dataset

ASKED = ("citizenships", "date_of_birth", "residence", "british_territory", "studies.registered", "participations")


def render_years(dataset: Dataset, lang: str, *, table: str, level: int = 2) -> str:
    """Render the questions and the place of the plans, as HTML without blank lines, to stand inside a `<div>`.

    `table` is the address of the conditions that stand in for the planner; `level` the level of the headings.
    """
    return render_form(dataset, lang, table=table, level=level, template="years.html", only=ASKED)
