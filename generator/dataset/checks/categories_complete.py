"""Every country has every category answered."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.kinds import Category

NO_ROW = "no row is given; add a fact whose value is yes or no"


def _find(files: Files) -> Iterator[Problem]:
    for file in files.countries.values():
        if file.content is None:
            continue
        for category in Category:
            if category not in file.content.categories:
                message = f"`{category}` is missing; add it, with `offered:` of value no where it is not offered"
                yield file.located.problem(("categories",), message, at_key=True)
        for category, terms in file.content.categories.items():
            if not terms.offered:
                yield file.located.problem(("categories", category.value, "offered"), NO_ROW, at_key=True)


CHECK = Check(
    name="categories-complete", sentence="Every country says of every category whether it is offered.", find=_find
)
