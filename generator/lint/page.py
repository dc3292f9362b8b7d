"""A hand-written page or a template: its text, its headings, and what it calls in braces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.dataset.problems import Problem
from generator.dataset.reading import not_utf8

# The pages begin the id of a heading with {#, so their comments begin otherwise.
ENVIRONMENT = Environment(comment_start_string="{##", comment_end_string="##}", autoescape=True)
FENCED = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(?P<level>#{1,6})[ \t]+.*?(?:\{#(?P<id>(?:\{\{.*?\}\}|[\w-])+)[^}\n]*\})?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a page: where it begins in the text, how deep it stands, and the id that it is given."""

    at: int
    level: int
    id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A function that a page calls by its name with words, as in `topic('process')`."""

    line: int
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a page or template, and what its braces hold: the words written, the calls."""

    file: str
    text: str
    words: frozenset[str] = frozenset()
    calls: tuple[Call, ...] = ()

    def problem(self, at: int, message: str) -> Problem:
        """Say `message` at the character `at` of the text, counted from 0."""
        before = self.text[:at]
        return Problem(self.file, before.count("\n") + 1, len(before) - before.rfind("\n"), "", message)

    def place(self, call: Call, word: str) -> int:
        """Return where `word` stands in a call, as a place in the text."""
        found = re.compile(rf"(?<=['\"]){re.escape(word)}(?=['\"])").search(self.text, self.line(call))
        return found.start() if found else self.line(call)

    def line(self, call: Call) -> int:
        """Return where the line of a call begins, as a place in the text."""
        return sum(len(line) for line in self.text.splitlines(keepends=True)[: call.line - 1])

    def headings(self) -> Iterator[Heading]:
        """Yield the headings in their order."""
        for found in HEADING.finditer(blank(FENCED, self.text)):
            yield Heading(at=found.start(), level=len(found["level"]), id=found["id"])


def blank(pattern: re.Pattern[str], text: str) -> str:
    """Put spaces in the place of every match, so that the rest of the text stays where it is."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def read_page(path: Path) -> tuple[Page, list[Problem]]:
    """Read a page or template; one that is no UTF-8 text or no template is a problem."""
    name = str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return Page(file=name, text=""), [not_utf8(name, error)]
    try:
        tree = ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        message = f"the braces cannot be read ({error.message}); check their ends and quotes"
        return Page(file=name, text=text), [Problem(name, error.lineno, 1, "", message)]
    return Page(
        file=name,
        text=text,
        words=frozenset(found.value for found in tree.find_all(nodes.Const) if isinstance(found.value, str)),
        calls=tuple(_calls(tree)),
    ), []


def _calls(tree: nodes.Template) -> Iterator[Call]:
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name | nodes.Getattr):
            given = (item.value for item in call.args if isinstance(item, nodes.Const))
            words = tuple(value for value in given if isinstance(value, str))
            yield Call(line=call.lineno, name=_name(call.node), words=words)


def _name(node: nodes.Name | nodes.Getattr) -> str:
    """Return the name of what is used: that of `guide.topic` is topic."""
    return node.name if isinstance(node, nodes.Name) else node.attr
