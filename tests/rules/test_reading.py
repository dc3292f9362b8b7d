import pytest

from generator.rules import DocumentError, assess
from tests.applicants import TODAY, changed, student

REFUSED = [
    ("a document that is a list", ["DE"], "", "not-a-mapping"),
    ("a document that is nothing", None, "", "not-a-mapping"),
    ("an unknown key", {"citizenship": "DE"}, "citizenship", "unknown-key"),
    ("an unknown key inside an answer", {"offer": {"wage": 3}}, "offer.wage", "unknown-key"),
    ("an unknown key in a list", {"passports": [{"country": "DE"}]}, "passports.0.country", "unknown-key"),
    ("a reference that is a number", {"reference": 7}, "reference", "not-text"),
    ("an unknown category", {"category": "coop"}, "category", "unknown-choice"),
    ("a category that is a list", {"category": ["any"]}, "category", "unknown-choice"),
    ("a day in another order", {"assessed_on": "15.02.2027"}, "assessed_on", "not-a-date"),
    ("a day that is a number", {"arrives_on": 20270501}, "arrives_on", "not-a-date"),
    ("a day with a time", {"arrives_on": "2027-05-01T00:00:00Z"}, "arrives_on", "not-a-date"),
    ("29 February of a common year", {"date_of_birth": "2003-02-29"}, "date_of_birth", "impossible-date"),
    ("31 April", {"arrives_on": "2027-04-31"}, "arrives_on", "impossible-date"),
    ("a season before the programme", {"season": 1989}, "season", "out-of-range"),
    ("a season in the far future", {"season": 2101}, "season", "out-of-range"),
    ("a season as text", {"season": "2027"}, "season", "not-an-integer"),
    ("a season as a truth value", {"season": True}, "season", "not-an-integer"),
    ("no citizenship in the list", {"citizenships": []}, "citizenships", "empty"),
    ("a citizenship outside a list", {"citizenships": "DE"}, "citizenships", "not-a-list"),
    ("a country in small letters", {"citizenships": ["de"]}, "citizenships.0", "unknown-country"),
    ("a country that does not exist", {"residence": "XX"}, "residence", "unknown-country"),
    ("Norway read as a truth value", {"residence": False}, "residence", "not-a-country"),
    ("a citizenship that is not held", {"citizenships": ["DE"], "apply_as": "FR"}, "apply_as", "not-held"),
    ("a birth after today", {"date_of_birth": "2027-02-16"}, "date_of_birth", "birth-in-future"),
    ("an unknown kind of passport", {"passports": [{"kind": "diplomatic"}]}, "passports.0.kind", "unknown-choice"),
    ("passports outside a list", {"passports": {"issuer": "DE"}}, "passports", "not-a-list"),
    ("an unknown British territory", {"british_territory": "wales"}, "british_territory", "unknown-choice"),
    ("studies that are a word", {"studies": "yes"}, "studies", "not-a-mapping"),
    ("a truth value as text", {"admissible": "true"}, "admissible", "not-a-boolean"),
    ("a truth value as a number", {"offer": {"paid": 1}}, "offer.paid", "not-a-boolean"),
    ("a TEER above the scale", {"offer": {"teer": 6}}, "offer.teer", "out-of-range"),
    ("a TEER with decimals", {"offer": {"teer": 2.0}}, "offer.teer", "not-an-integer"),
    ("an unknown province", {"offer": {"province": "Ontario"}}, "offer.province", "unknown-province"),
    ("money as text", {"funds_cad": "2500"}, "funds_cad", "not-a-number"),
    ("money below nothing", {"funds_cad": -1}, "funds_cad", "out-of-range"),
    ("more money than the scale", {"funds_cad": 10_000_001}, "funds_cad", "out-of-range"),
    ("money that is no number", {"funds_cad": float("nan")}, "funds_cad", "out-of-range"),
    ("money as a truth value", {"funds_cad": True}, "funds_cad", "not-a-number"),
    (
        "a moment without Z",
        {"application_submitted_at": "2027-03-01T10:00:00"},
        "application_submitted_at",
        "not-an-instant",
    ),
    (
        "a moment with another offset",
        {"application_submitted_at": "2027-03-01T10:00:00+01:00"},
        "application_submitted_at",
        "not-an-instant",
    ),
    (
        "a moment at 25 o'clock",
        {"application_submitted_at": "2027-03-01T25:00:00Z"},
        "application_submitted_at",
        "impossible-instant",
    ),
    (
        "an offer that ends before it starts",
        {"offer": {"starts_on": "2027-05-03", "ends_on": "2027-05-02"}},
        "offer.ends_on",
        "start-after-end",
    ),
    (
        "a permit that ends before it starts",
        {"participations": [{"permit_started_on": "2025-02-01", "permit_ended_on": "2025-01-31"}]},
        "participations.0.permit_ended_on",
        "start-after-end",
    ),
    (
        "an invitation accepted before it came",
        {"invitation": {"received_on": "2027-02-15", "accepted_at": "2027-02-14T23:59:59Z"}},
        "invitation.accepted_at",
        "accepted-before-received",
    ),
    (
        "an application sent before the acceptance",
        {
            "invitation": {"received_on": "2027-02-15", "accepted_at": "2027-02-16T10:00:00Z"},
            "application_submitted_at": "2027-02-16T09:59:59Z",
        },
        "application_submitted_at",
        "applied-before-accepted",
    ),
    ("a day before the facts", {"citizenships": ["DE"], "assessed_on": "2025-12-23"}, "assessed_on", "facts-not-known"),
    (
        "a day before the facts, from nowhere",
        {"citizenships": ["US"], "assessed_on": "2020-01-01"},
        "assessed_on",
        "facts-not-known",
    ),
]


