from datetime import date

import pytest

from generator.rules import assess
from generator.rules.findings import Verdict
from generator.rules.remedies import applied
from tests.applicants import TODAY, changed, only_route, student, took_part

UNDATED = {"category": "working_holiday", "offer": ..., "arrives_on": ...}


def remedies_of(dataset, document):
    (judged,) = assess(document, dataset, TODAY).routes
    return judged.remedies


@pytest.mark.parametrize(
    ("home", "answers", "changes"),
    [
        ("DE", {"funds_cad": 100}, {"funds_cad": 2500}),
        ("IT", {"date_of_birth": "2009-02-16"}, {"invitation.received_on": "2027-02-16"}),
        ("ES", {"residence": "FR"}, {"residence": "ES"}),
        ("DE", {"studies__registered": False}, {"studies.registered": True}),
        ("DE", {"offer__employer_submitted": False}, {"offer.employer_submitted": True}),
        ("DE", {"offer__signed": False}, {"offer.signed": True}),
        ("DE", {"arrives_on": "2027-11-01"}, {"arrives_on": "2027-05-03"}),
        ("CZ", {"offer__paid": False}, {"offer.paid": True}),
        ("AT", {"offer__sector": "other"}, {"offer.sector": "tourism"}),
        ("DE", {"dependants_on_application": True}, {"dependants_on_application": False}),
        ("DE", {"entry_letter_expires_on": "2027-04-20"}, {"arrives_on": "2027-04-20"}),
        ("DE", {"insurance": {"kind": "none"}}, {"insurance": {"kind": "private", "covered_until": "2027-10-29"}}),
        (
            "DE",
            {"passports": [{"issuer": "DE", "expires_on": "2027-03-01"}, {"issuer": "FR", "expires_on": "2030-01-01"}]},
            {
                "passports": [
                    {"issuer": "FR", "kind": "ordinary", "expires_on": "2030-01-01"},
                    {"issuer": "DE", "kind": "ordinary", "expires_on": "2027-10-29"},
                ]
            },
        ),
        (
            "PL",
            {"participations": [took_part("PL", "working_holiday", 2025, "2026-02-01", "2027-01-31")]},
            {"arrives_on": "2027-07-31"},
        ),
        (
            "DE",
            {
                "offer__ends_on": "2028-04-01",
                "season": 2027,
                "participations": [took_part("DE", "working_holiday", 2027, "2027-01-02", "2027-02-01")],
            },
            {"season": 2028, "invitation.received_on": "2028-01-01", "arrives_on": "2028-01-01"},
        ),
        (
            "DE",
            {"invitation__answer": "none", "assessed_on": "2027-03-20"},
            {"invitation": {"received_on": "2027-03-20"}},
        ),
    ],
)
def test_what_stands_in_the_way_has_its_smallest_change(dataset, home, answers, changes):
    document = student(home, **answers)
    (remedy, *_) = remedies_of(dataset, document)
    assert {change.field: change.value for change in remedy.changes} == changes
    assert only_route(dataset, applied(document, remedy.changes)).verdict is Verdict.ELIGIBLE


def test_a_missed_application_starts_again_with_a_new_invitation(dataset):
    document = student(
        "DE",
        invitation={"received_on": "2027-02-15", "answer": "accepted", "accepted_at": "2027-02-20T07:25:00Z"},
        application_submitted_at="2027-03-12T07:30:00Z",
        assessed_on="2027-03-13",
    )
    (remedy,) = remedies_of(dataset, document)
    assert {change.field: change.value for change in remedy.changes} == {
        "invitation": {"received_on": "2027-03-13"},
        "application_submitted_at": None,
    }


def test_a_later_invitation_moves_an_arrival_that_would_come_before_it(dataset):
    earlier = took_part("DE", "working_holiday", 2027, "2027-01-02", "2027-02-01")
    document = student("DE", participations=[earlier], offer__ends_on="2028-04-01")
    (remedy,) = remedies_of(dataset, document)
    assert {change.field: change.value for change in remedy.changes} == {
        "invitation.received_on": "2028-01-01",
        "arrives_on": "2028-01-01",
    }


def test_two_obstacles_need_two_changes(dataset):
    (remedy,) = remedies_of(dataset, student("ES", residence="FR", studies__school_country="FR"))
    assert remedy.id == "RESIDENCE+SCHOOL_COUNTRY"


def test_three_obstacles_need_three_changes(dataset):
    document = student("DE", funds_cad=0, offer__signed=False, dependants_on_application=True)
    (remedy,) = remedies_of(dataset, document)
    assert len(remedy.changes) == 3


def test_a_change_that_answers_two_obstacles_is_told_alone(dataset):
    document = student("DE", arrives_on="2027-11-15", entry_letter_expires_on="2027-06-01")
    assert [[change.value for change in remedy.changes] for remedy in remedies_of(dataset, document)] == [
        ["2027-05-03"],
        ["2027-06-01"],
    ]


def test_what_would_have_been_possible_in_the_past_is_no_remedy(dataset):
    over = student("DE", arrives_on="2027-11-15", assessed_on="2027-11-01", invitation={"received_on": "2027-11-01"})
    assert remedies_of(dataset, over) == ()
    gap = [took_part("PL", "working_holiday", 2025, "2026-01-01", "2026-08-01")]
    assert remedies_of(dataset, student("PL", participations=gap, arrives_on="2027-01-20")) == ()


