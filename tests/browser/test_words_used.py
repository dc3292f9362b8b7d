"""Every word that the page carries or that comes with the rules is said by a script, and each has one place."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.browser.words import NOT_LATE, load_words
from generator.rules.facts import Text

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
SCRIPTS = ROOT / "site_overrides" / "checker"
LATE = sorted(load_words(DATA).keys() - set(NOT_LATE))


def _keys(part: str) -> Iterator[str]:
    """Yield the keys of a part as a script says them: those of the page's own words bear no name of a part."""
    words: Any = load_words(DATA)[part]
    yield from _leaves(words, () if part == "script" else (part,))


def _leaves(words: Any, way: tuple[str, ...]) -> Iterator[str]:
    for name, value in words.items():
        if isinstance(value, Text):
            yield ".".join((*way, name))
        else:
            yield from _leaves(value, (*way, name))


def _named_in_scripts() -> tuple[set[str], tuple[str, ...]]:
    """Return the strings that stand in the scripts, and the beginnings of those that are put together."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS.rglob("*.js"))
    whole = {text for pair in re.findall(r'"([^"\n]*)"|`([^`$\n]*)`', source) for text in pair if text}
    begun = set(re.findall(r"`([\w.-]+\.)\$\{", source))
    return whole, tuple(begun)


def test_no_word_of_a_script_is_idle() -> None:
    whole, begun = _named_in_scripts()
    for part in ("script", *LATE):
        idle = [
            key
            for key in _keys(part)
            if not key.startswith(begun) and not any(key == said or key.startswith(f"{said}.") for said in whole)
        ]
        assert idle == [], part


def test_no_word_of_the_page_hides_a_part_that_comes_with_the_rules() -> None:
    assert set(LATE) & {key.partition(".")[0] for key in _keys("script")} == set()
