"""The look of the site: enough contrast, light and dark, marks told apart by shape, a ring for the focus."""

import re
from pathlib import Path

import pytest

from generator.rules.facts import Status
from generator.site.colours import PALETTE, colours

STYLES = PALETTE.parent

GROUNDS = ("md-default-bg-color", "card", "ground")
TINTS = ("yes-ground", "no-ground", "doubt-ground", "late-ground", "open-ground")
TEXTS = (
    "md-default-fg-color",
    "md-default-fg-color--light",
    "md-typeset-a-color",
    "md-accent-fg-color",
    "yes",
    "no",
    "doubt",
    "late",
    "open",
)
SCHEMES = ["default", "slate"]


def whole(colour: str) -> str:
    """Return a colour with two digits for each of red, green and blue."""
    return "#" + "".join(part * 2 for part in colour[1:]) if len(colour) == 4 else colour


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_is_counted_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_ground(scheme: str, text: str) -> None:
    given = {name: whole(value) for name, value in colours(scheme).items()}
    assert [ground for ground in GROUNDS + TINTS if contrast(given[text], given[ground]) < 4.5] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("mark", ["edge", "late-line"])
def test_edges_and_marks_can_be_seen_on_every_page(scheme: str, mark: str) -> None:
    given = {name: whole(value) for name, value in colours(scheme).items()}
    assert [ground for ground in GROUNDS if contrast(given[mark], given[ground]) < 3] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("md-primary-bg-color", "md-primary-fg-color"),
        ("brand", "md-primary-fg-color"),
        ("md-primary-bg-color", "md-primary-fg-color--light"),
        ("md-footer-fg-color--light", "md-footer-bg-color"),
        ("md-footer-fg-color--lighter", "md-footer-bg-color"),
    ],
)
def test_the_bars_and_the_buttons_can_be_read(scheme: str, text: str, ground: str) -> None:
    given = {name: whole(value) for name, value in colours(scheme).items()}
    assert contrast(given[text], given[ground]) >= 4.5


def test_every_status_has_a_mark_of_its_own_shape() -> None:
    sheet = (STYLES / "marks.css").read_text(encoding="utf-8")
    shapes = dict(re.findall(r'--mark-([a-z-]+): url\("([^"]+)"\);', sheet))
    chosen = dict(re.findall(r"\.status--(\w+) \{\s*--mark: var\(--mark-([a-z-]+)\);", sheet))
    assert chosen.keys() == {*(status.value for status in Status), "not_known", "overdue"}
    assert len({shapes[name] for name in chosen.values()}) == len(chosen)


def test_what_takes_the_focus_has_a_ring_in_the_style_that_pages_load(built_site: Path) -> None:
    page = (built_site / "index.html").read_text(encoding="utf-8")
    sheets = [built_site / name for name in re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)]
    style = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    ringed = re.search(r"a:focus-visible[^{}]*\{[^}]*outline:\s*3px", style)
    assert ringed
    for kind in ("button", "summary", "input", "select"):
        assert f"{kind}:focus-visible" in ringed[0], kind
