"""The map: every jurisdiction a shape or a dot, told apart without colour, and small enough for a phone."""

import gzip
import re
from pathlib import Path

import pytest

from generator.dataset import Knowledge
from generator.site.errors import BuildError
from generator.site.pictures import atlas
from generator.site.pictures.atlas import SMALL, VIEWS, outlines
from generator.site.pictures.world import map_views
from tests.site.test_facts_on_pages import render

LARGEST = 40_000  # bytes, compressed


def test_the_world_has_every_jurisdiction_once(knowledge: Knowledge) -> None:
    countries = render(knowledge).book.countries
    world, europe = map_views(countries)
    assert sorted(shape.country.code for shape in world.shapes) == sorted(country.code for country in countries)
    codes = [shape.country.code for shape in europe.shapes]
    assert len(set(codes)) == len(codes)
    assert {"AD", "SM", "LU", "PT", "IS", "UA", "GR"} <= set(codes)
    assert not {"JP", "HK", "AU", "CA"} & set(codes)
    assert world.canada
    assert europe.canada is None


def test_those_too_small_to_see_are_dots_inside_the_view(knowledge: Knowledge) -> None:
    for view in map_views(render(knowledge).book.countries):
        dots = {shape.country.code: shape.dot for shape in view.shapes if shape.dot}
        assert set(dots) <= set(SMALL)
        assert all(0 <= x <= view.width and 0 <= y <= view.height for x, y in dots.values())
        assert all(bool(shape.path) != bool(shape.dot) for shape in view.shapes)


def test_west_lies_to_the_left_and_north_above() -> None:
    found = outlines("europe", ("AD", "LU", "SM")).points
    assert found["AD"][0] < found["LU"][0] < found["SM"][0]
    assert found["LU"][1] < found["SM"][1] < found["AD"][1]


def test_a_missing_package_is_one_sentence_that_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shapes.mjs").write_bytes(atlas.SCRIPT.read_bytes())
    monkeypatch.setattr(atlas, "SCRIPT", tmp_path / "shapes.mjs")
    with pytest.raises(BuildError, match="the map cannot be drawn; run `npm ci`"):
        outlines("world", ("DE",))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_shapes_have_names_and_a_pattern_tells_the_kinds_apart(knowledge: Knowledge, lang: str) -> None:
    pages = render(knowledge, lang)
    part = pages["pictures.md"].split("</figure>")[0]
    world = part[part.index('aria-labelledby="map-world-title') :].split("</svg>")[0]
    for country in pages.book.countries:
        (attributes, title) = re.findall(
            rf"<(?:path|circle) class=\"map__shape ([^>]*)><title>({re.escape(country.name)}[^<]*)<", world
        )[0]
        assert f"map__shape--{country.answer}" in attributes
        assert ("url(#map-world-hatch)" in attributes) == (country.answer == "not_offered")
        assert title == f"{country.name}{pages.book.language.say('colon')} " + pages.book.language.say(
            f"pictures.map.{country.answer}"
        )
    assert part.count('<tr><th scope="row">') == len(pages.book.countries)
    assert len(gzip.compress(part.encode())) < LARGEST
    assert len(VIEWS) == part.count('role="img"')
