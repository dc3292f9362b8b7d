"""The questions, and the words of the checker around them, stand in both languages."""

from collections.abc import Iterator
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.checks.figures_match import placeholders
from generator.dataset.located import Located
from generator.dataset.problems import Problem
from generator.lint.subject import LANGUAGES, NAMES, OTHER, Subject
from generator.rules.problems import Path


def _find(subject: Subject) -> Iterator[Problem]:
    for located in subject.bilingual:
        for path, pair in _pairs(located.value):
            yield from _judge(located, path, pair)


def _pairs(value: Any, path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(value, dict):
        if value.keys() & set(LANGUAGES):
            yield path, value
        for key, item in value.items():
            yield from _pairs(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _pairs(item, (*path, index))


def _judge(located: Located, path: Path, pair: dict[str, Any]) -> Iterator[Problem]:
    for lang in LANGUAGES:
        if lang not in pair:
            message = f"the words are missing in {NAMES[lang]}; write them as `{lang}:`"
            yield located.problem((*path, OTHER[lang]), message, at_key=True)
            return
        if not isinstance(pair[lang], str) or not pair[lang].strip():
            yield located.problem((*path, lang), "the text is empty; write it in both languages")
            return
    if placeholders(pair["en"]) != placeholders(pair["fr"]):
        message = "the French names other values in braces than the English; name the same ones"
        yield located.problem((*path, "fr"), message)


CHECK = Check(
    name="questions-bilingual",
    sentence="Every question, answer and label of the checker stands in both languages and names the same values.",
    find=_find,
)
