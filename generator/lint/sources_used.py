"""A source is in the registry because something rests on it."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.problems import Problem
from generator.lint.subject import LANGUAGES, Subject
from generator.rules.facts import SourceReference


def _find(subject: Subject) -> Iterator[Problem]:
    files = subject.files
    if any(file.content is None for file in files.every()):  # a fact may be in the file that could not be read
        return
    used = {reference.id for _, _, reference in files.of(SourceReference)}
    used.update(*(page.words for lang in LANGUAGES for page in subject.shown_in(lang)))
    for index, source in enumerate(files.sources.content or ()):
        if source.id not in used:
            message = f"no fact rests on `{source.id}`; name it in the `sources:` of a fact, or remove it"
            yield files.sources.located.problem((index, "id"), message)


CHECK = Check(name="sources-used", sentence="Every source of the registry is named by a fact or a page.", find=_find)
