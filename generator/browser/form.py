"""The form of the checker as HTML: plain controls, readable without a script."""

import json
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.browser.opening import opening
from generator.browser.questions import Group, Holding, When
from generator.browser.words import in_language, load_questions, load_words
from generator.explain.wording import Wording
from generator.rules.applicant import Asked
from generator.rules.country import Country
from generator.rules.facts import Fact
from generator.rules.kinds import Answer
from generator.rules.model import Dataset
from generator.words import load_words as load_assessment_words

PROJECT = Path(__file__).parents[2]
EXAMPLE = date(2003, 3, 14)  # of a day that people type


def render_form(
    dataset: Dataset,
    lang: str,
    *,
    table: str = "",
    level: int = 2,
    is_of_country: bool = False,
    data: Path | None = None,
    template: str = "form.html",
    only: Container[str] | None = None,
) -> str:
    """Render the form and the place of its result, as HTML without blank lines, to stand inside a `<div>`.

    `table` is the address of the conditions that stand in for the checker; `level` the level of the headings.
    `is_of_country` makes the form for the pages of all countries: it asks all at once, its worker starts at the first
    answer, and each page adds what `render_place` says. `template` is the page around the questions; `only` the paths
    of the questions that are asked, where not all are.
    """
    folder = data or PROJECT / "data"
    words = in_language(load_words(folder), lang)
    judged = load_assessment_words(folder)[lang]
    page = (
        environment()
        .get_template(template)
        .render(
            groups=_groups(folder, only),
            words=words["form"],
            example=Wording(dataset, judged, lang).day(EXAMPLE),
            script_words=words["script"] | {"money": judged["money"]},
            text=lambda words: getattr(words, lang),
            partners=_sorted_names(dataset, lang, partners=True),
            others=_sorted_names(dataset, lang, partners=False),
            condition=lambda when: _condition(dataset, when),
            lang=lang,
            is_of_country=is_of_country,
            category=Asked.INTERNATIONAL_COOP,
            opening=[] if is_of_country else opening(dataset, Asked.INTERNATIONAL_COOP),
            table=table,
            compare=words["form"]["compare"]["this_page" if is_of_country else "countries"],
            level=level,
        )
    )
    return without_blank_lines(page)


def without_blank_lines(html: str) -> str:
    """Return `html` without blank lines and indents, so that Markdown leaves it alone."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _groups(folder: Path, only: Container[str] | None) -> tuple[Group, ...]:
    """Return the groups of questions; of `only` some where the others are not asked."""
    groups = load_questions(folder)
    if only is None:
        return groups
    return tuple(
        replace(group, questions=tuple(question for question in group.questions if question.path in only))
        for group in groups
    )


@cache
def environment() -> Environment:
    """Return the templates of the checker."""
    loader = FileSystemLoader(PROJECT / "site_overrides" / "checker")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made


def _sorted_names(dataset: Dataset, lang: str, *, partners: bool) -> list[tuple[str, str]]:
    """Return (code, name) of the partners or of all others, in the order of the alphabet, accents left aside."""
    names = {code: getattr(name, lang) for code, name in dataset.names.items()}
    names |= {code: getattr(country.name, lang) for code, country in dataset.countries.items()}
    chosen = [(code, name) for code, name in names.items() if _is_partner(dataset, code) is partners]
    return sorted(chosen, key=lambda item: _alphabetical(item[1]))


def _is_partner(dataset: Dataset, code: str) -> bool:
    country = dataset.countries.get(code)
    return country is not None and says(country.partner, Answer.YES)


def _alphabetical(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def _condition(dataset: Dataset, when: When) -> str:
    """Write a condition as the script reads it: the field, then the answers for which the question is asked."""
    values = when.values if when.holds is None else holders(dataset, when.holds)
    condition = {"path": when.path, "values": None if when.at_least else values, "atLeast": when.at_least or 1}
    return json.dumps(condition, separators=(",", ":"))


def holders(dataset: Dataset, holding: Holding) -> list[str]:
    """Return the citizenships of a kind: by their reach, or by what any of their categories says in any period."""
    if holding is Holding.BRITISH:
        return sorted(
            {place.citizenship_of for place in dataset.places.values() if place.territory and place.citizenship_of}
        )
    return sorted(code for code, country in dataset.countries.items() if _any_terms(country, holding))


def _any_terms(country: Country, holding: Holding) -> bool:
    for terms in country.categories.values():
        found = {
            Holding.RESTRICTED_FIELDS: bool(terms.restricted_fields),
            Holding.GRADUATES: bool(terms.graduates_within_months),
            Holding.TRAINING_CENTRE: says(terms.training_centre_accepted, Answer.YES),
            Holding.INTRA_COMPANY: says(terms.intra_company_only, Answer.YES),
        }
        if found[holding]:
            return True
    return False


def says(history: Iterable[Fact[Answer]], answer: Answer) -> bool:
    """Tell whether any row of a history gives `answer`."""
    return any(row.value is answer for row in history)
