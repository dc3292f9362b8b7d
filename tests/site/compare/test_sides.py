"""Countries side by side: every term a row, the same condition the same in two countries, values that lead to facts."""

import re

import pytest

from generator.dataset import Knowledge
from generator.rules.facts import Status
from generator.site.compare import SidesPresenter, TablePresenter
from generator.site.compare.choices import choices
from generator.site.compare.sides import MOST, TermRow
from tests.conftest import AS_OF
from tests.site.test_facts_on_pages import render, with_term


def presenter(knowledge: Knowledge, lang: str = "en") -> SidesPresenter:
    book = render(knowledge, lang).book
    return SidesPresenter(book.language, TablePresenter(book.dataset, AS_OF, book.countries))


def rows(knowledge: Knowledge, lang: str = "en") -> dict[str, TermRow]:
    return {row.id: row for row in presenter(knowledge, lang).rows()}


def texts(row: TermRow, code: str) -> list[str]:
    return [part.text for cell in row.of([code]).cells for part in cell.parts]


def test_every_row_has_a_cell_for_every_country_in_the_order_of_the_names(knowledge: Knowledge) -> None:
    found = presenter(knowledge)
    codes = [country.code for country in found.countries]
    assert len(codes) == 38
    assert all([cell.code for cell in row.cells] == codes for row in found.rows())


def test_the_same_condition_in_two_countries_is_no_difference(knowledge: Knowledge) -> None:
    school = rows(knowledge)["school"]
    assert texts(school, "IE") == ["Must be in Ireland"]
    assert texts(school, "EE") == ["Must be in Estonia"]
    assert not school.of(["IE", "EE"]).differs
    assert school.of(["IE", "DE"]).differs


def test_another_value_or_another_status_is_a_difference(knowledge: Knowledge) -> None:
    assert not rows(knowledge)["permit_months"].of(["DE", "FR"]).differs
    assert rows(with_term(knowledge, "DE", "permit_months", value=7))["permit_months"].of(["DE", "FR"]).differs
    doubtful = with_term(knowledge, "DE", "permit_months", status=Status.UNVERIFIED)
    assert rows(doubtful)["permit_months"].of(["DE", "FR"]).differs
    assert rows(knowledge)["permit_months"].of(["DE", "AU"]).differs  # sources on Australia disagree


def test_a_term_that_one_agreement_lacks_is_a_dash_and_a_difference(knowledge: Knowledge) -> None:
    pay = rows(knowledge)["must_be_paid"]
    assert texts(pay, "DE") == ["–"]
    assert pay.of(["CZ", "DE"]).differs
    assert not pay.of(["FR", "DE"]).differs


def test_where_coop_is_not_offered_its_terms_are_dashes_and_the_other_categories_are_told(
    knowledge: Knowledge,
) -> None:
    found = rows(knowledge)
    assert texts(found["coop"], "JP") == ["Not offered"]
    assert texts(found["ages"], "JP") == ["–"]
    assert texts(found["working_holiday"], "JP")[:2] == ["18 to 30", "up to 12 months"]
    assert texts(found["coop"], "UA") == ["No agreement in force"]


def test_a_country_without_the_category_is_not_compared_by_its_terms(knowledge: Knowledge) -> None:
    found = rows(knowledge)
    assert found["coop"].of(["BE", "FR"]).differs
    assert not found["ages"].of(["BE", "FR"]).differs
    assert found["ages"].of(["BE", "FR"]).numbers == (None, 0)
    assert found["ages"].of(["BE", "FR", "SE"]).differs
    assert texts(found["young_professionals"], "BE") == ["Not offered"]


def test_what_asks_nothing_is_left_out_of_the_other_categories(knowledge: Knowledge) -> None:
    told = [text for code in ("DE", "LV") for text in texts(rows(knowledge)["young_professionals"], code)]
    assert "No gap" not in told
    assert "Not required" not in told
    assert "12 months after the last permit ended" in told


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_fact_in_a_cell_leads_to_its_place(knowledge: Knowledge, lang: str) -> None:
    places = render(knowledge, lang).book.places
    led = [
        (part.url, places[part.shown.id])
        for row in presenter(knowledge, lang).rows()
        for cell in row.cells
        for part in cell.parts
        if part.shown
    ]
    assert len(led) > 300
    assert [pair for pair in led if pair[0] != pair[1]] == []


def test_ready_comparisons_are_those_above_the_commonest_value_with_the_most_first(knowledge: Knowledge) -> None:
    book = render(knowledge).book
    table = TablePresenter(book.dataset, AS_OF, book.countries).show()
    found = {choice.column: choice.codes for choice in choices(table, MOST)}
    assert found["months"] == ("PT", "KR", "GB", "CH")
    assert found["gap"] == ("LV", "PL")  # the next ones are too many to stand beside them
    assert found["participations"] == ("AT", "FI")
    assert choices(table, 1) == ()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_holds_every_cell_once_and_ready_comparisons_that_need_no_script(
    knowledge: Knowledge, lang: str
) -> None:
    page = render(knowledge, lang)["compare.md"]
    held = page[page.index("<template") : page.index("</template>")]
    body = held[held.index("<tbody") :].split("</tr>")[:-1]
    assert {row.count("<td") for row in body} == {38}
    assert all(re.fullmatch(r"\d*", key) for key in re.findall(r'data-key="([^"]*)"', held))  # empty: apart
    ready = page[page.index("</template>") :]
    assert ready.count("<details") == 3
    assert "<noscript><p>" in page
    assert re.search(r'<form [^>]*id="pick" hidden', page)
