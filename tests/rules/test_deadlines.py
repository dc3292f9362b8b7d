from datetime import UTC, date, datetime

import pytest

from generator.rules.findings import Outcome
from tests.applicants import changed, finding, found, only_route, student, took_part

RECEIVED, ACCEPTED = "2027-02-15", "2027-02-20T07:25:00Z"


def accepted(**answers: object) -> dict:
    return student("DE", invitation={"received_on": RECEIVED, "answer": "accepted", "accepted_at": ACCEPTED}, **answers)


@pytest.mark.parametrize(
    ("sent", "outcome"),
    [
        ("2027-03-12T07:25:00Z", "met"),
        ("2027-03-12T07:25:00.001Z", "DEADLINE_MISSED"),
        ("2027-03-12T07:24Z", "met"),
        ("2027-02-20T07:25:00Z", "met"),
    ],
)
def test_the_application_is_sent_within_twenty_times_24_hours(dataset, sent, outcome):
    assert found(dataset, "deadlines", accepted(application_submitted_at=sent)) == outcome


@pytest.mark.parametrize(("today", "outcome"), [("2027-03-12", "met"), ("2027-03-13", "DEADLINE_MISSED")])
def test_an_application_not_sent_by_then_is_missed_the_day_after(dataset, today, outcome):
    assert found(dataset, "deadlines", accepted(assessed_on=today)) == outcome
    assert finding(dataset, "deadlines", accepted()).changes_on == date(2027, 3, 13)


@pytest.mark.parametrize(
    ("answer", "today", "outcome"),
    [
        ("none", "2027-02-25", "met"),
        ("none", "2027-02-26", "DEADLINE_MISSED"),
        (..., "2027-06-01", "met"),
        ("declined", "2027-06-01", "met"),
    ],
)
def test_the_invitation_is_answered_within_ten_days(dataset, answer, today, outcome):
    document = student("DE", invitation__answer=answer, assessed_on=today)
    assert found(dataset, "deadlines", document) == outcome


def test_silence_is_late_from_the_eleventh_day(dataset):
    assert finding(dataset, "deadlines", student("DE", invitation__answer="none")).changes_on == date(2027, 2, 26)


def test_an_invitation_accepted_after_the_last_day_is_missed(dataset):
    late = {"received_on": RECEIVED, "answer": "accepted", "accepted_at": "2027-02-26T00:00:00Z"}
    assert found(dataset, "deadlines", student("DE", invitation=late)) == "DEADLINE_MISSED"


@pytest.mark.parametrize(
    "answers",
    [
        {"invitation": {"received_on": RECEIVED, "answer": "accepted"}},
        {"application_submitted_at": "2027-03-01T00:00:00Z"},
        {"invitation": ..., "application_submitted_at": "2027-03-01T00:00:00Z"},
    ],
)
def test_an_acceptance_or_application_without_its_moment_is_open(dataset, answers):
    open_finding = finding(dataset, "deadlines", student("DE", **answers))
    assert (open_finding.outcome, open_finding.needs) == (Outcome.UNKNOWN, ("invitation.accepted_at",))


@pytest.mark.parametrize(("expires", "outcome"), [("2027-05-01", "met"), ("2027-04-30", "ENTRY_LETTER_EXPIRED")])
def test_the_letter_of_introduction_must_last_to_the_arrival(dataset, expires, outcome):
    assert found(dataset, "deadlines", student("DE", entry_letter_expires_on=expires)) == outcome


def test_a_letter_cannot_be_judged_without_a_day_of_arrival(dataset):
    document = changed(student("DE"), arrives_on=..., offer__starts_on=..., entry_letter_expires_on="2027-08-01")
    assert finding(dataset, "deadlines", document).needs == ("arrives_on",)


