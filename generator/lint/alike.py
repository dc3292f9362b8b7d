"""Two files of words, one a language, that say the same things."""

from collections.abc import Iterator
from typing import Any

from generator.dataset.checks.figures_match import placeholders
from generator.dataset.located import Located
from generator.dataset.problems import Problem
from generator.lint.subject import LANGUAGES, NAMES, OTHER, scalars
from generator.rules.problems import Path

# What a text may leave out in one language: the singular may say "once", the first of a month may be a word.
MAY_LACK = {"one": {"n", "count", "number"}, "first_day": {"day"}}


def differences(words: dict[str, Located], only_in: dict[str, frozenset[str]]) -> Iterator[Problem]:
    """Find keys that only one of the files has, and texts that name other values; `only_in` names what may differ."""
    if any(not isinstance(located.value, dict) for located in words.values()):
        return
    for lang in LANGUAGES:
        here, there = words[lang], words[OTHER[lang]]
        whole = {key: part for key, part in here.value.items() if key not in only_in.get(lang, ())}
        yield from _missing(whole, there.value, (), here, NAMES[OTHER[lang]], there.file)
    yield from _other_values(words)


def _missing(here: Any, there: Any, path: Path, located: Located, other: str, file: str) -> Iterator[Problem]:
    if isinstance(here, dict) and isinstance(there, dict):
        for key, part in here.items():
            if key in there:
                yield from _missing(part, there[key], (*path, key), located, other, file)
            else:
                message = f"`{key}` is missing in {other}; add it to {file}, or remove it here"
                yield located.problem((*path, key), message, at_key=True)
    elif isinstance(here, list) and isinstance(there, list):
        if len(here) != len(there):
            message = f"the list has {len(here)} items here and {len(there)} in {other}; make them agree"
            yield located.problem(path, message)
    elif type(here) is not type(there):
        yield located.problem(path, f"this is built otherwise in {other}; build both alike, see {file}")


def _other_values(words: dict[str, Located]) -> Iterator[Problem]:
    english, french = (dict(scalars(words[lang].value)) for lang in LANGUAGES)
    for path in french.keys() & english.keys():
        ours, theirs = placeholders(french[path]), placeholders(english[path])
        if ours is None:
            yield words["fr"].problem(path, "a brace stands alone; write `{name}` for a value")
        elif theirs is None:
            yield words["en"].problem(path, "a brace stands alone; write `{name}` for a value")
        elif (ours ^ theirs) - MAY_LACK.get(str(path[-1]), set()):
            shown = ", ".join(f"{{{name}}}" for name in sorted(theirs)) or "none"
            message = f"the French names other values in braces than the English; name these: {shown}"
            yield words["fr"].problem(path, message)
