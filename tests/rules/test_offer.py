import pytest

from generator.rules.applicant import Province
from tests.applicants import finding, found, student


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({}, "met"),
        ({"offer__signed": False}, "NO_OFFER"),
        ({"offer__signed": ...}, "unknown"),
        ({"arrives_on": "2027-10-30"}, "NO_OFFER"),
        ({"arrives_on": "2027-10-29"}, "met"),
        ({"offer__ends_on": ...}, "met"),
        ({"offer__ends_on": ..., "arrives_on": "2027-06-01"}, "unknown"),
        ({"offer__starts_on": ..., "arrives_on": ...}, "unknown"),
        ({"category": "working_holiday", "offer": ...}, "not_applicable"),
    ],
)
def test_a_signed_offer_must_reach_the_arrival(dataset, answers, outcome):
    assert found(dataset, "offer", student("DE", **answers)) == outcome


@pytest.mark.parametrize(
    ("employer", "location", "outcome"),
    [
        (True, True, "met"),
        (True, False, "MULTI_LOCATION"),
        (True, ..., "met"),
        (False, True, "MULTI_EMPLOYER"),
        (False, False, "MULTI_EMPLOYER"),
        (..., False, "unknown"),
    ],
)
def test_the_permit_binds_to_one_employer(dataset, employer, location, outcome):
    document = student("DE", offer__one_employer=employer, offer__one_location=location)
    assert found(dataset, "one-employer", document) == outcome


@pytest.mark.parametrize(
    ("home", "category", "paid", "outcome"),
    [
        ("DE", "international_coop", True, "met"),
        ("DE", "international_coop", False, "PROVINCIAL_LAW"),
        ("DE", "international_coop", ..., "met"),
        ("CZ", "international_coop", True, "met"),
        ("CZ", "international_coop", False, "MUST_BE_PAID"),
        ("CZ", "international_coop", ..., "unknown"),
        ("DE", "young_professionals", False, "MUST_BE_PAID"),
        ("DE", "young_professionals", ..., "unknown"),
        ("DE", "working_holiday", False, "not_applicable"),
    ],
)
def test_pay_is_asked_for_by_young_professionals_and_by_the_czech_co_op(dataset, home, category, paid, outcome):
    assert found(dataset, "pay", student(home, category=category, offer__paid=paid)) == outcome


def test_the_province_is_told_with_an_unpaid_placement(dataset):
    document = student("DE", offer__paid=False, offer__province="QC")
    assert finding(dataset, "pay", document).values["province"] is Province.QC


@pytest.mark.parametrize(
    ("category", "submitted", "outcome"),
    [
        ("international_coop", True, "met"),
        ("international_coop", False, "OFFER_NUMBER_MISSING"),
        ("young_professionals", ..., "unknown"),
        ("working_holiday", False, "not_applicable"),
    ],
)
def test_the_employer_sends_the_offer_first(dataset, category, submitted, outcome):
    document = student("DE", category=category, offer__employer_submitted=submitted)
    assert found(dataset, "employer-submission", document) == outcome


@pytest.mark.parametrize(
    ("category", "teer", "diploma", "outcome"),
    [
        ("young_professionals", 0, ..., "met"),
        ("young_professionals", 3, False, "met"),
        ("young_professionals", 4, True, "met"),
        ("young_professionals", 4, False, "TEER"),
        ("young_professionals", 4, ..., "unknown"),
        ("young_professionals", 5, True, "TEER"),
        ("young_professionals", ..., True, "unknown"),
        ("international_coop", 3, ..., "met"),
        ("international_coop", 4, ..., "TEER_NOT_A_COOP_RULE"),
        ("international_coop", 5, ..., "TEER_NOT_A_COOP_RULE"),
        ("international_coop", ..., ..., "met"),
        ("working_holiday", 5, ..., "not_applicable"),
    ],
)
def test_the_skill_level_counts_for_young_professionals_only(dataset, category, teer, diploma, outcome):
    document = student("DE", category=category, offer__teer=teer, offer__diploma_in_field=diploma)
    assert found(dataset, "skill-level", document) == outcome


def test_the_diploma_is_asked_for_only_at_the_level_that_needs_it(dataset):
    document = student("DE", category="young_professionals", offer__teer=4)
    assert finding(dataset, "skill-level", document).needs == ("offer.diploma_in_field",)


@pytest.mark.parametrize(
    ("home", "category", "intra_company", "outcome"),
    [
        ("AT", "young_professionals", True, "met"),
        ("AT", "young_professionals", False, "INTRA_COMPANY_ONLY"),
        ("AT", "young_professionals", ..., "unknown"),
        ("AT", "international_coop", False, "not_applicable"),
        ("DE", "young_professionals", False, "not_applicable"),
    ],
)
def test_austrian_young_professionals_are_sent_by_their_company(dataset, home, category, intra_company, outcome):
    document = student(home, category=category, offer__intra_company=intra_company)
    assert found(dataset, "intra-company", document) == outcome
