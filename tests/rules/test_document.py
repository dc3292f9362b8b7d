import pytest

from tests.applicants import changed, finding, found, student

GERMAN = {"issuer": "DE", "expires_on": "2032-01-01"}
FRENCH = {"issuer": "FR", "expires_on": "2032-01-01"}
REFUGEE = {"issuer": "DE", "kind": "refugee_travel_document", "expires_on": "2032-01-01"}
BNO = {"issuer": "GB", "kind": "british_national_overseas", "expires_on": "2032-01-01"}
SAR = {"issuer": "HK", "kind": "hong_kong_sar", "expires_on": "2032-01-01"}


@pytest.mark.parametrize(
    ("home", "passports", "outcome"),
    [
        ("DE", [GERMAN], "met"),
        ("DE", ..., "unknown"),
        ("DE", [], "WRONG_PASSPORT"),
        ("DE", [FRENCH], "WRONG_PASSPORT"),
        ("DE", [REFUGEE], "REFUGEE_DOC"),
        ("DE", [REFUGEE, FRENCH], "WRONG_PASSPORT"),
        ("DE", [REFUGEE, GERMAN], "met"),
        ("DE", [{"expires_on": "2032-01-01"}], "unknown"),
        ("DE", [{"issuer": "DE"}], "unknown"),
        ("DE", [{"issuer": "DE", "expires_on": "2027-04-30"}], "PASSPORT_EXPIRED"),
        ("DE", [{"issuer": "DE", "expires_on": "2027-05-01"}], "PASSPORT_SHORT"),
        ("DE", [{"issuer": "DE", "expires_on": "2027-10-28"}], "PASSPORT_SHORT"),
        ("DE", [{"issuer": "DE", "expires_on": "2027-10-29"}], "met"),
        ("DE", [{"issuer": "DE", "expires_on": "2027-04-30"}, {"issuer": "DE"}], "unknown"),
        ("DE", [{"issuer": "DE", "expires_on": "2027-04-30"}, {"expires_on": "2032-01-01"}], "unknown"),
        ("DE", [{"issuer": "DE", "expires_on": "2027-04-30"}, GERMAN], "met"),
        ("SM", [{"kind": "british_national_overseas", "expires_on": "2032-01-01"}], "WRONG_PASSPORT"),
        ("US", [{"issuer": "US", "expires_on": "2027-05-02"}], "met"),
        ("GB", [BNO], "WRONG_PASSPORT"),
        ("GB", [{"issuer": "JE", "expires_on": "2032-01-01"}], "met"),
    ],
)
def test_the_travel_document_must_be_of_the_citizenship_and_valid_on_arrival(dataset, home, passports, outcome):
    assert found(dataset, "travel-document", student(home, passports=passports)) == outcome


@pytest.mark.parametrize(
    ("passports", "outcome"),
    [
        ([SAR], "met"),
        ([BNO], "met"),
        ([{**BNO, "issuer": "HK"}], "WRONG_PASSPORT"),
        ([{"issuer": "HK", "expires_on": "2032-01-01"}], "WRONG_PASSPORT"),
    ],
)
def test_hong_kong_takes_its_own_passport_or_a_bno_passport_issued_by_the_united_kingdom(dataset, passports, outcome):
    document = student("HK", category="working_holiday", passports=passports)
    assert found(dataset, "travel-document", document) == outcome


def test_without_a_day_of_arrival_the_passport_cannot_be_judged(dataset):
    document = changed(student("DE"), arrives_on=..., offer__starts_on=...)
    assert finding(dataset, "travel-document", document).needs == ("arrives_on",)


def test_a_short_passport_is_measured_without_the_insurance(dataset):
    document = student("DE", passports=[{"issuer": "DE", "expires_on": "2027-09-30"}])
    short = changed(document, insurance__covered_until="2027-06-30")
    assert found(dataset, "travel-document", short) == "PASSPORT_SHORT"


def test_a_paper_that_expires_is_asked_for_by_its_place_in_the_list(dataset):
    document = student("DE", passports=[FRENCH, {"issuer": "DE"}])
    assert finding(dataset, "travel-document", document).needs == ("passports.1.expires_on",)
