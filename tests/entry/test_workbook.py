import sys
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from generator.entry import workbook as reader
from generator.entry.columns import Headings
from generator.entry.table import read_table
from generator.entry.workbook import workbook_rows
from generator.rules import DocumentError


def workbook(*rows):
    book, file = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.create_sheet("another").append(["not read"])
    book.save(file)
    return file.getvalue()


def archive(name, content=b""):
    file = BytesIO()
    with ZipFile(file, "w", compression=8) as made:
        made.writestr(name, content)
    return file.getvalue()


def at(*numbers):
    return datetime(*numbers)  # noqa: DTZ001 workbooks know no time zones


def refusal(data):
    with pytest.raises(DocumentError) as caught:
        list(workbook_rows(data))
    (problem,) = caught.value.problems
    return problem.code


def test_the_first_sheet_of_a_workbook_is_a_table(words):
    data = workbook(["Référence", "Citizenships", "Date of birth"], ["É-1", "DE", date(2003, 3, 14)], [], ["É-2", "FR"])
    table = read_table(data, Headings(words))
    assert table.separator is None
    assert table.columns == (("reference",), ("citizenships",), ("date_of_birth",))
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("É-1", "DE", "2003-03-14")), (4, ("É-2", "FR"))]


def test_every_kind_of_cell_becomes_text():
    cells = [" a ", 7, 2.0, 2.5, True, None, at(2003, 3, 14), at(2027, 2, 20, 7, 25), "", None]
    assert list(workbook_rows(workbook(cells))) == [
        ("a", "7", "2", "2.5", "True", "", "2003-03-14", "2027-02-20T07:25:00")
    ]


def test_an_empty_workbook_has_no_rows_of_applicants(words):
    with pytest.raises(DocumentError) as caught:
        read_table(workbook(), Headings(words))
    assert caught.value.problems[0].code == "table-empty"


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04", archive("word/document.xml"), archive("[Content_Types].xml", b"<broken"), workbook(["a"])[:-40]],
)
def test_an_archive_that_is_no_workbook_is_refused(data):
    assert refusal(data) == "table-is-workbook"


def test_a_workbook_that_unpacks_into_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(reader, "MOST_UNPACKED", 1000)
    assert refusal(archive("xl/workbook.xml", b"0" * 1001)) == "table-too-large"


def test_without_the_library_a_workbook_is_refused_with_the_way_to_save_it(monkeypatch):
    data = workbook(["Reference"], ["A"])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert refusal(data) == "table-is-workbook"
