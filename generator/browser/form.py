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
from generator.rules.kinds import Answer, Category
from generator.rules.model import Dataset
from generator.words import load_words as load_assessment_words

PROJECT = Path(__file__).parents[2]
EXAMPLE = date(2003, 3, 14)  # of a day that people type


def render_form(
    dataset: Dataset,
    lang: str,
    preset: str | None = None,
    *,
    table: str = "#terms",
    level: int = 2,
    data: Path | None = None,
    template: str = "form.html",
    only: Container[str] | None = None,
) -> str:
    """Render the form and the place of its result, as HTML without blank lines, to stand inside a `<div>`.

    `preset` is the citizenship chosen beforehand (a country page; the worker then starts at the first answer, else
    at once); where its agreement has no International Co-op, all categories are chosen with it. `table` is the
    address of the conditions that stand in for the checker; `level` the level of the headings;
    `template` the page around the questions; `only` the paths of the questions that are asked, where not all are.
    """
    folder = data or PROJECT / "data"
    words = in_language(load_words(folder), lang)
    judged = load_assessment_words(folder)[lang]
    category = _category(dataset, preset)
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
            preset=preset,
            category=category,
            opening=opening(dataset, preset, category),
            table=table,
            compare=words["form"]["compare"]["this_page" if preset else "countries"],
            level=level,
        )
    )
    return "\n".join(line.strip() for line in page.splitlines() if line.strip())


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
    return country is not None and _says(country.partner, Answer.YES)


def _category(dataset: Dataset, preset: str | None) -> str:
    """Return the category chosen beforehand: all, where the agreement of `preset` has no International Co-op."""
    if preset is None or not _is_partner(dataset, preset):
        return Asked.INTERNATIONAL_COOP
    offered = dataset.countries[preset].categories[Category.INTERNATIONAL_COOP].offered
    now = [row for row in offered if row.in_force.holds_on(dataset.verified_on)]
    return Asked.INTERNATIONAL_COOP if _says(now, Answer.YES) else Asked.ANY


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
            Holding.TRAINING_CENTRE: _says(terms.training_centre_accepted, Answer.YES),
            Holding.INTRA_COMPANY: _says(terms.intra_company_only, Answer.YES),
        }
        if found[holding]:
            return True
    return False


def _says(history: Iterable[Fact[Answer]], answer: Answer) -> bool:
    return any(row.value is answer for row in history)
