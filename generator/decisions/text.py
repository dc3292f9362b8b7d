"""The table of one jurisdiction as the text of a file, and back."""

from collections.abc import Iterator
from typing import Any

from generator.dataset.located import Located, read_located
from generator.decisions.answers import Answer
from generator.decisions.axes import Axes, axes_of
from generator.decisions.axis import Axis
from generator.decisions.errors import DecisionsError
from generator.decisions.table import Band, Block, Combination, Table
from generator.decisions.wording import from_words, in_words
from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.rules.problems import Path

IN_ORDER = "everything in order"
TOGETHER = "combined"
ADDS_UP = "each of {count} combinations adds up"
DOES_NOT = "each of {count} combinations adds up but for these"
AND = " + "
IS = " "


def written(table: Table, dataset: Dataset, code: str) -> str:
    """Return the text of the file of one jurisdiction."""
    lines = [
        f"# {dataset.countries[code].name.en}. Written by `make decisions`; tests/decisions/README.md explains it."
    ]
    for category, block in table.items():
        if not block.bands:
            lines.append(f"{category}: {in_words(block.base)}")
            continue
        lines += [f"{category}:", f"  {IN_ORDER}: {in_words(block.base)}"]
        for axis in axes_of(dataset, code, category).every():
            bands = block.bands.get(axis.name, ())
            if bands:
                lines.append(f"  {axis.name}:")
                lines += [f"    {axis.label(band.points)}: {in_words(band.answer, block.base)}" for band in bands]
        lines += _together(block)
    return "\n".join(lines) + "\n"


def _together(block: Block) -> Iterator[str]:
    if not block.odd:
        yield f"  {TOGETHER}: {ADDS_UP.format(count=block.combinations)}"
        return
    yield f"  {TOGETHER}:"
    yield f"    {DOES_NOT.format(count=block.combinations)}: see below"
    for combination, answer in block.odd.items():
        yield f"    {AND.join(f'{axis} [{label}]' for axis, label in combination)}: {in_words(answer, block.base)}"


def read_table(text: str, file: str, dataset: Dataset, code: str) -> Table:
    """Read the text of a file; raises DecisionsError with the place of what is no line of a table."""
    located, problems = read_located(text, file)
    if problems:
        raise DecisionsError(map(str, problems))
    if not isinstance(located.value, dict) or set(located.value) != {category.value for category in Category}:
        raise _unread(located, (), "the three categories must stand here, and nothing else")
    return {
        category: _block(located, category, located.value[category], axes_of(dataset, code, category))
        for category in Category
    }


def _block(located: Located, category: Category, value: Any, axes: Axes) -> Block:
    if not isinstance(value, dict):
        return Block(base=_answer(located, (category,), value, None), bands={}, odd={})
    known = {axis.name: axis for axis in axes.every()}
    base = _answer(located, (category, IN_ORDER), value.get(IN_ORDER), None)
    bands = {}
    for name in value:
        if name in (IN_ORDER, TOGETHER):
            continue
        if name not in known or not isinstance(value[name], dict):
            raise _unread(located, (category, name), f"`{name}` is nothing that the table tells apart")
        bands[name] = tuple(_bands(located, (category, name), value[name], known[name], base))
    count, odd = _read_together(located, (category, TOGETHER), value.get(TOGETHER), base)
    return Block(base=base, bands=bands, combinations=count, odd=odd)


def _bands(located: Located, path: Path, value: dict[str, Any], axis: Axis, base: Answer) -> Iterator[Band]:
    for label, words in value.items():
        points = axis.read(label)
        if points is None:
            raise _unread(located, (*path, label), f"`{label}` is no place on this axis")
        yield Band(points=points, answer=_answer(located, (*path, label), words, base))


def _read_together(located: Located, path: Path, value: Any, base: Answer) -> tuple[int, dict[Combination, Answer]]:
    first, *others = value if isinstance(value, dict) else [value]
    for said in (ADDS_UP, DOES_NOT):
        before, after = said.split("{count}")
        count = str(first).removeprefix(before).removesuffix(after)
        if count.isdigit() and first == said.format(count=count):
            return int(count), {_named(label): _answer(located, (*path, label), value[label], base) for label in others}
    raise _unread(located, path, "it is not said how many combinations there are")


def _named(text: str) -> Combination:
    pairs = (part.removesuffix("]").split(" [", 1) for part in text.split(AND))
    return tuple((axis, label) for axis, label in pairs)


def _answer(located: Located, path: Path, words: Any, base: Answer | None) -> Answer:
    answer = from_words(str(words), base)
    if answer is None:
        raise _unread(located, path, f"`{words}` is no answer")
    return answer


def _unread(located: Located, path: Path, what: str) -> DecisionsError:
    return DecisionsError(
        [str(located.problem(path, f"{what}; write the table anew with `make decisions`", at_key=True))]
    )
