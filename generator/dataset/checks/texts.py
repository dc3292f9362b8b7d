"""Words stand in both languages and are not empty."""

from collections.abc import Iterator

from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Text

SPACED_SIGNS = (" :", " ;", " ?", " !", " %", " »", "« ")


def texts_filled(files: Files) -> Iterator[Problem]:
    """Find empty words, and French signs that a line break could tear from their word."""
    for file, path, text in files.of(Text):
        for key, words in (("en", text.en), ("fr", text.fr)):
            if not words.strip():
                yield file.located.problem((*path, key), "the text is empty; write it in both languages")
        if any(sign in text.fr for sign in SPACED_SIGNS):
            message = "a plain space stands beside : ; ? ! % or «»; write a non-breaking space (U+00A0) there"
            yield file.located.problem((*path, "fr"), message)
