"""Read YAML without surprises, and remember where each value stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.dataset.problems import Problem
from generator.dataset.unreadable import plainly, where
from generator.rules.problems import Path, dotted

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]+([eE][-+]?[0-9]+)?")
# The characters of YAML 1.1; a lone surrogate would stop the C reader with a traceback.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DEEPEST = 40
TOO_DEEP = "brackets within brackets, too deep"
_WORDS: dict[str, Any] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
    ".nan": float("nan"),
    ".inf": float("inf"),
    "-.inf": float("-inf"),
}

type Mark = tuple[int, int]


class FactLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe reader, in C where PyYAML was built with it; it only splits the text into events."""


@dataclass(frozen=True, slots=True)
class Located:
    """A document as plain Python values, with the line and column (from 1) of each key and value by path."""

    file: str
    value: Any
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)

    def problem(self, path: Path, message: str, *, at_key: bool = False) -> Problem:
        """Say `message` at `path`; where nothing stands there, at the nearest thing around it."""
        known = path
        while known and known not in self.values:
            known = known[:-1]
        line, column = (self.keys if at_key and known in self.keys else self.values).get(known, (1, 1))
        return Problem(self.file, line, column, dotted(path), message)


def read_located(text: str, file: str) -> tuple[Located, list[Problem]]:
    """Read one YAML document; `file` names it in problems.

    Plain `true`, `false`, `null`, whole and decimal numbers are read as such, everything else as text: `NO` is Norway
    and dates stay text. Repeated keys, tags, anchors, aliases and several documents are problems.
    """
    located = Located(file, None)
    if stray := _UNPRINTABLE.search(text):
        before = text[: stray.start()]
        mark = before.count("\n") + 1, len(before) - before.rfind("\n")
        return located, [_unreadable(file, mark, "a character that YAML does not allow", "bad-character")]
    try:
        reader = _Reader(located, yaml.parse(text, Loader=FactLoader))
        return Located(file, reader.document(), located.keys, located.values), reader.problems
    except yaml.MarkedYAMLError as error:
        at = where(error)
        what = error.problem or "its structure is broken"
        code = "too-deep" if what == TOO_DEEP else "not-yaml"
        return located, [_unreadable(file, (at.line + 1, at.column + 1) if at else (1, 1), what, code)]


def _unreadable(file: str, mark: Mark, what: str, code: str) -> Problem:
    return Problem(file, *mark, "", plainly(what), code, what)


class _Reader:
    """Builds values from events, because composed nodes no longer tell anchors and aliases."""

    def __init__(self, located: Located, events: Iterator[yaml.Event]) -> None:
        self.located, self.events, self.problems = located, events, list[Problem]()

    def document(self) -> Any:
        value = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(
                        (), event, "a second document begins here; keep one document in a file", "second-document"
                    )
                    break
                value = self._value((), next(self.events))
        return value

    def _value(self, path: Path, event: yaml.Event) -> Any:
        self.located.values[path] = _mark(event)
        self._plain_only(path, event)
        if len(path) > DEEPEST:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=mark)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        return None

    def _mapping(self, path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while not isinstance(key_event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key_event, yaml.ScalarEvent):
                self._refuse(path, key_event, "a key must be a word; write `key: value`", "key-not-a-word")
                self._value((*path, "?"), key_event)
                self._value((*path, "?"), next(self.events))
                continue
            key = str(key_event.value)
            here = (*path, key)
            self._plain_only(here, key_event)
            if key in made:
                first = self.located.keys[here]
                message = f"this key stands already on line {first[0]}; keep one of the two"
                self._refuse(here, key_event, message, "repeated-key", str(first[0]))
                self._value((*path, f"{key} again"), next(self.events))
                continue
            self.located.keys[here] = _mark(key_event)
            made[key] = self._value(here, next(self.events))
        return made

    def _sequence(self, path: Path) -> list[Any]:
        made: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            made.append(self._value((*path, len(made)), event))
        return made

    def _plain_only(self, path: Path, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            alias = f"*{event.anchor}"
            self._refuse(path, event, f"`{alias}` is a YAML alias; write the value out", "yaml-alias", alias)
        elif anchor := getattr(event, "anchor", None):
            self._refuse(path, event, f"`&{anchor}` is a YAML anchor; remove it", "yaml-anchor", f"&{anchor}")
        elif tag := getattr(event, "tag", None):
            tag = str(tag).replace("tag:yaml.org,2002:", "!!")
            self._refuse(path, event, f"`{tag}` is a YAML tag; remove it and write the plain value", "yaml-tag", tag)

    def _refuse(self, path: Path, event: yaml.Event, message: str, code: str, given: str = "") -> None:
        self.problems.append(Problem(self.located.file, *_mark(event), dotted(path), message, code, given))


def _mark(event: yaml.Event) -> Mark:
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


def _scalar(event: yaml.ScalarEvent) -> Any:
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
