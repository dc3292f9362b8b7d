"""The map of where International Co-op is offered: every jurisdiction a shape, or a dot where it is too small."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.country import CountryShown
from generator.site.pictures.atlas import VIEWS, Outlines, View, outlines

CANADA = "CA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A jurisdiction on the map: what its citizens are offered, and a path or the middle of a dot."""

    country: CountryShown
    path: str | None = None
    dot: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """One view of the map, in units of the drawing; `canada` is the path of the country to which all go.

    `radius` is that of a dot.
    """

    id: str
    width: int
    height: int
    land: str
    canada: str | None
    shapes: tuple[Shape, ...]
    radius: int


def map_views(countries: Sequence[CountryShown]) -> tuple[MapView, ...]:
    """Return every view with the shapes of `countries`; raises BuildError where the tools are missing."""
    codes = tuple(sorted({CANADA, *(country.code for country in countries)}))
    return tuple(_view(view, outlines(view.id, codes), countries) for view in VIEWS)


def _view(view: View, found: Outlines, countries: Sequence[CountryShown]) -> MapView:
    drawn = [Shape(country=each, path=found.shapes[each.code]) for each in countries if each.code in found.shapes]
    dots = [Shape(country=each, dot=found.points[each.code]) for each in countries if each.code in found.points]
    return MapView(
        id=view.id,
        width=view.width,
        height=view.height,
        land=found.land,
        canada=found.shapes.get(CANADA),
        shapes=(*drawn, *dots),
        radius=view.dot,
    )
