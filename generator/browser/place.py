"""The place of the checker on the page of a country: its form comes when the reader comes near it."""

from pathlib import Path

from generator.browser.form import PROJECT, environment, says, without_blank_lines
from generator.browser.opening import opening_of
from generator.browser.words import in_language, load_words
from generator.rules.applicant import Asked
from generator.rules.kinds import Answer, Category
from generator.rules.model import Dataset


def render_place(dataset: Dataset, lang: str, code: str, *, table: str, checker: str, data: Path | None = None) -> str:
    """Render the place of the form on the page of the country `code`, as HTML without blank lines.

    It says what the page adds to the form that all countries share: the citizenship and the category chosen beforehand
    and the first questions. `table` is the address of the conditions that stand in for the checker, `checker` that of
    the page which holds the form from the beginning.
    """
    words = in_language(load_words(data or PROJECT / "data"), lang)["form"]
    category = chosen_category(dataset, code)
    page = (
        environment()
        .get_template("place.html")
        .render(
            words=words,
            lang=lang,
            code=code,
            category=category,
            opening=opening_of(dataset, code, category),
            table=table,
            checker=checker,
        )
    )
    return without_blank_lines(page)


def chosen_category(dataset: Dataset, code: str) -> str:
    """Return the category chosen beforehand: all, where the agreement of `code` has no International Co-op."""
    country = dataset.countries[code]
    if not says(country.partner, Answer.YES):
        return Asked.INTERNATIONAL_COOP
    offered = country.categories[Category.INTERNATIONAL_COOP].offered
    now = [row for row in offered if row.in_force.holds_on(dataset.verified_on)]
    return Asked.INTERNATIONAL_COOP if says(now, Answer.YES) else Asked.ANY
