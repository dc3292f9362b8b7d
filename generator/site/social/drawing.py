"""Draws a preview image: words on a ground of the site's colours, as a PNG of few colours."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from generator.site.colours import Colour, colour
from generator.site.configs import PROJECT
from generator.site.social.cards import Card
from generator.site.social.mark import draw_mark

SIZE = (1200, 630)
EDGE = 80
FONTS = PROJECT / "node_modules" / "@fontsource"
SERIF = FONTS / "source-serif-4" / "files" / "source-serif-4-latin-600-normal.woff"
SANS = FONTS / "source-sans-3" / "files" / "source-sans-3-latin-400-normal.woff"
BOLD = FONTS / "source-sans-3" / "files" / "source-sans-3-latin-600-normal.woff"
# The sizes of a title with the lines that it may take, the first choice first.
TITLES = ((84, 2), (72, 2), (62, 2), (62, 3), (54, 3), (46, 3))
SHADES = 16  # from the ground to a colour, for the edges of letters
GROUND_COLOURS = 64


class Ink(NamedTuple):
    """A colour of words, by the place of its first shade in the palette."""

    first: int
    colour: Colour


def _inks() -> dict[str, Ink]:
    soft = colour("md-footer-fg-color--lighter")
    given = {"white": (255, 255, 255), "brand": colour("brand"), "soft": soft}
    return {name: Ink(GROUND_COLOURS + SHADES * place, value) for place, (name, value) in enumerate(given.items())}


def draw(card: Card) -> bytes:
    """Return the image of `card` as PNG, 1200 by 630 pixels."""
    image = _ground().copy()
    _write(image, (EDGE + 92, 72), card.site, _font(BOLD, 34), "white")
    _write(image, (EDGE + 92, 114), card.line, _font(SANS, 28), "brand")
    font, lines = _fit(card.title)
    top = 196
    for line in lines:
        _write(image, (EDGE, top), line, font, "white")
        top += round(font.size * 1.16)
    top += 28
    if card.answer:
        _write(image, (EDGE, top), card.answer, _font(BOLD, 40), "brand" if card.is_offered else "soft")
    left = EDGE
    for name, value in card.terms:
        _write(image, (left, 502), name, _font(SANS, 26), "soft")
        _write(image, (left, 536), value, _font(BOLD, 38), "white")
        left += round(max(_font(SANS, 26).getlength(name), _font(BOLD, 38).getlength(value))) + 64
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def _write(image: Image.Image, place: tuple[int, int], text: str, font: ImageFont.FreeTypeFont, ink: str) -> None:
    """Put `text` on the image, each pixel the shade of the ink that it covers."""
    _, _, right, bottom = font.getbbox(text)
    mask = Image.new("L", (int(right) + 2, int(bottom) + 2))
    ImageDraw.Draw(mask).text((0, 0), text, font=font, fill=255)
    first = _inks()[ink].first
    shades = mask.point([first + value * (SHADES - 1) // 255 for value in range(256)])
    image.paste(shades, place, mask.point([255 if value >= 256 // SHADES else 0 for value in range(256)]))


def _fit(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest font in which the title fits, and its lines, none much longer than the others."""
    for size, most in TITLES:
        font, width = _font(SERIF, size), SIZE[0] - 2 * EDGE
        lines = _lines(title, font, width)
        if len(lines) <= most:
            break
    while len(evener := _lines(title, font, width := width - 40)) == len(lines) > 1 and width > 0:
        lines = evener
    return font, lines


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _ground() -> Image.Image:
    """Return what all images share: the ground, the mark small and, hardly seen, large; behind them the palette."""
    ground = colour("md-primary-fg-color")
    image = Image.new("RGB", SIZE, ground)
    large = draw_mark(760, ground=False, one_colour=_hex(_between(ground, colour("md-primary-fg-color--light"), 0.35)))
    image.paste(large, (640, 60), large)
    ImageDraw.Draw(image).rectangle((0, SIZE[1] - 14, SIZE[0], SIZE[1]), fill=colour("brand"))
    mark = draw_mark(84, ground=False)
    image.paste(mark, (EDGE - 8, 66), mark)
    few = image.quantize(GROUND_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette = (few.getpalette() or [])[: GROUND_COLOURS * 3]
    palette += [0] * (GROUND_COLOURS * 3 - len(palette))
    for ink in _inks().values():
        for step in range(SHADES):
            palette += _between(ground, ink.colour, step / (SHADES - 1))
    few.putpalette(palette)
    return few


def _between(one: Colour, other: Colour, part: float) -> Colour:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _hex(value: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*value)