def test_every_deadline_that_can_be_worked_out_is_told(dataset):
    document = changed(
        student("ES"),
        invitation={"received_on": RECEIVED, "answer": "accepted", "accepted_at": ACCEPTED},
        biometrics_letter_on="2027-03-01",
        entry_letter_expires_on="2028-03-01",
        participations=[took_part("ES", "working_holiday", 2025, "2025-01-01", "2025-12-31")],
    )
    told = {deadline.id: deadline.on or deadline.at for deadline in only_route(dataset, document).deadlines}
    assert told == {
        "last-invitation-day": date(2039, 3, 9),
        "answer-invitation-by": date(2027, 2, 25),
        "apply-by": datetime(2027, 3, 12, 7, 25, tzinfo=UTC),
        "biometrics-by": date(2027, 3, 31),
        "gap-ends": date(2026, 3, 31),
        "entry-letter-expires": date(2028, 3, 1),
        "permit-ends": date(2027, 10, 29),
    }


@pytest.mark.parametrize(
    ("answers", "done"),
    [
        ({"invitation": ..., "biometrics_letter_on": RECEIVED}, set()),
        ({}, {"last-invitation-day"}),
        ({"invitation__answer": "declined"}, set()),
        ({"invitation__answer": "accepted"}, {"last-invitation-day", "answer-invitation-by"}),
        ({"invitation__accepted_at": ACCEPTED}, {"last-invitation-day", "answer-invitation-by"}),
        ({"application_submitted_at": "2027-03-01T00:00:00Z"}, {"last-invitation-day", "answer-invitation-by"}),
        (
            {"invitation__accepted_at": ACCEPTED, "application_submitted_at": "2027-03-01T00:00:00Z"},
            {"last-invitation-day", "answer-invitation-by", "apply-by"},
        ),
    ],
)
def test_a_deadline_says_whether_what_it_asks_for_is_done(dataset, answers, done):
    deadlines = only_route(dataset, student("DE", **answers)).deadlines
    assert {deadline.id for deadline in deadlines if deadline.done} == done


def test_deadlines_of_things_that_have_not_happened_are_left_out(dataset):
    document = changed(student("DE"), invitation=..., date_of_birth=..., arrives_on=..., offer__starts_on=...)
    assert only_route(dataset, document).deadlines == ()


def test_a_deadline_names_the_facts_that_it_is_counted_with(dataset):
    document = student("DE", biometrics_letter_on="2027-03-01", entry_letter_expires_on="2028-03-01")
    named = {found.id: [fact.id for fact in found.facts] for found in only_route(dataset, document).deadlines}
    assert named["last-invitation-day"] == ["DE.international_coop.ages"]
    assert named["answer-invitation-by"] == ["programme.days_to_answer_invitation"]
    assert named["biometrics-by"] == ["programme.days_to_give_biometrics"]
    assert named["entry-letter-expires"] == []


@pytest.mark.parametrize(
    ("home", "answers", "facts"),
    [
        ("DE", {}, ["DE.international_coop.permit_months", "DE.participations"]),
        (
            "DE",
            {"passports": [{"issuer": "DE", "expires_on": "2027-09-01"}]},
            ["DE.international_coop.permit_months", "DE.participations", "programme.passport_limits_permit"],
        ),
        (
            "DE",
            {"insurance": {"kind": "private", "covered_until": "2027-09-01"}},
            ["DE.international_coop.permit_months", "DE.participations", "programme.insurance_extendable"],
        ),
    ],
)
def test_the_end_of_the_permit_names_the_facts_that_limit_it(dataset, home, answers, facts):
    route = only_route(dataset, student(home, **{"offer__ends_on": "2029-01-01", **answers}))
    (ends,) = (deadline for deadline in route.deadlines if deadline.id == "permit-ends")
    assert [fact.id for fact in ends.facts] == facts


def test_the_end_of_an_offer_names_the_fact_that_an_offer_is_needed(dataset):
    route = only_route(dataset, student("DE", offer__ends_on="2027-08-01"))
    assert "programme.offer_required" in [fact.id for fact in route.permit.facts]
