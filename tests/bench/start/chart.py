"""The result as a picture for a page: bars of the seconds until the first answer, and the same figures as a table.

It has neither a style of its own nor anything to load: its classes are those of the pictures of the site.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from tests.bench.start.conditions import PAGES
from tests.bench.start.summary import Compared, compared

WIDTH, LEFT, RIGHT = 360, 6, 42  # the seconds stand right of the bars
TOP, GROUP, THICK = 18, 42, 9
NAMED = 16  # the name of a group stands above its bars
STEPS = (1, 2, 5, 10, 20, 50, 100)  # seconds between two lines of the scale
MOST_LINES = 8
ENGLISH = {
    "title": "Seconds from opening the page to the first answer",
    "stock": "Pyodide as it comes",
    "ours": "this site",
    "quartiles": "the middle half of the runs",
    "seconds": "seconds",
    "colon": ":",
    "as_table": "The same as a table: medians, with their quartiles",
    "visit": "Visit",
    "ratio": "Ratio",
    "cold": "first visit",
    "repeat": "next visit",
    "none": "no limit",
    "fast-4g": "Fast 4G",
    "slow-4g": "Slow 4G",
    "name": "{network}, CPU {cpu}×, {visit}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The median of one page in seconds and as a width, and the places of its quartiles, in units of the drawing."""

    page: str
    seconds: float
    top: int
    width: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The two bars of one kind of visit."""

    name: str
    top: int
    compared: Compared
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """The whole picture, with the lines of the scale as (seconds, place)."""

    groups: tuple[Group, ...]
    scale: tuple[tuple[int, float], ...]
    height: int
    width: int = WIDTH
    left: int = LEFT
    thick: int = THICK


def starts(result: Mapping[str, Any], words: Mapping[str, str]) -> Starts:
    """Lay out the result of a benchmark: a group for each condition and visit, in the order of the measurement."""
    found = list(_kinds(result, words))
    longest = max((side.upper for _, each in found for side in (each.stock, each.ours)), default=0.0)
    step = next((step for step in STEPS if longest <= step * MOST_LINES), STEPS[-1])
    last = max(step, -int(-longest // step) * step)

    def wide(seconds: float) -> float:
        return round(seconds * (WIDTH - LEFT - RIGHT) / last, 1)

    return Starts(
        groups=tuple(_group(name, each, TOP + index * GROUP, wide) for index, (name, each) in enumerate(found)),
        scale=tuple((seconds, LEFT + wide(seconds)) for seconds in range(0, last + 1, step)),
        height=TOP + len(found) * GROUP,
    )


def chart(result: Mapping[str, Any], words: Mapping[str, str] = ENGLISH, comma: str = ".") -> str:
    """Draw the result of a benchmark as HTML; `comma` parts whole seconds from their fractions."""

    def number(value: float) -> str:
        return f"{value:.2f}".replace(".", comma)

    return _template().render(picture=starts(result, words), words=words, number=number)


def _kinds(result: Mapping[str, Any], words: Mapping[str, str]) -> Any:
    samples = result["samples"]
    for network, cpu in dict.fromkeys((sample["network"], sample["cpu"]) for sample in samples):
        for visit in ("cold", "repeat"):
            if each := compared(samples, "seconds", visit=visit, network=network, cpu=cpu):
                yield words["name"].format(network=words[network], cpu=cpu, visit=words[visit]), each


def _group(name: str, each: Compared, top: int, wide: Callable[[float], float]) -> Group:
    bars = tuple(
        Bar(
            page=page,
            seconds=side.median,
            top=top + NAMED + index * (THICK + 2),
            width=wide(side.median),
            lower=LEFT + wide(side.lower),
            upper=LEFT + wide(side.upper),
        )
        for index, (page, side) in enumerate(zip(PAGES, (each.stock, each.ours), strict=True))
    )
    return Group(name=name, top=top, compared=each, bars=bars)


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("chart.html.j2")
