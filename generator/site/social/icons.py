"""Writes the icons of the site in the sizes that systems ask for."""

from pathlib import Path

from PIL import Image

from generator.site.colours import colour
from generator.site.social.mark import draw_mark

SIZES = (32, 180, 192, 512)
COLOURS = 64
FILLED = 180  # put by its system on a shape of its own: corners that let through would turn black


def write_icons(folder: Path) -> None:
    """Write `icon-SIZE.png` for every size into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        icon = draw_mark(size)
        if size == FILLED:
            whole = Image.new("RGBA", icon.size, colour("md-primary-fg-color"))
            whole.alpha_composite(icon)
            icon = whole
        icon.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(folder / f"icon-{size}.png", optimize=True)
