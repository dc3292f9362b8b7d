import codecs

import pytest

from generator.entry.columns import Headings, column_kind, column_title, every_column
from generator.entry.days import Order
from generator.entry.decoding import LARGEST
from generator.entry.table import MOST_ROWS, read_table
from generator.rules import DocumentError

LINES = ["Référence;Citoyennetés;Date de naissance", "É-1;Norvège;14 mars 2003", "É-2;FR;10/03/2003"]


@pytest.fixture(scope="module")
def headings(words):
    return Headings(words)


def refusal(data, headings):
    with pytest.raises(DocumentError) as caught:
        read_table(data, headings)
    (problem,) = caught.value.problems
    return problem


def notices(text, headings):
    return [(notice.code, notice.values["given"]) for notice in read_table(text.encode(), headings).notices]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "utf-8"),
        (b"", "windows-1252"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_table_is_read_whatever_its_separator_its_ends_of_lines_and_its_encoding(
    headings, separator, end, mark, encoding
):
    text = end.join(line.replace(";", separator) for line in LINES) + end
    table = read_table(mark + text.encode(encoding), headings)
    assert table.separator == separator
    assert table.columns == (("reference",), ("citizenships",), ("date_of_birth",))
    assert [row.cells for row in table.rows] == [("É-1", "Norvège", "14 mars 2003"), ("É-2", "FR", "10/03/2003")]


def test_a_separator_inside_the_cells_is_no_separator(headings):
    table = read_table(b"reference;citizenships\nA, B, C;DE,FR\nD, E, F;DE,FR\n", headings)
    assert table.rows[0].cells == ("A, B, C", "DE,FR")


def test_a_first_line_that_names_the_separator_is_no_row(headings):
    table = read_table(b"sep=;\r\nreference;citizenships\r\nA;DE\r\n", headings)
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("A", "DE"))]


def test_a_cell_in_quotation_marks_holds_separators_line_breaks_and_quotation_marks(headings):
    table = read_table(b'reference,citizenships\n"A, ""B""\nC",DE\nD,FR\n', headings)
    assert [(row.number, row.cells) for row in table.rows] == [(2, ('A, "B"\nC', "DE")), (3, ("D", "FR"))]


def test_blank_rows_are_passed_over_and_keep_their_numbers(headings):
    table = read_table(b"\n;;\nreference;citizenships\n\nA;DE\n ; \nB;FR\n\n", headings)
    assert [(row.number, row.cells[0]) for row in table.rows] == [(5, "A"), (7, "B")]


@pytest.mark.parametrize("row", ['"A;DE', '"A"B";DE', 'A;"DE'])
def test_a_row_whose_quotation_marks_do_not_pair_costs_only_itself(headings, row):
    data = f"reference;citizenships\n{row}\nB;FR\nC;DE\n".encode()
    assert [(each.number, each.cells) for each in read_table(data, headings).rows] == [
        (2, None),
        (3, ("B", "FR")),
        (4, ("C", "DE")),
    ]


def test_a_quotation_mark_within_plain_text_is_text(headings):
    assert read_table(b'reference;residence\nJean "Jo" Roy;FR\n', headings).rows[0].cells == ('Jean "Jo" Roy', "FR")


def test_every_column_of_the_contract_is_found_by_its_path_and_by_its_title_in_both_languages(headings, words):
    for steps in every_column():
        assert headings.steps(".".join(map(str, steps))) == steps
        for lang in ("en", "fr"):
            assert headings.steps(column_title(steps, words[lang])) == steps
            assert headings.steps(column_title(steps, words[lang]).upper()) == steps


@pytest.mark.parametrize(
    ("title", "steps"),
    [
        ("passport.issuer", ("passports", 0, "issuer")),
        ("passports.expires_on", ("passports", 0, "expires_on")),
        ("passports.1.expires_on", ("passports", 1, "expires_on")),
        ("Passport 2: expires on", ("passports", 1, "expires_on")),
        ("participation.season", ("participations", 0, "season")),
        ("Date_of_Birth ", ("date_of_birth",)),
        ("nationalite", ("citizenships",)),
        ("offer starts on", ("offer", "starts_on")),
    ],
)
def test_a_column_is_found_without_regard_to_case_accents_and_marks(headings, title, steps):
    assert headings.steps(title) == steps


def test_a_list_itself_is_a_column_that_can_say_none():
    assert column_kind(("participations",)) is list


def test_an_unknown_column_is_left_out_and_named_with_the_one_it_is_like(headings):
    table = read_table(b"reference,Date of brith,Shoe size,,citizenships\nA,2003-03-14,43,x,DE\n", headings)
    assert table.columns == (("reference",), None, None, None, ("citizenships",))
    assert [(notice.code, notice.values["given"], notice.values["name"]) for notice in table.notices] == [
        ("column-left-out", "Date of brith", "Date of birth"),
        ("column-left-out", "Shoe size", None),
    ]


def test_a_table_without_any_known_column_is_refused(headings):
    problem = refusal(b"Nom de famille,Taille\nA,180\n", headings)
    assert (problem.code, problem.values["given"]) == ("table-no-columns", "Nom de famille")


def test_a_repeated_column_is_refused_with_both_titles(headings):
    problem = refusal("Citizenships,Citoyennetés\nDE,FR\n".encode(), headings)
    assert (problem.code, problem.values["first"], problem.values["given"]) == (
        "table-repeated-column",
        "Citizenships",
        "Citoyennetés",
    )


@pytest.mark.parametrize("data", [b"", b"\n\n", b"reference,citizenships\n", b"\xef\xbb\xbf", b'"open\nA\n'])
def test_a_table_without_applicants_is_refused(headings, data):
    assert refusal(data, headings).code == "table-empty"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 rest", "table-is-workbook"),
        (b"\xd0\xcf\x11\xe0 rest", "table-is-workbook"),
        (b"%PDF\x00\x01\x02", "table-not-text"),
        (b"x" * (LARGEST + 1), "table-too-large"),
        (b"reference\n" + b"A\n" * (MOST_ROWS + 1), "table-too-long"),
    ],
)
def test_a_file_that_is_no_table_that_we_read_is_refused(headings, data, code):
    assert refusal(data, headings).code == code


def test_the_longest_table_is_read(headings):
    assert len(read_table(b"reference\n" + b"A\n" * MOST_ROWS, headings).rows) == MOST_ROWS


def test_days_in_digits_are_read_as_the_table_shows(headings):
    data = b"reference,date_of_birth\nA,03/04/2003\nB,14/03/2003\n"
    assert read_table(data, headings).order is Order.DAY_FIRST
    assert notices(data.decode(), headings) == [("days-day-first", "14/03/2003")]
    american = b"reference,date_of_birth\nA,03/04/2003\nB,3/14/2003\n"
    assert read_table(american, headings).order is Order.MONTH_FIRST


@pytest.mark.parametrize(
    "days", [("03/04/2003", "05/06/2003"), ("14/03/2003", "3/14/2003"), ("2003-03-14", "1.2.2003")]
)
def test_days_that_show_no_order_or_both_settle_nothing(headings, days):
    data = "reference,date_of_birth\n" + "".join(f"A,{day}\n" for day in days)
    assert read_table(data.encode(), headings).order is None
    assert notices(data, headings) == []


def test_digits_in_a_column_that_holds_no_days_show_no_order(headings):
    assert read_table(b"reference,date_of_birth\n14/03/2003,03/04/2003\n", headings).order is None


def test_characters_that_no_encoding_explains_are_told(headings):
    table = read_table(b"reference\n\x81\xe9\n", headings)
    assert [notice.code for notice in table.notices] == ["characters-lost"]
