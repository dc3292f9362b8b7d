"""What the answer says first: the verdict in a sentence, what to watch, and what would clear the way."""

from itertools import pairwise

import pytest

from generator.explain import as_text, explain
from generator.rules import assess
from tests.applicants import TODAY, student, took_part

ACCEPTED = {"received_on": "2027-02-10", "answer": "accepted", "accepted_at": "2027-02-20T07:25:00Z"}


@pytest.fixture
def told(dataset, words):
    def tell(document, lang="en"):
        return explain(assess(document, dataset, TODAY), dataset, words[lang], lang)["routes"][0]

    return tell


def advice(route):
    return {each["id"]: each["explanation"] for each in route["advice"]}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "being eligible does not mean being invited: pools open and close, and quotas and rounds of invitations "
            "decide",
        ),
        ("fr", "être admissible ne veut pas dire être invité\u00a0: les bassins ouvrent et ferment"),
    ],
)
def test_an_eligible_person_hears_that_this_is_no_invitation(told, lang, said):
    route = told(student("DE"), lang)
    assert route["verdict"] == "eligible"
    assert said in route["summary"]


def test_an_open_verdict_tells_missing_answers_from_what_nobody_has_published(told):
    assert "some answers are still missing" in told(student("DE", funds_cad=...))["summary"]
    assert "is not published" in told(student("GB", british_territory="other"))["summary"]
    assert "only a recognized organization" in told(student("MX", recognized_organization=...))["summary"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "You turn 36 on 3 March 2027: an invitation must reach you before that day."),
        ("fr", "Vous aurez 36 ans le 3 mars 2027\u00a0: une invitation doit vous parvenir avant ce jour."),
    ],
)
def test_the_birthday_that_ends_the_age_range_is_told_before_the_invitation_has_come(told, lang, said):
    route = told(student("DE", date_of_birth="1991-03-03", invitation=...), lang)
    assert advice(route) == {"last-invitation-day": said}
    assert route["advice"][0]["on"] == "2027-03-02"
    assert route["advice"][0]["facts"] == ["DE.international_coop.ages"]


@pytest.mark.parametrize(("born", "is_told"), [("1993-02-15", True), ("1993-02-16", False)])
def test_a_birthday_that_lies_more_than_two_years_ahead_is_no_advice(told, born, is_told):
    route = told(student("DE", date_of_birth=born, assessed_on="2027-02-15", invitation=...))
    assert ("last-invitation-day" in advice(route)) == is_told
    assert "last-invitation-day" in {deadline["id"] for deadline in route["deadlines"]}


def test_an_invitation_expected_after_the_birthday_must_come_before_it(told):
    route = told(student("DE", date_of_birth="1991-03-03", invitation={"received_on": "2027-03-10"}))
    assert route["verdict"] == "ineligible"
    assert advice(route) == {
        "last-invitation-day": "You turn 36 on 3 March 2027: an invitation must reach you before that day."
    }


def test_a_graduate_must_be_invited_while_the_graduation_counts(told):
    graduate = student(
        "AT",
        studies={"registered": False, "post_secondary": True, "field": "tourism", "graduated_on": "2026-06-30"},
        invitation=...,
    )
    assert advice(told(graduate)) == {
        "graduate": "Your graduation counts until 30 June 2027: an invitation must reach you by that day."
    }


def test_once_the_invitation_has_come_the_birthday_is_told_no_more(told):
    assert "last-invitation-day" not in advice(told(student("DE", date_of_birth="1991-03-03")))


@pytest.mark.parametrize(
    ("answers", "days"),
    [
        ({}, {"answer-invitation-by": "Answer the invitation by 25 February 2027."}),
        ({"invitation__answer": "accepted", "invitation__accepted_at": "2027-02-15T00:00:00Z"}, {"apply-by"}),
        ({"invitation": ACCEPTED}, {"apply-by": "Send the application by 12 March 2027 at 07:25 UTC."}),
        ({"invitation": ACCEPTED, "application_submitted_at": "2027-03-01T00:00:00Z"}, {}),
        (
            {"invitation": ACCEPTED, "assessed_on": "2027-02-25", "biometrics_letter_on": "2027-02-25"},
            {"biometrics-by", "apply-by"},
        ),
        (
            {"invitation": ..., "arrives_on": ..., "offer__starts_on": ..., "entry_letter_expires_on": "2028-01-31"},
            {"entry-letter-expires"},
        ),
    ],
)
def test_a_day_to_keep_is_told_until_it_is_kept_and_the_nearest_first(told, answers, days):
    route = told(student("DE", **answers))
    found = advice(route)
    assert found == days if isinstance(days, dict) else found.keys() == days
    assert all(one["on"] <= other["on"] for one, other in pairwise(route["advice"]))


