"""The interactive pages in both languages: the same controls, groups and parts, in the same order."""

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOTS = ("data-checker", "data-offices", "data-years")
SAME = ("id", "name", "type", "value", "for", "aria-describedby", "aria-labelledby", "role", "hidden", "checked")
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


class Controls(HTMLParser):
    """What stands below the root of the script on a page: tags with the attributes that do not depend on language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.depth = 0
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.options: Counter[str | None] = Counter()
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.depth or any(root in given for root in ROOTS):
            if tag not in VOID:
                self.depth += 1
            if tag == "option":  # countries stand in the order of their names
                self.options[given.get("value")] += 1
                return
            kept = tuple(
                (name, value)
                for name, value in attrs
                if name in SAME
                or (name.startswith("data-") and name not in ("data-lang", "data-words", "data-compare"))
            )
            self.found.append((tag, kept))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 the parser passes it
        if self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth and data.strip():
            self.words.append(data.strip())


@pytest.mark.parametrize("name", ["checker/", "offices/", "planner/"])
def test_both_languages_have_the_same_controls(built_site: Path, name: str) -> None:
    pages = [(built_site / folder / name / "index.html").read_text(encoding="utf-8") for folder in ("", "fr")]
    assert_alike(*map(Controls, pages))


def test_the_form_that_country_pages_fetch_has_the_same_controls_in_both_languages(built_site: Path) -> None:
    files = [built_site / "assets" / "checker" / f"form.{code}.json" for code in ("en", "fr")]
    assert_alike(*(Controls(json.loads(file.read_text(encoding="utf-8"))["form"]) for file in files))


def assert_alike(english: Controls, french: Controls) -> None:
    assert len(english.found) > 10
    assert english.found == french.found
    assert english.options == french.options
    assert len(english.words) == len(french.words)