@pytest.mark.parametrize(("document", "path", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_document_is_refused_at_the_answer_that_is_wrong(dataset, document, path, code):
    with pytest.raises(DocumentError) as refused:
        assess(document, dataset, TODAY)
    assert [(problem.path, problem.code) for problem in refused.value.problems] == [(path, code)]


def test_every_problem_of_a_document_is_told_at_once(dataset):
    document = {"citizenships": ["XX"], "season": 1, "offer": {"teer": 9, "wage": 1}, "date_of_birth": "2030-01-01"}
    with pytest.raises(DocumentError) as refused:
        assess(document, dataset, TODAY)
    assert [problem.path for problem in refused.value.problems] == [
        "citizenships.0",
        "season",
        "offer.teer",
        "offer.wage",
        "date_of_birth",
    ]


def test_the_place_of_an_item_is_kept_when_the_one_before_it_is_refused(dataset):
    turned = {"permit_started_on": "2020-05-01", "permit_ended_on": "2019-01-01"}
    with pytest.raises(DocumentError) as refused:
        assess({"participations": [5, turned]}, dataset, TODAY)
    assert [problem.path for problem in refused.value.problems] == [
        "participations.0",
        "participations.1.permit_ended_on",
    ]


def test_the_answer_that_led_to_an_unknown_day_is_named(dataset):
    early = student("DE", invitation={"received_on": "2024-01-15"})
    with pytest.raises(DocumentError) as refused:
        assess(early, dataset, TODAY)
    assert refused.value.problems[0].path == "invitation.received_on"


@pytest.mark.parametrize("value", [None, ...])
def test_an_answer_that_is_null_is_an_answer_not_given(dataset, value):
    silent = changed(student("DE"), funds_cad=value, studies=value, passports=value)
    assert assess(silent, dataset, TODAY).next_question == "passports"


def test_a_citizenship_named_twice_counts_once(dataset):
    assert len(assess(student("DE", citizenships=["DE", "DE"]), dataset, TODAY).routes) == 1


def test_days_at_the_edge_of_the_calendar_are_judged(dataset):
    document = student(
        "DE",
        date_of_birth="0001-01-01",
        arrives_on="9999-12-31",
        offer={"signed": True, "starts_on": "9999-12-01", "ends_on": "9999-12-31"},
        participations=[
            {
                "citizenship": "DE",
                "category": "working_holiday",
                "season": 2024,
                "activated": True,
                "permit_started_on": "0001-01-01",
                "permit_ended_on": "9999-12-31",
            }
        ],
    )
    for home in ("DE", "CH", "ES", "GB"):
        edge = changed(
            document, citizenships=[home], participations=[{**document["participations"][0], "citizenship": home}]
        )
        assert assess(edge, dataset, TODAY).routes
