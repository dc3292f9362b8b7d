"""The shapes of the map: the borders of Natural Earth, projected by d3-geo when the site is built."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.site.errors import BuildError

SCRIPT = Path(__file__).parent / "shapes.mjs"
MODULES = Path(__file__).parents[3] / "node_modules"
ANTARCTICA = "010"  # nobody takes part from there, and it would take a fifth of the map
# Where jurisdictions lie that the borders do not hold, or that would be too small to see: longitude and latitude.
SMALL = {"AD": (1.6, 42.5), "HK": (114.2, 22.3), "LU": (6.1, 49.8), "SM": (12.5, 43.9)}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A part of the world and how it is projected; `shows` are places just inside, `dot` the radius of a small one."""

    id: str
    width: int
    height: int
    projection: Mapping[str, Any]
    shows: tuple[tuple[float, float], ...]
    dot: int


VIEWS = (
    View(
        id="world",
        width=720,
        height=310,
        projection={"projection": "world", "rotate": [-11, 0]},
        shows=((-168, 0), (190, 0), (11, 80), (11, -56)),
        dot=4,
    ),
    View(
        id="europe",
        width=720,
        height=660,
        projection={"projection": "conic", "parallels": [40, 62], "rotate": [-12, 0]},
        shows=((-23.5, 64), (-10, 36), (24, 34.6), (39, 49), (28, 71.3)),
        dot=7,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """The paths of a view by the codes of the countries, that of all other land, and the small ones as points."""

    land: str
    shapes: dict[str, str]
    points: dict[str, tuple[float, float]]


@cache
def outlines(view_id: str, codes: tuple[str, ...]) -> Outlines:
    """Return the outlines of the view named `view_id`, with the countries `codes` apart; points outside are left out.

    A code that ISO 3166-1 does not list has no outline. Raises BuildError where a package of package.json is missing.
    """
    view = next(view for view in VIEWS if view.id == view_id)
    numbers = {code: number for code, number in _numbers().items() if code in codes}
    asked = {
        "width": view.width,
        "height": view.height,
        "digits": 0,
        **view.projection,
        "shows": view.shows,
        "apart": [number for code, number in numbers.items() if code not in SMALL],
        "without": ANTARCTICA,
        "places": {code: place for code, place in SMALL.items() if code in codes},
    }
    made = _run(asked)
    return Outlines(
        land=made["land"],
        shapes={code: shape for code, number in numbers.items() if (shape := made["shapes"].get(number))},
        points={
            code: (round(x), round(y))
            for code, (x, y) in made["points"].items()
            if 0 <= x <= view.width and 0 <= y <= view.height
        },
    )


def _run(asked: Mapping[str, Any]) -> Any:
    command = ["node", str(SCRIPT)]
    try:
        made = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)  # noqa: S603 - a script of ours
    except OSError as error:
        raise BuildError([f"node: {error.strerror}; install Node.js 20 or newer"]) from error
    if made.returncode:
        raise BuildError([f"{SCRIPT}: the map cannot be drawn; run `npm ci`; {made.stderr.strip()}"])
    return json.loads(made.stdout)


@cache
def _numbers() -> dict[str, str]:
    """Return the numbers of ISO 3166-1 by the codes of two letters."""
    path = MODULES / "i18n-iso-countries" / "codes.json"
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BuildError([f"{path}: {error.strerror}; run `npm ci` to install the packages"]) from error
    return {two: number for two, _, number, *_ in listed}
