from datetime import date

import pytest

from generator.entry.cells import Cells
from generator.entry.unclear import UnclearError


@pytest.fixture(scope="module")
def cells(dataset, words):
    return Cells(dataset, words, {})


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2500", 2500),
        ("2 500", 2500),
        ("2\u00a0500", 2500),
        ("2\u202f500,00", 2500),
        ("2,500", 2500),
        ("2.500", 2500),
        ("2'500", 2500),
        ("2,500.50", 2500.5),
        ("2.500,50 $ CA", 2500.5),
        ("CAD 2500.5", 2500.5),
        ("$1,234,567", 1234567),
        ("0", 0),
        ("0,00", 0),
    ],
)
def test_an_amount_is_read_as_people_write_it(cells, text, amount):
    assert cells.read("funds_cad", float, text) == amount


@pytest.mark.parametrize("text", ["lots", "-5", "1e9", "12,34,56", "1.2.3", "2500 EUR", "9" * 400, "½"])
def test_what_is_no_amount_is_refused(cells, text):
    with pytest.raises(UnclearError) as caught:
        cells.read("funds_cad", float, text)
    assert caught.value.code == "unreadable-number"


@pytest.mark.parametrize(("text", "number"), [("2", 2), ("TEER 2", 2), ("FEER 2", 2), ("2,0", 2)])
def test_a_whole_number_may_stand_beside_its_name(cells, text, number):
    assert cells.read("offer.teer", int, text) == number


def test_half_a_number_is_no_whole_number(cells):
    with pytest.raises(UnclearError):
        cells.read("offer.teer", int, "2.5")


def test_a_day_and_a_reference_stay_as_they_are(cells):
    assert cells.read("date_of_birth", date, " 14 March 2003 ") == "14 March 2003"
    assert cells.read("reference", str, " =SUM(A1) ") == "=SUM(A1)"


@pytest.mark.parametrize(("text", "rows"), [("none", []), ("Aucune", []), ("0", []), ("2", None), ("yes", None)])
def test_a_list_is_empty_where_the_cell_says_none_and_else_left_to_its_columns(cells, text, rows):
    assert cells.read("participations", list, text) == rows


def test_a_list_that_is_neither_none_nor_some_is_refused(cells):
    with pytest.raises(UnclearError) as caught:
        cells.read("participations", list, "perhaps")
    assert caught.value.code == "unknown-answer"
