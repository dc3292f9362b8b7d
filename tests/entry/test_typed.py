from datetime import date

import pytest

from generator.entry.days import Order
from generator.entry.typed import days_read, typed
from generator.explain import told_problems
from generator.rules import DocumentError, assess
from tests.applicants import TODAY, changed, student


def refusals(document):
    with pytest.raises(DocumentError) as caught:
        typed(document)
    return caught.value


def test_every_day_of_the_applicant_is_read_rows_included():
    document = {
        "assessed_on": "15 February 2027",
        "date_of_birth": "14 mars 2003",
        "passports": [{"issuer": "DE", "expires_on": "1er janvier 2032"}, {"expires_on": "14.03.2033"}],
        "studies": {"graduated_on": "Friday 1 May 2026"},
        "offer": {"starts_on": "3 mai 2027", "ends_on": "29/10/2027", "paid": True},
        "insurance": {"covered_until": "2031-12-31"},
        "participations": [{"permit_started_on": "10 Jan 2024", "permit_ended_on": "9 Jan 2025", "season": 2024}],
        "invitation": {"received_on": "15 févr. 2027", "accepted_at": "2027-02-20T07:25:00Z"},
        "biometrics_letter_on": "March 1, 2027",
        "arrives_on": "1 May 2027",
        "entry_letter_expires_on": "1 March 2028",
    }
    assert typed(document) == {
        "assessed_on": "2027-02-15",
        "date_of_birth": "2003-03-14",
        "passports": [{"issuer": "DE", "expires_on": "2032-01-01"}, {"expires_on": "2033-03-14"}],
        "studies": {"graduated_on": "2026-05-01"},
        "offer": {"starts_on": "2027-05-03", "ends_on": "2027-10-29", "paid": True},
        "insurance": {"covered_until": "2031-12-31"},
        "participations": [{"permit_started_on": "2024-01-10", "permit_ended_on": "2025-01-09", "season": 2024}],
        "invitation": {"received_on": "2027-02-15", "accepted_at": "2027-02-20T07:25:00Z"},
        "biometrics_letter_on": "2027-03-01",
        "arrives_on": "2027-05-01",
        "entry_letter_expires_on": "2028-03-01",
    }


def test_the_document_that_was_typed_stays_as_it_was(dataset):
    document = student("DE", date_of_birth="10 March 2003")
    assert assess(typed(document), dataset, TODAY).applicant.date_of_birth == date(2003, 3, 10)
    assert document["date_of_birth"] == "10 March 2003"


@pytest.mark.parametrize(
    "document", [None, [], "text", 7, {"passports": 3}, {"offer": [1]}, {"offer": None}, {"date_of_birth": True}]
)
def test_what_is_no_document_is_left_to_the_rules(document):
    assert typed(document) == document


@pytest.mark.parametrize("value", ["2003-02-30", "", " ", 20030314, None])
def test_iso_text_and_what_is_no_text_are_left_to_the_rules(value):
    assert typed({"date_of_birth": value}) == {"date_of_birth": value}


def test_a_day_under_an_unknown_name_is_left_to_the_rules():
    assert typed({"birthday": "14 March 2003"}) == {"birthday": "14 March 2003"}


def test_every_day_that_cannot_be_read_is_named_in_the_order_of_the_document():
    document = changed(
        student("DE"), date_of_birth="03/04/2003", passports=[{"expires_on": "31 June 2030"}], arrives_on="1 May 27"
    )
    assert [(problem.path, problem.code) for problem in refusals(document).problems] == [
        ("date_of_birth", "ambiguous-date"),
        ("passports.0.expires_on", "no-such-day"),
        ("arrives_on", "two-digit-year"),
    ]


def test_a_day_that_cannot_be_read_reads_as_unknown_where_the_rest_is_wanted():
    made, problems = days_read({"date_of_birth": "03/04/2003", "arrives_on": "1 May 2027"})
    assert made == {"date_of_birth": None, "arrives_on": "2027-05-01"}
    assert [problem.path for problem in problems] == ["date_of_birth"]


def test_a_known_order_of_digits_is_passed_on():
    assert days_read({"arrives_on": "03/04/2027"}, Order.DAY_FIRST) == ({"arrives_on": "2027-04-03"}, [])


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        (
            "03/04/2003",
            "“03/04/2003” is 3 April 2003 or 4 March 2003; write the month as a word, such as 3 April 2003",
            "«\u00a003/04/2003\u00a0» peut être le 3 avril 2003 ou le 4 mars 2003\u00a0; "
            "écrivez le mois en lettres, par exemple 3 avril 2003",
        ),
        (
            "31 April 2003",
            "31 April 2003 does not exist: that month ends on 30 April 2003; check the day and the month",
            "le 31 avril 2003 n’existe pas\u00a0: ce mois finit le 30 avril 2003\u00a0; vérifiez le jour et le mois",
        ),
        (
            "Monday 14 March 2003",
            "14 March 2003 does not fall on the day of the week that you wrote; "
            "correct the date or leave the day of the week out",
            "le 14 mars 2003 ne tombe pas le jour de la semaine que vous avez écrit\u00a0; "
            "corrigez la date ou enlevez le jour de la semaine",
        ),
    ],
)
def test_a_refusal_says_which_day_is_meant_and_what_to_write(dataset, words, text, english, french):
    error = refusals({"date_of_birth": text})
    assert told_problems(error, dataset, words["en"], "en")[0]["message"] == english
    assert told_problems(error, dataset, words["fr"], "fr")[0]["message"] == french


@pytest.mark.parametrize("text", ["14/03/03", "14/03/203", "mars 2003", "soon", "2003/13/13"])
def test_every_refusal_of_a_day_can_be_said_in_both_languages(dataset, words, text):
    error = refusals({"date_of_birth": text})
    for lang in ("en", "fr"):
        message = told_problems(error, dataset, words[lang], lang)[0]["message"]
        assert "; " in message
        assert "{" not in message
