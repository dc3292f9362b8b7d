"""The files of the table, one a jurisdiction, held against what the rules give."""

from pathlib import Path

from generator.decisions.axes import axes_of
from generator.decisions.comparison import compared
from generator.decisions.errors import DecisionsError
from generator.decisions.sentences import Words, told
from generator.decisions.table import Table, decide
from generator.decisions.text import read_table, written
from generator.rules.model import Dataset

FOLDER = "tests/decisions/table"
SUFFIX = ".yml"
REWRITE = "make decisions"


def tables_of(dataset: Dataset) -> dict[str, Table]:
    """Return the table of every jurisdiction by its code."""
    return {code: decide(dataset, code) for code in sorted(dataset.countries)}


def texts(dataset: Dataset) -> dict[str, str]:
    """Return the text of every file by the code of its jurisdiction."""
    return {code: written(table, dataset, code) for code, table in tables_of(dataset).items()}


def files_in(folder: Path) -> dict[str, Path]:
    """Return the files of a table by the code that their name promises."""
    return {path.stem: path for path in sorted(folder.glob(f"*{SUFFIX}"))}


def write(folder: Path, wanted: dict[str, str]) -> list[Path]:
    """Write the files that differ, take away those of no jurisdiction, and return the paths of both."""
    folder.mkdir(parents=True, exist_ok=True)
    touched = []
    for code, path in files_in(folder).items():
        if code not in wanted:
            path.unlink()
            touched.append(path)
    for code, text in wanted.items():
        path = folder / f"{code}{SUFFIX}"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            touched.append(path)
    return touched


def outdated(folder: Path, dataset: Dataset, tables: dict[str, Table], words: Words) -> list[str]:
    """Return a sentence for every answer in which the files and the tables differ; none where the files are right."""
    found, sentences = files_in(folder), []
    for code, table in tables.items():
        name = dataset.countries[code].name.en
        text = written(table, dataset, code)
        if code not in found:
            sentences.append(f"{name}: there is no file {FOLDER}/{code}{SUFFIX}")
        elif (committed := found[code].read_text(encoding="utf-8")) != text:
            sentences += _changes(committed, table, dataset, code, words)
    stale = [
        f"{FOLDER}/{path.name} belongs to no jurisdiction"
        for code, path in found.items()
        if code not in dataset.countries
    ]
    return sentences + stale


def _changes(committed: str, table: Table, dataset: Dataset, code: str, words: Words) -> list[str]:
    file = f"{FOLDER}/{code}{SUFFIX}"
    try:
        before = read_table(committed, file, dataset, code)
    except DecisionsError as error:
        return error.lines
    axes = {category: axes_of(dataset, code, category).every() for category in table}
    changes = compared(before, table, axes, axes)
    name = dataset.countries[code].name.en
    return [told(change, [name], [change.category], words) for change in changes] or [
        f"{name}: {file} has the right answers in other words"
    ]
