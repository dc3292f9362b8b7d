import csv
import io
from datetime import date

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from generator.cli import main

HEAD = "Reference;Citizenships;Date of birth;Country of residence"
ROWS = ["É-1;Norwegian;14 mars 2003;Norway", "=É-2;Autriche;12.03.1985;AT", "É-3;Austrlia;2003-03-14;AU"]


def run(*arguments, given=b""):
    result = CliRunner().invoke(main, ["batch", "--as-of", "2027-02-15", *arguments], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def read(text, separator=";"):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=separator))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "windows-1252", "utf-16"])
def test_a_table_gives_a_table_that_another_program_reads(encoding):
    status, output, errors = run(given="\r\n".join([HEAD, *ROWS]).encode(encoding))
    first, second, third = read(output)
    assert status == 2
    assert errors == ""
    assert (first["Row"], first["Reference"], first["Verdict code"]) == ("2", "É-1", "undetermined")
    assert (second["Reference"], second["Verdict code"], second["Codes of the reasons"]) == (
        "'=É-2",
        "ineligible",
        "AGE_OVER",
    )
    assert (third["Verdict code"], third["Assessed on"]) == ("error", "")
    assert third["Errors"].startswith("Citizenships: “Austrlia” is not a country that we know; ")


def test_a_table_without_a_bad_row_exits_with_0_whatever_the_verdicts():
    assert run(given="\n".join([HEAD, *ROWS[:2]]).encode())[0] == 0


def test_the_results_have_the_separator_of_the_table_and_the_language_asked_for():
    output = run("--lang", "fr", given="Référence,Citoyennetés\nA,FR\n".encode())[1]
    (result,) = read(output, ",")
    assert result["Verdict"] == "Pas encore déterminé"
    assert result["Citoyenneté"] == "France"


def test_the_results_are_written_to_a_file(tmp_path):
    table, out = tmp_path / "table.csv", tmp_path / "results.csv"
    table.write_text("\n".join([HEAD, *ROWS]), encoding="utf-8")
    status, output, _ = run(str(table), "--out", str(out))
    assert (status, output) == (2, "")
    assert len(read(out.read_bytes().decode())) == 3
    assert b"\r\r" not in out.read_bytes()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_template_is_a_table_that_the_command_reads(lang):
    status, text, _ = run("--template", "--lang", lang)
    assert status == 0
    status, output, errors = run("--lang", lang, given=text.encode())
    assert (status, errors) == (0, "")
    separator = ";" if lang == "fr" else ","
    assert [row["Verdict code" if lang == "en" else "Code du verdict"] for row in read(output, separator)] == [
        "eligible"
    ]


def test_a_workbook_is_read_and_its_results_have_the_separator_of_the_language(tmp_path):
    book = Workbook()
    for row in (["Reference", "Nationality", "Date of birth"], ["A", "Austrian", date(1985, 3, 4)]):
        book.active.append(row)
    book.save(tmp_path / "table.xlsx")
    for lang, separator, code in (("en", ",", "Verdict code"), ("fr", ";", "Code du verdict")):
        status, output, _ = run(str(tmp_path / "table.xlsx"), "--lang", lang)
        assert (status, [row[code] for row in read(output, separator)]) == (0, ["ineligible"])


def test_what_is_left_out_is_said_on_standard_error():
    _, output, errors = run(given=b"Reference,Shoe size,Citizenships,Date of birth\nA,43,DE,14/03/2003\n")
    assert len(read(output, ",")) == 1
    assert errors.splitlines() == [
        "<stdin>: the column “Shoe size” is left out; we do not know this title",
        "<stdin>: days in digits are read day first; “14/03/2003” in row 2 shows it",
    ]


def test_without_the_packages_of_other_names_that_is_said_and_usual_names_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.cli.batch.MODULES", tmp_path)
    _, output, errors = run(given=b"Reference,Citizenships\nA,Norway\nB,norwegian\n")
    assert [row["Verdict code"] for row in read(output, ",")] == ["undetermined", "error"]
    assert errors.startswith("Countries are known by their usual names and codes only: ")
    assert "npm ci" in errors


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"", "the table has no rows of applicants"),
        (b"PK\x03\x04", "this is a workbook that we cannot read"),
        (b"a,b\n1,2\n", "no column has a title that we know, such as “a”"),
        (b"residence,residence\nDE,DE\n", "the columns “residence” and “residence” hold the same answer"),
        (b"\0\1\2", "this is not a table as text"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_a_sentence(given, said):
    status, output, errors = run(given=given)
    assert (status, output) == (2, "")
    assert errors.startswith(f"<stdin>: {said}; ")


def test_a_file_that_cannot_be_read_or_written_is_named(tmp_path):
    missing = str(tmp_path / "missing.csv")
    assert run(missing)[2].startswith(f"{missing}:1:1: no such file")
    table = tmp_path / "table.csv"
    table.write_text("reference,citizenships\nA,DE\n", encoding="utf-8")
    status, output, errors = run(str(table), "--out", str(tmp_path / "no" / "results.csv"))
    assert (status, output) == (2, "")
    assert str(tmp_path / "no" / "results.csv") in errors
