"""Change single values of a YAML text and leave every other character as it is."""

import json
from datetime import date
from typing import Any

import yaml

from generator.dataset.located import FactLoader
from generator.rules.problems import Path

type Replacement = tuple[int, int, str]


class Scalars:
    """A YAML text whose scalars are set one by one; `text` gives the result.

    The text must be readable: it is one that the dataset was loaded from.
    """

    def __init__(self, text: str) -> None:
        self._before = text
        self._root = yaml.compose(text, Loader=FactLoader)
        self._replacements: list[Replacement] = []

    def set(self, path: Path, key: str, value: str | date, after: tuple[str, ...] = ()) -> None:
        """Write `value` under `key` of the mapping at `path`; a new key stands behind the last of `after`."""
        mapping = self._node(path)
        written = value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
        held = {name.value: node for name, node in mapping.value}
        if key in held:
            node = held[key]
            self._replacements.append((node.start_mark.index, node.end_mark.index, written))
            return
        before = next(held[name] for name in reversed(after) if name in held)
        end = before.end_mark.index
        indent = " " * mapping.start_mark.column
        separator = ", " if mapping.flow_style else f"\n{indent}"
        self._replacements.append((end, end, f"{separator}{key}: {written}"))

    @property
    def text(self) -> str:
        """Return the text with all values set."""
        text = self._before
        # From the end on, so that places stay true; of two at one place the later one goes behind the earlier.
        for _, (start, end, written) in sorted(enumerate(self._replacements), key=_place, reverse=True):
            text = text[:start] + written + text[end:]
        return text

    def _node(self, path: Path) -> Any:
        node: Any = self._root
        for step in path:
            if isinstance(step, int):
                node = node.value[step]
            else:
                node = next(item for name, item in node.value if name.value == step)
        return node


def _place(numbered: tuple[int, Replacement]) -> tuple[int, int]:
    number, (start, _, _) = numbered
    return start, number
