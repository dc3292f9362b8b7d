"""Bars of the longest permits: as long as the months, every country once, and the table says the same."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from generator.dataset import Knowledge
from generator.rules.country import Participations
from generator.rules.facts import Fact, Period, Status
from generator.rules.kinds import Repeat
from generator.site.pictures.bars import LEFT, RIGHT, WIDTH, Lengths, bars, lengths_of
from tests.conftest import AS_OF
from tests.site.test_facts_on_pages import render


def lengths(knowledge: Knowledge, code: str) -> Lengths:
    shown = next(country for country in render(knowledge).book.countries if country.code == code)
    return lengths_of(knowledge.dataset.countries[code], shown, AS_OF)


def test_a_bar_is_as_long_as_its_months() -> None:
    made = bars([Lengths(code="AA", name="A", first=6), Lengths(code="BB", name="B", first=24, later=12)])
    long, short = made.bars
    assert (long.lengths.code, short.lengths.code) == ("BB", "AA")
    assert long.first == WIDTH - LEFT - RIGHT
    assert long.first == pytest.approx(4 * short.first, abs=0.3)
    assert long.later == pytest.approx(long.first / 2, abs=0.1)
    assert made.scale == ((0, LEFT), (6, LEFT + short.first), *made.scale[2:4], (24, WIDTH - RIGHT))


def test_the_scale_reaches_the_longest_value_of_any_source() -> None:
    made = bars([Lengths(code="AA", name="A", first=12, disputed=25)])
    assert made.scale[-1][0] == 30
    (bar,) = made.bars
    assert bar.first + bar.disputed == pytest.approx((WIDTH - LEFT - RIGHT) * 25 / 30, abs=0.2)


def test_a_length_that_is_not_known_has_no_bar_and_stands_last() -> None:
    made = bars([Lengths(code="AA", name="A", first=None), Lengths(code="BB", name="B", first=6)])
    assert [bar.lengths.code for bar in made.bars] == ["BB", "AA"]
    assert made.bars[1].first == 0
    assert made.groups == [(6, ["B"])]


def test_without_any_country_there_is_a_scale_and_no_bar() -> None:
    assert bars([]).bars == ()
    assert [months for months, _ in bars([]).scale] == [0, 6]


def test_bars_do_not_touch_those_of_the_next_country(knowledge: Knowledge) -> None:
    made = bars([lengths(knowledge, code) for code in ("DE", "GB", "AU")])
    tops = [bar.top for bar in made.bars]
    assert [below - above for above, below in pairwise(tops)] == [24, 24]
    assert made.height == tops[-1] + 24


def test_later_permits_follow_the_agreement(knowledge: Knowledge) -> None:
    assert (lengths(knowledge, "GB").first, lengths(knowledge, "GB").later) == (24, 12)
    assert lengths(knowledge, "DE").later == 12
    assert lengths(knowledge, "PT").is_single
    assert lengths(knowledge, "PT").later is None
    assert lengths(knowledge, "CH").together == 18
    assert lengths(knowledge, "AU").disputed == 24
    unknown = replace(knowledge.dataset.countries["DE"], participations=())
    shown = next(country for country in render(knowledge).book.countries if country.code == "DE")
    assert lengths_of(unknown, shown, AS_OF).later is None
    assert not lengths_of(unknown, shown, AS_OF).is_single


def test_a_shorter_value_of_another_source_adds_no_bar(knowledge: Knowledge) -> None:
    country = knowledge.dataset.countries["PT"]
    shown = next(country for country in render(knowledge).book.countries if country.code == "PT")
    terms = Fact(
        value=Participations(total=2, repeat=Repeat.PERMITTED),
        in_force=Period(known_since=date(2020, 1, 1)),
        status=Status.OFFICIAL,
        checked_on=AS_OF,
    )
    found = lengths_of(replace(country, participations=(terms,)), shown, AS_OF)
    assert (found.disputed, found.later) == (None, 24)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_picture_and_table_have_every_country_that_offers_coop_once_and_no_other(
    knowledge: Knowledge, lang: str
) -> None:
    pages = render(knowledge, lang)
    page = pages["pictures.md"]
    part = page[page.index('aria-labelledby="months-title') :].split("</figure>")[0]
    drawing, told = part.split("</svg>")[0], part[part.index("<table") :]
    offered = [country.name for country in pages.book.countries if country.coop.is_offered]
    assert sorted(re.findall(r'<text x="0"[^>]*>([^<]+)</text>', drawing)) == sorted(offered)
    named = re.findall(r'<th scope="row"><a href="([^"]+)">([^<]+)</a>', told)
    assert sorted(name for _, name in named) == sorted(offered)
    assert drawing.count('class="picture__first"') == len(offered)
    drawn = [float(width) for width in re.findall(r'class="picture__first"[^>]* width="([\d.]+)"', drawing)]
    written = [int(months) for months in re.findall(r'permit_months">(\d+)', told)]
    assert drawn == [pytest.approx(months / max(written) * max(drawn), abs=0.1) for months in written]
