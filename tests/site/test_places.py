"""Every fact has one place on the site: a page and an anchor that bears its id."""

import re
from pathlib import Path

from generator.dataset import Knowledge
from generator.site.places import places


def test_every_fact_has_a_place_whose_anchor_is_its_id(knowledge: Knowledge) -> None:
    found = places(knowledge)
    assert found.keys() == knowledge.index.keys()
    assert all(address.partition("#")[2] == fact for fact, address in found.items())


def test_every_anchor_stands_on_its_page_once_in_both_languages(knowledge: Knowledge, built_site: Path) -> None:
    anchors = {page: re.findall(r'id="([^"]+)"', page.read_text("utf-8")) for page in built_site.rglob("index.html")}
    for root in (built_site, built_site / "fr"):
        for address in places(knowledge).values():
            folder, _, anchor = address.partition("#")
            assert anchors[root / folder / "index.html"].count(anchor) == 1, address


def test_a_territory_stands_with_the_country_that_it_belongs_to(knowledge: Knowledge) -> None:
    found = places(knowledge)
    assert found["places.GL"] == "countries/dk/#places.GL"
    assert found["places.JE"] == "countries/gb/#places.JE"
    assert found["DE.international_coop.ages"] == "countries/de/#DE.international_coop.ages"
