"""A category that is offered has all its terms, and none of another category."""

from collections.abc import Iterator
from dataclasses import fields

from generator.dataset.checks.check import Check
from generator.dataset.files import File, Files
from generator.dataset.problems import Problem
from generator.rules.country import Country, Terms
from generator.rules.kinds import Answer, Category

ALWAYS = ("ages", "permit_months", "permit", "discontinuance_months", "residence_required")
COOP_ONLY = ("school", "restricted_fields", "graduates_within_months", "training_centre_accepted")
YOUNG_PROFESSIONALS_ONLY = ("intra_company_only",)


def ever_offered(terms: Terms) -> bool:
    """Tell whether some row says that the category is offered."""
    return any(row.value is Answer.YES for row in terms.offered)


def _find(files: Files) -> Iterator[Problem]:
    for file in files.countries.values():
        for category, terms in file.content.categories.items() if file.content else ():
            present = {field.name for field in fields(terms) if getattr(terms, field.name)}
            if "offered" in present:
                yield from (
                    _offered(file, category, present) if ever_offered(terms) else _not_offered(file, category, present)
                )


def _not_offered(file: File[Country], category: Category, present: set[str]) -> Iterator[Problem]:
    for key in sorted(present - {"offered"}):
        message = "the category is not offered; remove this key or correct `offered`"
        yield file.located.problem(("categories", category.value, key), message, at_key=True)


def _offered(file: File[Country], category: Category, present: set[str]) -> Iterator[Problem]:
    here = ("categories", category.value)
    is_coop = category is Category.INTERNATIONAL_COOP
    for key in (key for key in (*ALWAYS, "school") if key not in present and (is_coop or key in ALWAYS)):
        yield file.located.problem((*here, key), f"an offered category needs the key `{key}`; add it", at_key=True)
    foreign: tuple[str, ...] = () if is_coop else COOP_ONLY
    if category is not Category.YOUNG_PROFESSIONALS:
        foreign += YOUNG_PROFESSIONALS_ONLY
    for key in (key for key in foreign if key in present):
        yield file.located.problem((*here, key), f"this key does not belong to {category}; remove it", at_key=True)


CHECK = Check(
    name="category-terms",
    sentence="A category that is offered has all its terms; one that is not, or another one, has none.",
    find=_find,
)
