"""Comments on lines of their own: taken out before a file is rewritten, put back above what they speak of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.dataset.located import FactLoader, Located, Mark
from generator.rules.problems import Path

END: Path = ("",)  # the place of comments after which nothing stands
COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comments:
    """Comments by the path of what follows them."""

    above: dict[Path, list[str]]

    def put_back(self, text: str, located: Located) -> str:
        """Return `text`, whose places are `located`, with each comment above what it speaks of."""
        lines = text.splitlines()
        starts = _starts(located)
        placed = [(starts[path][0] if path in starts else len(lines) + 1, said) for path, said in self.above.items()]
        for line, said in sorted(placed, key=lambda item: item[0], reverse=True):
            beside = lines[line - 1] if line <= len(lines) else ""
            indent = beside[: len(beside) - len(beside.lstrip())]
            lines[line - 1 : line - 1] = [f"{indent}{comment}" for comment in said]
        return "\n".join(lines) + "\n"


def take_out(text: str, located: Located) -> tuple[str, Comments]:
    """Return `text` without empty lines and without comments on lines of their own, and these comments."""
    continued = {number for start, end in _scalars(text) for number in range(start[0] + 1, end[0] + 1)}
    outermost = _outermost(located)
    kept, above, waiting = list[str](), dict[Path, list[str]](), list[str]()
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if number not in continued and bare.startswith("#"):
            waiting.append(bare)
        elif number in continued or bare:
            kept.append(line)
            if waiting and number in outermost:
                above[outermost[number]], waiting = waiting, []
    if waiting:
        above[END] = waiting
    return "\n".join(kept) + "\n", Comments(above)


def comments_in(text: str) -> list[str]:
    """Return every comment in the YAML `text`, also those beside values, in the order of their letters."""
    lines = text.splitlines()
    for (first, start), (last, end) in _scalars(text):
        for number in range(first, min(last, len(lines)) + 1):
            line = lines[number - 1]
            left, right = start - 1 if number == first else 0, end - 1 if number == last else len(line)
            lines[number - 1] = line[:left] + "x" * (right - left) + line[right:]
    return sorted(found[0].rstrip() for found in COMMENT.finditer("\n".join(lines)))


def _outermost(located: Located) -> dict[int, Path]:
    """Return for each line the path of the outermost thing that begins on it."""
    found: dict[int, Path] = {}
    for path, (line, _) in _starts(located).items():
        if line not in found or len(path) < len(found[line]):
            found[line] = path
    return found


def _starts(located: Located) -> dict[Path, Mark]:
    """Return where each thing begins: what has a key, at its key."""
    return {path: mark for path, mark in {**located.values, **located.keys}.items() if path}


def _scalars(text: str) -> Iterator[tuple[Mark, Mark]]:
    for event in yaml.parse(text, Loader=FactLoader):
        if isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark
            end: Any = event.end_mark
            yield (start.line + 1, start.column + 1), (end.line + 1, end.column + 1)
