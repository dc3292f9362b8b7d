"""Words are plain words."""

import re
from collections.abc import Iterator
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import Organization
from generator.dataset.problems import Problem
from generator.rules.facts import SourceReference, Text
from generator.rules.model import Source

WORDS: tuple[tuple[type[Any], tuple[str, ...]], ...] = (
    (Text, ("en", "fr")),
    (Organization, ("name",)),
    (Source, ("title", "publisher", "note")),
    (SourceReference, ("note",)),
)
MARKUP = re.compile(r"</?[A-Za-z!]|\{\{|\{%|\{#|\]\(|`")
CURLY = 'the curly quotes “” would be shown; write straight ones, "..."'
IN_CURLY_QUOTES = re.compile("“[^“”]*”")


def _find(files: Files) -> Iterator[Problem]:
    for kind, names in WORDS:
        for file, path, record in files.of(kind):
            for name in names:
                words = getattr(record, name) or ""
                if found := MARKUP.search(words):
                    message = f"`{found[0]}` is code of pages; write the words alone"
                    yield file.located.problem((*path, name), message)
    for file, path, text in files.of(Text):
        for name, words in (("en", text.en), ("fr", text.fr)):
            if IN_CURLY_QUOTES.fullmatch(words):
                yield file.located.problem((*path, name), CURLY)
    for file, path, reference in files.of(SourceReference):
        if IN_CURLY_QUOTES.fullmatch(reference.quote or ""):
            yield file.located.problem((*path, "quote"), CURLY)


CHECK = Check(
    name="texts-plain",
    sentence="Words hold no code of pages, and no curly quotes in place of straight ones.",
    find=_find,
)
