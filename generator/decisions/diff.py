"""Whose answer changes between two revisions, and why."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.dataset import DatasetError, load_dataset
from generator.decisions.axes import axes_of
from generator.decisions.causes import causes
from generator.decisions.comparison import Change, compared
from generator.decisions.errors import DecisionsError
from generator.decisions.facts import checked_again, facts_changed
from generator.decisions.files import FOLDER, files_in
from generator.decisions.known import Known, read_known
from generator.decisions.report import Explained, sentences, without_effect
from generator.decisions.revisions import take_out
from generator.decisions.sentences import Words, listed
from generator.decisions.table import Table, decide
from generator.decisions.text import read_table
from generator.rules.kinds import Category
from generator.rules.model import Dataset


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides: its name, the folder it was taken out to, its facts where they can be read."""

    name: str
    folder: Path
    known: Known | None
    problem: str = ""


def difference(root: Path, revision: str, until: str | None, words: Words) -> Iterator[str]:
    """Yield the lines that say whose answer changes from `revision` to `until`, the files as they stand by default.

    Raises DecisionsError where a revision cannot be had, and DatasetError where the facts as they stand are unsound.
    """
    with ExitStack() as stack:
        before = _side(root, revision, stack)
        after = _side(root, until, stack) if until else _standing(root)
        if before.known and after.known:
            yield from _by_facts(before, before.known, after, after.known, words)
        else:
            yield from _by_tables(before, after, root, words)


def _side(root: Path, revision: str, stack: ExitStack) -> Side:
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="iec-coop-")))
    commit = take_out(root, revision, ("data", FOLDER), folder)
    name = f"{revision} ({commit})"
    try:
        return Side(name, folder, read_known(folder / "data"))
    except DatasetError as error:
        problem = str(error.problems[0]).removeprefix(f"{folder}/")
        return Side(name, folder, None, problem)


def _standing(root: Path) -> Side:
    load_dataset(root / "data")  # unsound facts are refused with all their problems
    return Side("the files as they stand", root, read_known(root / "data"))


def _by_facts(before: Side, old: Known, after: Side, new: Known, words: Words) -> Iterator[str]:
    changed = facts_changed(old.index, new.index)
    tables = {code: decide(new.dataset, code) for code in new.dataset.countries}
    before_tables = {
        code: tables[code] if _same_facts(old.dataset, new.dataset, code) else decide(old.dataset, code)
        for code in old.dataset.countries
    }
    found: list[Explained] = []
    for code in sorted(tables.keys() & before_tables.keys()):
        for change in _compared(before_tables[code], tables[code], old.dataset, new.dataset, code):
            found.append((change, code, causes(change, code, old.dataset, new.dataset, changed)))
    gone = [
        f"- {old.dataset.countries[code].name.en} has no facts any more."
        for code in sorted(before_tables.keys() - tables.keys())
    ]
    come = [
        f"- {new.dataset.countries[code].name.en} has facts now."
        for code in sorted(tables.keys() - before_tables.keys())
    ]
    lines = [*sentences(found, new.dataset, words), *gone, *come]
    yield (
        f"Whose answer changes from {before.name} to {after.name}:"
        if lines
        else (f"No answer changes from {before.name} to {after.name}.")
    )
    yield from lines
    causing = {fact.id for _, _, facts in found for fact in facts}
    # Whether a category is offered brings its other facts along.
    brought = tuple(fact.removesuffix("offered") for fact in causing if fact.endswith(".offered"))
    idle = [fact for fact in changed.values() if fact.id not in causing and not fact.id.startswith(brought)]
    yield from without_effect(idle)
    if count := checked_again(old.index, new.index):
        yield f"{count} facts have other sources, notes or dates of checking and the same value."
    yield from _by_rules(before, before_tables, old.dataset, words)


def _same_facts(old: Dataset, new: Dataset, code: str) -> bool:
    return old.countries.get(code) == new.countries.get(code) and (old.programme, old.places, old.seasons) == (
        new.programme,
        new.places,
        new.seasons,
    )


def _compared(before: Table, after: Table, old: Dataset, new: Dataset, code: str) -> list[Change]:
    axes = [{category: axes_of(dataset, code, category).every() for category in Category} for dataset in (old, new)]
    return compared(before, after, *axes)


def _by_rules(before: Side, computed: dict[str, Table], dataset: Dataset, words: Words) -> Iterator[str]:
    """Say where the table of a revision differs from what the rules of today make of its own facts."""
    files = files_in(before.folder / FOLDER)
    if not files:
        yield f"{before.name} has no decision table, so whether the rules changed since cannot be said."
        return
    found: list[Explained] = []
    unread = []
    for code in sorted(files.keys() & computed.keys()):
        try:
            table = read_table(files[code].read_text(encoding="utf-8"), f"{FOLDER}/{code}.yml", dataset, code)
        except DecisionsError:
            unread.append(code)
            continue
        found += [(change, code, ()) for change in _compared(table, computed[code], dataset, dataset, code)]
    if found:
        yield (
            f"The rules changed (or the table of {before.name} was out of date): "
            "with the same facts it says something else than the rules of today:"
        )
        yield from sentences(found, dataset, words)
    if unread:
        yield (
            f"The table of {before.name} has another form for {listed(unread)}, so whether the rules changed there "
            "cannot be said."
        )


def _by_tables(before: Side, after: Side, root: Path, words: Words) -> Iterator[str]:
    """Compare the table files, where the facts of a side have another shape than those of today."""
    problem = before.problem or after.problem
    old = before.name if before.problem else after.name
    known = before.known or after.known
    dataset = known.dataset if known else load_dataset(root / "data")
    tables = [_read(side, dataset) for side in (before, after)]
    for side, read in zip((before, after), tables, strict=True):
        if not read:
            line = f"{old}: the rules of today cannot read its facts ({problem}), and {side.name} has no decision table"
            raise DecisionsError([f"{line}; name a later revision"])
    found: list[Explained] = [
        (change, code, ())
        for code in sorted(tables[0].keys() & tables[1].keys())
        for change in _compared(tables[0][code], tables[1][code], dataset, dataset, code)
    ]
    yield (
        f"The rules of today cannot read the facts of {old} ({problem}). So the table files are compared, and why an "
        "answer changed is not available."
    )
    yield (
        f"Whose answer changes from {before.name} to {after.name}:"
        if found
        else (f"No answer changes from {before.name} to {after.name}.")
    )
    yield from sentences(found, dataset, words)


def _read(side: Side, dataset: Dataset) -> dict[str, Table]:
    return {
        code: read_table(path.read_text(encoding="utf-8"), f"{FOLDER}/{code}.yml of {side.name}", dataset, code)
        for code, path in files_in(side.folder / FOLDER).items()
        if code in dataset.countries
    }
