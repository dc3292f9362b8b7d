"""Quotes are short: a few words prove a fact, more are not ours to take."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import SourceReference

LONGEST_QUOTE = 15


def _find(files: Files) -> Iterator[Problem]:
    for file, path, reference in files.of(SourceReference):
        if reference.quote is None:
            continue
        count = len(reference.quote.split())
        if count > LONGEST_QUOTE:
            message = f"the quote has {count} words; shorten it to at most {LONGEST_QUOTE}"
            yield file.located.problem((*path, "quote"), message)
        elif count == 0:
            yield file.located.problem((*path, "quote"), "the quote is empty; fill it in or remove the key")


CHECK = Check(name="quote-length", sentence=f"A quote has at least one word and at most {LONGEST_QUOTE}.", find=_find)
