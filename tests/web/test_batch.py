import json
from base64 import b64encode

import pytest

from generator.entry.batch import Batch
from generator.entry.results import RESULTS
from generator.rules import to_plain
from generator.web import Checker

TABLE = 'Reference;Citizenships;Date of birth\nA;norwegian;03/04/2003\nB;AT;14/03/1985\n"C;DE\n'.encode("windows-1252")


@pytest.fixture(scope="module")
def ask(dataset, words):
    checker = Checker(json.dumps({"dataset": to_plain(dataset), "words": words}))

    def asked(**request):
        return json.loads(checker.answer(json.dumps({"task": "batch", "lang": "en", "today": "2027-02-15", **request})))

    return asked


def test_a_table_is_read_once_assessed_in_parts_and_written(ask):
    read = ask(step="read", content=b64encode(TABLE).decode())
    assert [number for number, _ in read["rows"]] == [2, 3, 4]
    assert read["notices"] == ["days in digits are read day first; “14/03/1985” in row 3 shows it"]
    names = {"NO": ["Norwegian"]}
    parts = [ask(step="assess", table=read["table"], rows=[row], synonyms=names)["results"][0] for row in read["rows"]]
    assert [part["verdict"] for part in parts] == ["undetermined", "ineligible", "error"]
    assert ask(step="assess", table=read["table"], rows=read["rows"], synonyms=names)["results"] == parts
    text = ask(step="write", table=read["table"], lines=[part["line"] for part in parts])["text"]
    assert text.startswith("\ufeffRow;Reference;Verdict;")
    assert text.count("\r\n") == 4
    assert all(len(part["line"]) == len(RESULTS) for part in parts)


def test_the_names_of_countries_and_the_language_are_those_of_each_request(ask):
    table = ask(step="read", content=b64encode(b"Citizenships\nnorwegian\n").decode())

    def verdict(synonyms, lang="en"):
        request = {"table": table["table"], "rows": table["rows"], "synonyms": synonyms, "lang": lang}
        (result,) = ask(step="assess", **request)["results"]
        return result["line"][RESULTS.index("verdict")]

    known = {"NO": ["Norwegian"]}
    english = [verdict(names) for names in ({}, known, known, {}, known)]
    assert english == [english[0], english[1], english[1], english[0], english[1]]
    assert len({*english, verdict(known, "fr"), verdict({}, "fr")}) == 4


def test_what_reads_the_cells_is_made_once_for_a_table(ask, monkeypatch):
    read = ask(step="read", content=b64encode(TABLE).decode())
    made = []
    monkeypatch.setattr("generator.web.batch.Batch", lambda *given: made.append(given) or Batch(*given))
    for row in read["rows"]:
        ask(step="assess", table=read["table"], rows=[row], synonyms={"NO": ["a name of this test"]})
    assert len(made) == 1


def test_a_file_that_is_no_table_is_answered_with_its_problem(ask):
    (problem,) = ask(step="read", content=b64encode(b"PK\x03\x04").decode())["problems"]
    assert problem["code"] == "table-is-workbook"


def test_the_template_speaks_the_language_asked_for(ask):
    assert ask(step="template")["text"].startswith("\ufeffReference,Category,")
    assert ask(step="template", lang="fr")["text"].startswith("\ufeffRéférence;Catégorie;")
