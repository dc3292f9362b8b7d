"""A worked example for those who correct a fact: its lines in the file, and what the check says to a wrong day."""

from dataclasses import dataclass
from pathlib import Path

from generator.dataset.index import Entry
from generator.dataset.located import read_located
from generator.dataset.shape import shape
from generator.rules.country import Country
from generator.site.repository import FACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedExample:
    """A fact of a country: its file and the lines of its rows; a wrong day, and the message of the check about it."""

    file: str
    lines: str
    wrong: str
    message: str


def worked_example(entry: Entry, folder: Path) -> WorkedExample:
    """Show how the fact `entry` of a country is written in the files of `folder`.

    The message is what the check says when the month of the last row's `checked_on` is mistyped.
    """
    text, file = (folder / entry.file).read_text(encoding="utf-8"), f"{FACTS}/{entry.file}"
    located, _ = read_located(text, file)
    every, first = text.splitlines(), located.keys[entry.path][0]
    after = (line for path, (line, _) in located.keys.items() if len(path) <= len(entry.path) and line > first)
    last = min(after, default=len(every) + 1) - 1
    lines = "\n".join(every[first - 1 : last])
    line, column = located.values[(*entry.path, len(entry.rows) - 1, "checked_on")]
    right = str(entry.rows[-1].checked_on)
    wrong = f"{right[:5]}13{right[7:]}"
    written = every[line - 1]
    every[line - 1] = written[: column - 1] + written[column - 1 :].replace(right, wrong, 1)
    mistyped, _ = read_located("\n".join(every), file)
    _, problems = shape(Country, mistyped)
    return WorkedExample(file=file, lines=lines, wrong=f"checked_on: {wrong}", message=str(problems[0]))
