"""What pages look like elsewhere: an image for each, icons, a manifest for each language."""

import json
import re
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from generator.site.errors import BuildError
from generator.site.language import Language
from generator.site.pages import GROUPS
from generator.site.social import Card, cards_of, drawing, mark, write_cards, write_icons
from generator.site.store import Store
from tests.conftest import ROOT
from tests.site.test_pages import only, pages

LARGEST = 40_000  # bytes
CARD = Card(name="en/page", title="A page", site="International Co-op", line="Independent guide")


def image_of(site: Path, lang: str, page: str) -> Path:
    name = page.removesuffix("index.html").rstrip("/") or "home"
    return site / "assets" / "cards" / lang / f"{name}.png"


@pytest.mark.parametrize(("lang", "folder"), [("en", ""), ("fr", "fr")])
def test_every_page_has_an_image_of_its_own_that_is_small(built_site: Path, lang: str, folder: str) -> None:
    images = [image_of(built_site, lang, page) for page in pages(built_site / folder)]
    contents = [image.read_bytes() for image in images]
    assert max(map(len, contents)) < LARGEST
    assert len(set(contents)) == len(contents)
    assert sorted((built_site / "assets" / "cards" / lang).rglob("*.png")) == sorted(images)
    for image in images:
        with Image.open(image) as opened:
            assert opened.size == (1200, 630)


def test_an_image_is_drawn_the_same_every_time_and_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_cards([CARD], tmp_path / "first", Store(tmp_path / "kept"))
    first = (tmp_path / "first" / "en" / "page.png").read_bytes()
    assert drawing.draw(CARD) == first
    monkeypatch.setattr(drawing, "draw", lambda _: pytest.fail("the image was drawn already"))
    write_cards([CARD], tmp_path / "second", Store(tmp_path / "kept"))
    assert (tmp_path / "second" / "en" / "page.png").read_bytes() == first


def test_a_long_title_becomes_smaller_until_it_fits() -> None:
    font, lines = drawing._fit("A title that goes on and on, " * 6)
    assert font.size == drawing.TITLES[-1][0]
    assert " ".join(lines) == "A title that goes on and on, " * 6
    _, short = drawing._fit("Germany: International Co-op")
    assert short == ["Germany:", "International Co-op"]


def test_the_fonts_have_every_character_of_the_words(built_site: Path, languages: dict[str, Language]) -> None:
    titles = (
        (
            name.removesuffix("index.html"),
            f"---\ntitle: {json.dumps(only(r'<h1[^>]*>(?:<img[^>]*>)?\s*([^<]+)', text))}\n---\n",
        )
        for folder in ("", "fr")
        for name, text in pages(built_site / folder).items()
    )
    cards = list(cards_of(titles, {}, languages["fr"]))
    written = "".join(f"{card.title}{card.site}{card.line}" for card in cards)
    groups = "".join(language.say(f"home.{group}") for language in languages.values() for group in GROUPS)
    for file in (drawing.SERIF, drawing.SANS, drawing.BOLD):
        font = ImageFont.truetype(file, 40)
        missing = bytes(font.getmask("\uffff"))
        assert [letter for letter in sorted(set(written + groups)) if bytes(font.getmask(letter)) == missing] == []


def test_a_page_without_a_title_is_named(languages: dict[str, Language]) -> None:
    for front in ("---\ndescription: No title\n---\n", "---\ntitle: a: b: c\n---\n", "no front at all"):
        with pytest.raises(BuildError) as found:
            list(cards_of([("guide/fees/", front)], {}, languages["en"]))
        assert "guide/fees/" in found.value.problems[0]


def test_without_a_public_address_a_page_names_no_image(built_site: Path) -> None:
    page = (built_site / "fr" / "countries" / "de" / "index.html").read_text(encoding="utf-8")
    assert "og:image" not in page
    assert '<meta property="og:locale" content="fr_CA">' in page
    assert only(r'<meta property="og:title" content="([^"]+)">', page) in page[page.index("<title>") :][:200]


def test_the_icons_have_their_sizes_and_only_that_of_a_phone_is_filled(tmp_path: Path) -> None:
    write_icons(tmp_path)
    corners = {}
    for size in (32, 180, 192, 512):
        with Image.open(tmp_path / f"icon-{size}.png") as icon:
            assert icon.size == (size, size)
            corners[size] = icon.convert("RGBA").getpixel((0, 0))[3]
    assert corners == {32: 0, 180: 255, 192: 0, 512: 0}


def test_a_mark_of_other_shapes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / "mark.svg"
    changed.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M0 0"/></svg>')
    monkeypatch.setattr(mark, "MARK", changed)
    with pytest.raises(ValueError, match="a path cannot be drawn"):
        mark.draw_mark(32)


@pytest.mark.parametrize(("lang", "folder"), [("en", ""), ("fr", "fr")])
def test_the_manifest_of_a_language_leads_to_files_of_the_site(built_site: Path, lang: str, folder: str) -> None:
    manifest = json.loads((built_site / folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["lang"] == lang
    assert manifest["start_url"] == "./"
    assert len(manifest["short_name"]) <= 12
    for icon in manifest["icons"]:
        with Image.open(built_site / folder / icon["src"]) as opened:
            assert icon["sizes"] == f"{opened.width}x{opened.height}"
    page = (built_site / folder / "method" / "index.html").read_text(encoding="utf-8")
    assert only(r'<link rel="manifest" href="([^"]+)">', page) == "../manifest.webmanifest"


def test_the_colours_of_the_bars_around_a_page_are_those_of_its_header(built_site: Path) -> None:
    page = (built_site / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'<meta name="theme-color" media="\(prefers-color-scheme: \w+\)" content="([^"]+)">', page)
    palette = (ROOT / "site_overrides" / "theme" / "assets" / "css" / "palette.css").read_text(encoding="utf-8")
    assert named == re.findall(r"--md-primary-fg-color: (#\w+);", palette)
