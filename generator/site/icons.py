"""Icons for pages, from the set that the theme brings."""

from functools import cache
from importlib.resources import files

from markupsafe import Markup

FOLDER = files("material") / "templates" / ".icons" / "material"


@cache
def icon(name: str) -> Markup:
    """Return the icon `name` as SVG for a page, left out by screen readers: words stand beside it.

    Raises FileNotFoundError where the theme has no such icon.
    """
    svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    # The icons are files of a library that is locked by its hash.
    return Markup(svg.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1))  # noqa: S704
