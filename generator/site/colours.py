"""The colours of the site, read from the palette of its pages, for what is drawn or styled apart from them."""

import re
from functools import cache

from PIL import ImageColor

from generator.site.configs import PROJECT

PALETTE = PROJECT / "site_overrides" / "theme" / "assets" / "css" / "palette.css"

type Colour = tuple[int, int, int]


@cache
def colours(scheme: str = "default") -> dict[str, str]:
    """Return the colours of a scheme of the palette, as `#rrggbb` by the names of their custom properties."""
    block = re.search(rf'data-md-color-scheme="{scheme}"\] \{{(.*?)\}}', PALETTE.read_text(encoding="utf-8"), re.DOTALL)
    if block is None:
        raise ValueError(f"{PALETTE.name}: there is no scheme {scheme}")
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,8});", block[1]))


def colour(name: str) -> Colour:
    """Return a colour of the light scheme as red, green and blue."""
    red, green, blue = ImageColor.getrgb(colours()[name])[:3]
    return red, green, blue