def test_a_gap_is_told_until_the_arrival_is_known(told):
    earlier = [took_part("PL", "working_holiday", 2025, "2026-02-01", "2027-01-31")]
    open_route = told(student("PL", participations=earlier, invitation=..., arrives_on=..., offer__starts_on=...))
    assert advice(open_route)["gap-ends"].startswith("Do not arrive before 31 July 2027")
    settled = told(student("PL", participations=earlier, arrives_on="2027-08-01"))
    assert "gap-ends" not in advice(settled)


@pytest.mark.parametrize(
    ("answers", "paper", "until"),
    [
        ({"passports": [{"issuer": "DE", "expires_on": "2027-08-01"}]}, "passport", "29 October 2027"),
        ({"insurance__covered_until": "2027-07-01"}, "insurance", "29 October 2027"),
        (
            {"insurance__covered_until": "2027-07-01", "passports": [{"issuer": "DE", "expires_on": "2027-08-01"}]},
            "insurance",
            "1 August 2027",
        ),
    ],
)
def test_what_a_longer_paper_would_bring_is_told_where_a_paper_ends_the_permit(told, answers, paper, until):
    assert advice(told(student("DE", **answers)))[paper].endswith(f"the permit could last to {until}.")


def test_two_papers_that_end_on_one_day_promise_nothing(told):
    day = "2027-08-01"
    route = told(student("DE", insurance__covered_until=day, passports=[{"issuer": "DE", "expires_on": day}]))
    assert route["permit"]["limited_by"] == "passport"
    assert "passport" not in advice(route)


def test_where_nothing_can_be_changed_that_is_said_whatever_else_is_missing(told):
    assert advice(told(student("DE", date_of_birth="1980-01-01"))).keys() == {"nothing"}
    assert advice(told(student("DE", date_of_birth="1980-01-01", funds_cad=...))).keys() == {"nothing"}
    assert advice(told(student("DE", funds_cad=100, insurance=...))) == {}
    assert advice(told(student("DE", funds_cad=100))) == {}


def test_without_an_agreement_the_organizations_are_named_unless_another_citizenship_serves(told):
    assert advice(told(student("MX", recognized_organization=False))).keys() == {"organization"}
    dual = student("DE", citizenships=["MX", "DE"], apply_as="MX", recognized_organization=False)
    assert advice(told(dual)).keys() == {"nothing"}


def test_who_has_used_up_the_agreement_hears_of_the_organizations(told):
    earlier = [
        took_part("GB", "working_holiday", 2023, "2023-01-01", "2023-12-31"),
        took_part("GB", "international_coop", 2024, "2024-01-01", "2024-12-31"),
    ]
    route = told(student("GB", participations=earlier))
    assert "PARTICIPATIONS_USED" in route["reasons"]
    assert "You may still be able to take part through a recognized organization" in advice(route)["organization-still"]


def test_the_permit_tells_the_day_of_every_limit_that_is_known(told):
    limits = told(student("CH"))["permit"]["limits"]
    assert [limit["id"] for limit in limits] == ["agreement", "offer", "passport", "insurance", "cumulative"]
    permit = told(student("DE", insurance=...))["permit"]
    assert {limit["id"]: limit["on"] for limit in permit["limits"]} == {
        "agreement": "2028-05-01",
        "offer": "2027-10-29",
        "passport": "2032-01-01",
    }
    assert permit["ends_on"] == min(limit["on"] for limit in permit["limits"])


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_text_says_what_the_page_says(dataset, words, lang):
    for document in (
        student("DE", date_of_birth="1992-03-01", invitation=...),
        student("DE", funds_cad=100, insurance=...),
    ):
        explained = explain(assess(document, dataset, TODAY), dataset, words[lang], lang)
        text = " ".join(as_text(explained, dataset, words[lang], lang, {"insurance.kind": "?"}).split())
        (route,) = explained["routes"]
        steps = [*route["advice"], *route["openings"]]
        assert steps
        for said in (route["summary"], *(step["explanation"] for step in steps)):
            assert " ".join(said.split()) in text
