"""The table of all countries: sorted by values, unknown ones last, and whole without a script."""

import re

import html5lib
import pytest

from generator.dataset import Knowledge
from generator.rules.country import Ages
from generator.site.compare import TablePresenter
from generator.site.compare.ranks import ranks
from generator.site.compare.table import Table
from tests.conftest import AS_OF
from tests.site.test_facts_on_pages import render, with_term

SORTED = ["country", "coop", "ages", "months", "school", "residence", "gap", "participations"]


def table(knowledge: Knowledge, lang: str = "en") -> Table:
    book = render(knowledge, lang).book
    return TablePresenter(book.dataset, AS_OF, book.countries).show()


def in_order(found: Table, column: str) -> list[str]:
    """Return the codes in the order of `column`, equal ones by name, those without a value last."""
    rows = sorted(found.rows, key=lambda row: (row.places[column] is None, row.places[column] or 0))
    return [row.country.code for row in rows]


def test_equal_keys_share_a_place_and_a_missing_key_has_none() -> None:
    assert ranks([(24,), None, (6,), (24,), (12,)]) == [2, None, 0, 2, 1]
    assert ranks([]) == []
    assert ranks([None]) == [None]


def test_months_are_sorted_as_numbers_and_those_without_coop_have_no_place(knowledge: Knowledge) -> None:
    found = table(with_term(knowledge, "DE", "permit_months", value=9))
    offered = [row.country.code for row in found.rows if row.country.coop.is_offered]
    assert in_order(found, "months")[:2] == ["AT", "DE"]
    assert in_order(found, "months")[len(offered) - 1] in ("PT", "GB")
    assert all(row.places["months"] is None for row in found.rows if not row.country.coop.is_offered)


def test_ages_are_sorted_by_the_last_year_then_by_the_first(knowledge: Knowledge) -> None:
    younger = with_term(knowledge, "DE", "ages", value=Ages(minimum=16, maximum=35))
    assert in_order(table(younger), "ages")[:2] == ["SE", "DE"]


def test_names_are_sorted_as_the_language_sorts_them(knowledge: Knowledge) -> None:
    english, french = table(knowledge), table(knowledge, "fr")
    assert [row.country.code for row in english.rows] == in_order(english, "country")
    names = [row.country.name for row in french.rows]
    assert names.index("Estonie") < names.index("États-Unis" if "États-Unis" in names else "Finlande")
    assert names.index("Royaume-Uni") < names.index("Saint-Marin")


def test_a_gap_of_none_comes_before_every_gap_and_a_missing_gap_has_no_place(knowledge: Knowledge) -> None:
    found = {row.country.code: row.places["gap"] for row in table(knowledge).rows}
    assert found["DE"] == 0
    assert found["LV"] == max(place for place in found.values() if place is not None)
    assert found["JP"] is None


def test_the_filter_offers_every_length_that_a_source_gives(knowledge: Knowledge) -> None:
    assert table(knowledge).lengths == (6, 12, 18, 24)
    assert table(with_term(knowledge, "DE", "permit_months", value=7)).lengths == (6, 7, 12, 18, 24)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_has_every_row_its_values_and_a_filter_that_waits_for_the_script(
    knowledge: Knowledge, lang: str
) -> None:
    page = render(knowledge, lang)["countries/index.md"]
    assert page.count("<tr ") == 38
    form = page[page.index("<form") : page.index("</form>")]
    assert re.search(r"<form [^>]*\bhidden\b", form)
    assert re.findall(r'<(?:select|input)[^>]* name="(\w+)"', form) == [
        "offered",
        "age",
        "months",
        "school",
        "residence",
        "again",
        "sort",
    ]
    assert re.findall(r'<th scope="col"[^>]* data-column="(\w+)"', page) == SORTED
    assert "<button" not in page[page.index("<thead") : page.index("</thead>")]
    html5lib.HTMLParser(strict=True).parseFragment(page[page.index("<form") :])


def test_every_order_that_the_field_offers_is_one_of_a_column(knowledge: Knowledge) -> None:
    page = render(knowledge)["countries/index.md"]
    field = page[page.index('name="sort"') : page.index("</form>")]
    offered = re.findall(r'<option value="([^"]*)"', field)
    assert sorted(offered) == sorted([*SORTED, *(f"-{column}" for column in SORTED)])
    assert offered[0] == "country"
    assert offered.index("-months") < offered.index("months")


def test_every_cell_is_of_the_column_under_whose_head_it_stands(knowledge: Knowledge) -> None:
    page = render(knowledge)["countries/index.md"]
    germany = page[page.index('data-code="de"') :].split("</tr>")[0]
    heads = re.findall(r'<th scope="col" class="(terms__\w+)"', page)
    assert re.findall(r'<t[dh][^>]* class="(terms__\w+)"', germany) == heads
    assert len(heads) == 10
    assert 'data-months="12"' in germany
    assert 'data-place=""' in page[page.index('data-code="jp"') :].split("</tr>")[0]


def test_a_row_says_for_a_narrow_screen_what_is_particular_and_doubtful(knowledge: Knowledge) -> None:
    found = {row.country.code: [column for column, _ in row.particular] for row in table(knowledge).rows}
    assert found["SK"] == ["school", "residence", "gap"]
    assert found["DE"] == found["JP"] == []
    page = render(knowledge)["countries/index.md"]
    slovakia = page[page.index('data-code="sk"') :].split("</tr>")[0]
    told = slovakia[slovakia.index('class="terms__particular"') :].split("</span>")[0]
    assert re.findall(r">([^<]+)</a>", told) == ["study there", "live there", "gap: 3 months"]
    france = page[page.index('data-code="fr"') :].split("</tr>")[0]
    assert france.count('class="status status--conflicting') == 2
