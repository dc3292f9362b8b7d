"""A partner has participations, and only partners offer a category."""

from collections.abc import Iterator

from generator.dataset.checks.categories_complete import NO_ROW
from generator.dataset.checks.category_terms import ever_offered
from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.kinds import Answer


def _find(files: Files) -> Iterator[Problem]:
    for file in files.countries.values():
        if file.content is None:
            continue
        if not file.content.partner:
            yield file.located.problem(("partner",), NO_ROW, at_key=True)
        is_partner = any(row.value is Answer.YES for row in file.content.partner)
        if is_partner and not file.content.participations:
            message = "a partner needs the key `participations`; add it"
            yield file.located.problem(("partner",), message, at_key=True)
        if not is_partner and any(map(ever_offered, file.content.categories.values())):
            message = "the country is no partner but offers a category; make the two agree"
            yield file.located.problem(("partner",), message, at_key=True)


CHECK = Check(
    name="partners-complete", sentence="A partner has participations, and only a partner offers a category.", find=_find
)