def test_an_offer_that_ends_within_a_gap_moves_along_with_the_arrival(dataset):
    earlier = took_part("PL", "working_holiday", 2025, "2026-02-01", "2027-06-30")
    document = student("PL", participations=[earlier])
    (remedy,) = remedies_of(dataset, document)
    assert {change.field: change.value for change in remedy.changes} == {
        "arrives_on": "2027-12-30",
        "offer.starts_on": "2027-12-30",
        "offer.ends_on": "2028-06-26",
    }
    assert remedy.id == "GAP.offer"


def test_a_letter_that_is_over_already_asks_for_a_new_invitation(dataset):
    letter = {"entry_letter_expires_on": "2027-02-01", "biometrics_letter_on": "2026-11-20"}
    (remedy,) = remedies_of(dataset, student("DE", **letter))
    assert {change.field: change.value for change in remedy.changes} == {
        "invitation.received_on": TODAY.isoformat(),
        "entry_letter_expires_on": None,
        "biometrics_letter_on": None,
    }


def test_a_job_that_asks_for_a_diploma_has_two_ways_out(dataset):
    job = {**student("DE")["offer"], "teer": 4, "diploma_in_field": False, "paid": True}
    found = remedies_of(dataset, student("DE", category="young_professionals", offer=job))
    assert {remedy.id: remedy.changes[0].value for remedy in found} == {"TEER": 3, "TEER.with-diploma": True}


@pytest.mark.parametrize(
    ("answers", "changes"),
    [
        ({**UNDATED, "insurance": {"kind": "none"}}, {"insurance": {"kind": "private"}}),
        ({**UNDATED, "passports": []}, {"passports": [{"issuer": "DE", "kind": "ordinary"}]}),
        ({"studies__registered": False, "studies__post_secondary": ...}, {"studies.registered": True}),
    ],
)
def test_a_change_that_leaves_answers_open_is_told_where_none_makes_eligible(dataset, answers, changes):
    (judged,) = assess(student("DE", **answers), dataset, TODAY).routes
    (opening,) = judged.openings
    assert judged.remedies == ()
    assert {change.field: change.value for change in opening.changes} == changes


def test_many_obstacles_still_have_their_changes(dataset):
    document = student(
        "DE",
        funds_cad=0,
        dependants_on_application=True,
        insurance={"kind": "none"},
        passports=[],
        studies__registered=False,
        studies__post_secondary=True,
        offer={
            **student("DE")["offer"],
            "required_for_studies": False,
            "related_to_field": False,
            "one_employer": False,
            "employer_submitted": False,
        },
    )
    (remedy,) = remedies_of(dataset, document)
    assert len(remedy.fixes) == 9


def test_a_change_that_would_spoil_the_document_is_no_remedy(dataset):
    earlier = took_part("DE", "working_holiday", 2100, "2027-01-02", "2027-02-01")
    assert remedies_of(dataset, student("DE", season=2100, participations=[earlier])) == ()


@pytest.mark.parametrize(
    ("home", "answers"),
    [
        ("DE", {"date_of_birth": "1980-01-01"}),
        ("JP", {}),
        ("MX", {}),
        ("DE", {"admissible": False}),
        ("AT", {"studies__field": "other"}),
        ("DE", {"funds_cad": 0, "date_of_birth": "1980-01-01"}),
        ("DE", {"passports": [{"issuer": "DE", "kind": "refugee_travel_document", "expires_on": "2030-01-01"}]}),
    ],
)
def test_what_a_person_cannot_change_has_no_remedy(dataset, home, answers):
    assert remedies_of(dataset, student(home, **answers)) == ()


def test_a_route_with_open_questions_has_no_remedy_yet(dataset):
    assert remedies_of(dataset, student("DE", funds_cad=0, admissible=...)) == ()


def test_an_eligible_route_needs_no_remedy(dataset):
    assert remedies_of(dataset, student("DE")) == ()


def test_changes_are_made_on_a_copy(dataset):
    document = changed(student("DE"), funds_cad=0, insurance=None)
    (remedy,) = remedies_of(dataset, student("DE", funds_cad=0))
    assert applied(document, remedy.changes)["funds_cad"] == 2500
    assert document["funds_cad"] == 0


def test_a_passport_of_hong_kong_is_named_by_its_kind(dataset):
    document = student("HK", category="working_holiday", passports=[])
    (remedy,) = remedies_of(dataset, document)
    assert remedy.changes[0].value == [
        {"issuer": "HK", "kind": "hong_kong_sar", "expires_on": date(2028, 5, 1).isoformat()}
    ]


def test_what_clears_the_way_is_told_while_answers_are_missing(dataset):
    document = student("DE", funds_cad=100, insurance=...)
    (judged,) = assess(document, dataset, TODAY).routes
    (opening,) = judged.openings
    assert judged.remedies == ()
    assert opening.id == "FUNDS"
    assert only_route(dataset, applied(document, opening.changes)).verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({"funds_cad": 100}, id="complete answers have remedies"),
        pytest.param({"insurance": ...}, id="nothing stands in the way"),
        pytest.param({"funds_cad": 100, "date_of_birth": "1980-01-01", "insurance": ...}, id="nothing helps the age"),
    ],
)
def test_otherwise_there_is_no_opening(dataset, answers):
    (judged,) = assess(student("DE", **answers), dataset, TODAY).routes
    assert judged.openings == ()
