"""Draws the mark of the site from assets/mark.svg, which is made of rectangles, lines and circles."""

from defusedxml import ElementTree
from PIL import Image, ImageDraw

from generator.site.configs import PROJECT

MARK = PROJECT / "site_overrides" / "theme" / "assets" / "mark.svg"
FINER = 4  # drawn larger and scaled down, for smooth edges


def draw_mark(size: int, *, ground: bool = True, one_colour: str | None = None) -> Image.Image:
    """Return the mark, `size` pixels wide and high, on nothing where `ground` is false.

    With `one_colour` every shape has that colour. Raises ValueError for a shape that this cannot draw.
    """
    root = ElementTree.fromstring(MARK.read_text(encoding="utf-8"))
    scale = size * FINER / float(root.attrib["viewBox"].split()[2])
    image = Image.new("RGBA", (size * FINER, size * FINER))
    draw = ImageDraw.Draw(image)
    for shape in root:
        kind = shape.tag.rpartition("}")[2]
        if kind not in ("rect", "line", "circle"):
            raise ValueError(f"{MARK.name}: a {kind} cannot be drawn; use rect, line and circle")
        given = {name: float(value) * scale for name, value in shape.items() if name not in ("fill", "stroke")}
        fill, stroke = (one_colour or shape.get(name) if shape.get(name) else None for name in ("fill", "stroke"))
        width = round(given.get("stroke-width", 0))
        if kind == "line":
            draw.line((given["x1"], given["y1"], given["x2"], given["y2"]), fill=stroke, width=width)
        elif kind == "circle":
            _circle(draw, given, (0, 0, 0, 0) if one_colour and stroke else fill, stroke, width)
        elif ground:
            draw.rounded_rectangle((0, 0, given["width"], given["height"]), given["rx"], fill=fill)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _circle(
    draw: ImageDraw.ImageDraw,
    given: dict[str, float],
    fill: str | tuple[int, ...] | None,
    stroke: str | None,
    width: int,
) -> None:
    radius = given["r"] + width / 2  # a line of SVG lies on the edge, one of Pillow inside it
    box = (given["cx"] - radius, given["cy"] - radius, given["cx"] + radius, given["cy"] + radius)
    draw.ellipse(box, fill=fill, outline=stroke, width=width)
