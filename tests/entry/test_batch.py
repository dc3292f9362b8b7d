import pytest

from generator.entry.answers import answer_kinds, listed_answers
from generator.entry.batch import Batch
from generator.entry.columns import Headings, column_title, every_column
from generator.entry.results import RESULTS, inert, written
from generator.entry.table import read_table
from generator.entry.template import COLUMNS, template
from generator.rules import assess
from tests.applicants import TODAY, changed, student


def flat(value, path=""):
    """Return the cells of a document by the paths of their columns."""
    if isinstance(value, dict):
        return {key: cell for name, part in value.items() for key, cell in flat(part, f"{path}{name}.").items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {key: cell for place, part in enumerate(value) for key, cell in flat(part, f"{path}{place}.").items()}
    if isinstance(value, list):
        return {path[:-1]: " ".join(value) or "none"}
    return {path[:-1]: str(value).lower() if isinstance(value, bool) else str(value)}


def table_of(*documents):
    cells = [flat(document) for document in documents]
    titles = list(dict.fromkeys(title for row in cells for title in row))
    return written([titles, *([row.get(title, "") for title in titles] for row in cells)], ",")


@pytest.fixture
def results(dataset, words):
    def assessed(text, lang="en"):
        table = read_table(text.encode(), Headings(words))
        batch = Batch(dataset, words, lang, TODAY, {})
        return [batch.result(table, row) for row in table.rows]

    return assessed


def line(result):
    return dict(zip(RESULTS, result["line"], strict=True))


def errors(result):
    return [(error["column"], error["code"]) for error in result["errors"]]


@pytest.mark.parametrize("answers", [{}, {"date_of_birth": "1980-01-01"}, {"admissible": ...}, {"category": "any"}])
def test_a_row_finds_what_its_document_finds(dataset, results, answers):
    document = student("DE", reference="A", **answers)
    (result,) = results(table_of(document))
    best = assess(document, dataset, TODAY).routes[0].route
    assert (result["row"], result["reference"], result["verdict"]) == (2, "A", best.verdict.value)


def test_an_eligible_row_names_the_permit_and_the_days(results):
    found = line(results(table_of(student("DE", reference="A")))[0])
    assert found["verdict"] == "Eligible"
    assert found["citizenship"] == "Germany"
    assert found["category"] == "International Co-op"
    assert (found["permit_months"], found["permit_starts_on"], found["permit_ends_on"]) == (
        "12",
        "2027-05-01",
        "2027-10-29",
    )
    assert found["permit_limited_by"] == "the end of the offer"
    assert found["last_invitation_day"] == "2039-03-09"
    assert (found["next_deadline_on"], found["next_deadline"]) == ("2027-02-25", "Last day to answer the invitation")
    assert found["assessed_on"] == TODAY.isoformat()
    assert found["errors"] == found["reasons"] == found["needs"] == ""


@pytest.mark.parametrize(
    ("answers", "day"),
    [
        ({"invitation__answer": "accepted"}, ""),
        ({"invitation__accepted_at": "2027-02-15T07:25:00Z"}, "2027-03-07"),
        ({"invitation__answer": "accepted", "biometrics_letter_on": "2027-02-15"}, "2027-03-17"),
    ],
)
def test_the_next_deadline_is_the_next_that_is_not_done(results, answers, day):
    assert line(results(table_of(student("DE", **answers)))[0])["next_deadline_on"] == day


def test_an_ineligible_row_names_reasons_and_remedies_and_no_permit(results):
    document = student("DE", admissible=False, offer__signed=False)
    found = line(results(table_of(document))[0])
    assert found["reason_codes"] == "NO_OFFER INADMISSIBLE"
    assert len(found["reasons"].splitlines()) == 2
    assert found["permit_months"] == found["needs"] == ""
    single = line(results(table_of(student("DE", offer__signed=False)))[0])
    assert single["remedies"]


def test_an_undetermined_row_names_the_columns_that_are_still_needed(results):
    found = line(results(table_of(student("DE", admissible=..., passports=[{"issuer": "DE"}])))[0])
    assert found["needs"] == "Passport 1: expires on\nAdmissible to Canada"


def test_the_best_of_several_routes_stands_first_and_the_others_beside_it(results):
    found = line(results(table_of(student("DE", citizenships=["JP", "DE"])))[0])
    assert found["citizenship"] == "Germany"
    assert found["other_routes"] == "Japan, International Co-op: Not eligible"


def test_a_row_without_a_citizenship_is_undetermined_and_asks_for_it(results):
    (result,) = results("reference,residence\nA,DE\n")
    assert result["verdict"] == "undetermined"
    assert line(result)["needs"] == "Citizenships"


def test_a_bad_cell_is_named_by_row_and_title_and_costs_only_its_row(results):
    text = (
        "Reference;Citizenships;Date of birth;passports.0.expires_on;Paid;Funds in Canadian dollars\n"
        "A;Germany;2003-03-14;1 May 2032;yes;3000\n"
        "B;Austrlia;03/04/2003;31 April 2032;maybe;lots\n"
        "C;FR;2003-03-14;;;\n"
    )
    good, bad, other = results(text)
    assert [good["verdict"], bad["verdict"], other["verdict"]] == ["undetermined", "error", "undetermined"]
    assert bad["row"] == 3
    assert bad["reference"] == "B"
    assert errors(bad) == [
        ("Citizenships", "unknown-place"),
        ("Date of birth", "ambiguous-date"),
        ("passports.0.expires_on", "no-such-day"),
        ("Paid", "unknown-answer"),
        ("Funds in Canadian dollars", "unreadable-number"),
    ]
    first = line(bad)["errors"].splitlines()[0]
    assert first == (
        "Citizenships: “Austrlia” is not a country that we know; "
        "write its name in English or French, or its two capital letters; did you mean Australia?"
    )


def test_what_the_rules_refuse_is_named_by_its_column_too(results):
    text = (
        "Referenz,Citizenships,apply_as,offer.starts_on,Offer ends on,participations.3.season,season\n"
        "A,DE,FR,2027-05-03,2027-05-01,1890,2027\n"
    )
    assert errors(results(text)[0]) == [
        ("apply_as", "not-held"),
        ("Offer ends on", "start-after-end"),
        ("participations.3.season", "out-of-range"),
    ]


def test_an_unknown_country_among_several_is_placed_at_its_column(results):
    assert errors(results("reference,Citizenships\nA,DE/Atlantis\n")[0]) == [("Citizenships", "unknown-place")]


def test_rows_of_a_list_that_are_left_blank_do_not_count(dataset, results):
    text = "citizenships,passports.1.issuer,passports.3.issuer,passports.3.expires_on,category\nDE,FR,DE,2020-01-01,\n"
    found = line(results(text)[0])
    assert found["reason_codes"] == ""
    document = {"citizenships": ["DE"], "passports": [{"issuer": "FR"}, {"issuer": "DE", "expires_on": "2020-01-01"}]}
    assert assess(document, dataset, TODAY).routes[0].route.verdict.value == found["verdict_code"]


def test_an_error_in_a_later_row_of_a_list_is_placed_at_its_own_column(results):
    text = "citizenships,passports.1.issuer,passports.3.issuer,passports.3.expires_on\nDE,FR,DE,soon\n"
    assert errors(results(text)[0]) == [("passports.3.expires_on", "unreadable-date")]


def test_none_beside_some_is_refused(results):
    text = "citizenships,participations,participation.season\nDE,none,2020\n"
    assert errors(results(text)[0]) == [("participations", "none-and-some")]


def test_a_cell_beyond_the_last_title_is_refused_and_a_blank_one_is_not(results):
    refused, fine = results("reference,citizenships\nA,DE,FR\nB,DE,\n")
    assert errors(refused) == [(None, "row-too-long")]
    assert fine["errors"] == []


def test_a_short_row_leaves_the_rest_unknown(results):
    assert results("reference,citizenships,admissible\nA,DE\n")[0]["errors"] == []


def test_a_row_whose_quotation_marks_do_not_pair_is_refused_alone(results):
    bad, good = results('reference,citizenships\n"A,DE\nB,DE\n')
    assert errors(bad) == [(None, "row-quotes")]
    assert good["verdict"] == "undetermined"


def test_both_languages_find_the_same_and_say_it_in_their_own_words(results):
    text = table_of(student("DE", admissible=False), student("XX"))
    english, french = results(text), results(text, "fr")
    for ours, theirs in zip(english, french, strict=True):
        assert ours["verdict"] == theirs["verdict"]
        assert line(ours)["reason_codes"] == line(theirs)["reason_codes"]
        assert line(ours)["verdict"] != line(theirs)["verdict"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1", "\n@x"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_inert(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "A=1", "1-2", "a@b.ca", "'=1", "Élève"])
def test_a_cell_that_no_spreadsheet_runs_stays_as_it_is(text):
    assert inert(text) == text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_template_is_read_without_a_notice_and_its_example_is_eligible(dataset, words, results, lang):
    text = template(dataset, words[lang], lang, TODAY)
    table = read_table(text.encode(), Headings(words))
    assert (table.columns, table.notices) == (COLUMNS, ())
    assert [result["verdict"] for result in results(text, lang)] == ["eligible"]


def test_every_answer_has_a_title_in_both_languages_and_none_is_repeated(words):
    paths = {*answer_kinds(), *listed_answers()}
    for lang in ("en", "fr"):
        assert set(words[lang]["table"]["columns"]) == paths
        titles = [column_title(steps, words[lang]) for steps in every_column()]
        assert len(set(titles)) == len(titles)
        assert set(words[lang]["table"]["results"]) == set(RESULTS)


def test_a_document_survives_its_way_through_a_table(dataset, results):
    document = changed(
        student("DE", citizenships=["DE", "AU"]),
        passports=[{"issuer": "DE", "expires_on": "2032-01-01"}, {"issuer": "AU", "kind": "ordinary"}],
        participations=[{"citizenship": "AU", "category": "working_holiday", "season": 2020, "activated": True}],
        invitation={"received_on": "2027-02-15", "answer": "accepted", "accepted_at": "2027-02-16T10:00:00Z"},
    )
    found = line(results(table_of(document))[0])
    best = assess(document, dataset, TODAY).routes[0].route
    assert found["verdict_code"] == best.verdict.value
    assert set(found["caution_codes"].split()) == {
        found.reason for found in best.findings if found.outcome == "caution"
    }
