"""Every fact has one place on the site: a page and an anchor that bears its id."""

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from generator.dataset import Knowledge
from generator.dataset.guide import Topic
from generator.rules.programme import Programme
from generator.site.places import PROGRAMME, places, topic_page


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


def test_every_fact_of_the_programme_and_no_other_has_a_topic_in_the_guide() -> None:
    assert PROGRAMME.keys() == {field.name for field in fields(Programme)}


def test_a_fact_of_the_programme_without_a_topic_has_no_place(knowledge: Knowledge) -> None:
    entry = replace(knowledge.index["programme.minimum_funds"], id="programme.maximum_funds")
    with pytest.raises(KeyError, match="maximum_funds"):
        places(replace(knowledge, index={entry.id: entry}))


def test_a_point_stands_on_the_page_of_its_topic_or_on_the_one_that_tells_the_topic(knowledge: Knowledge) -> None:
    found = places(knowledge)
    assert found["guide.what-insurance-covers"] == "guide/insurance/#guide.what-insurance-covers"
    assert found["guide.documents-on-request"] == "guide/process/#guide.documents-on-request"
    assert found["guide.quotas-move"] == "seasons/#guide.quotas-move"
    for topic, points in knowledge.guide.items():
        assert {found[f"guide.{point.id}"].partition("#")[0] for point in points} == {topic_page(topic)}
    assert topic_page(Topic.QUEBEC) == "guide/quebec/"


def test_the_home_page_is_the_place_of_no_fact(knowledge: Knowledge) -> None:
    assert all(address.partition("#")[0] for address in places(knowledge).values())
