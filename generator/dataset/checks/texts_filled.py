"""Words stand in both languages."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import Organization
from generator.dataset.problems import Problem
from generator.rules.facts import Text
from generator.rules.model import Source


def _find(files: Files) -> Iterator[Problem]:
    for file, path, text in files.of(Text):
        for key, words in (("en", text.en), ("fr", text.fr)):
            if not words.strip():
                yield file.located.problem((*path, key), "the text is empty; write it in both languages")
    for file, path, source in files.of(Source):
        for key, words in (("title", source.title), ("publisher", source.publisher)):
            if not words.strip():
                yield file.located.problem((*path, key), f"the {key} is empty; write it as the page has it")
    for file, path, organization in files.of(Organization):
        if not organization.name.strip():
            yield file.located.problem((*path, "name"), "the name is empty; write it")


CHECK = Check(
    name="texts-filled",
    sentence="Words stand in English and in French, and sources and organizations have names.",
    find=_find,
)
