from datetime import date

import pytest

from generator.rules.findings import Outcome
from tests.applicants import changed, finding, found, student


def invited(day: str, born: str, home: str = "DE", **answers: object) -> dict:
    return student(home, date_of_birth=born, invitation={"received_on": day}, assessed_on=day, **answers)


@pytest.mark.parametrize(
    ("day", "born", "home", "outcome"),
    [
        ("2027-02-15", "1991-02-16", "FR", "met"),
        ("2027-02-15", "1991-02-15", "FR", "AGE_OVER"),
        ("2027-02-15", "2009-02-15", "IT", "met"),
        ("2027-02-15", "2009-02-16", "IT", "AGE_UNDER"),
        ("2027-02-15", "1996-02-16", "SE", "met"),
        ("2027-02-15", "1996-02-15", "SE", "AGE_OVER"),
        ("2027-02-15", ..., "DE", "unknown"),
        ("2027-02-15", "1996-02-15", "LU", "SOURCES_CONFLICT"),
        ("2027-02-15", "1996-02-16", "LU", "met"),
        ("2027-02-15", "1991-02-16", "LU", "SOURCES_CONFLICT"),
        ("2027-02-15", "1991-02-15", "LU", "AGE_OVER"),
    ],
)
def test_the_upper_age_lasts_to_the_day_before_the_next_birthday(dataset, day, born, home, outcome):
    assert found(dataset, "age", invited(day, born, home)) == outcome


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2028-02-27", "met"),
        ("2028-02-28", "met"),
        ("2028-02-29", "AGE_OVER"),
    ],
)
def test_in_a_leap_year_29_february_is_the_birthday_and_nothing_is_in_doubt(dataset, day, outcome):
    assert found(dataset, "age", invited(day, "1992-02-29")) == outcome


@pytest.mark.parametrize(
    ("day", "born", "outcome"),
    [
        ("2027-02-27", "1992-02-29", "met"),
        ("2027-02-28", "1988-02-29", "AGE_OVER"),
        ("2031-02-28", "1992-02-29", "AGE_OVER"),
        ("2027-02-28", "1996-02-29", "met"),
    ],
)
def test_a_leap_day_birthday_is_in_doubt_only_where_the_choice_of_day_decides(dataset, day, born, outcome):
    assert found(dataset, "age", invited(day, born)) == outcome


def test_a_leap_day_birthday_decides_on_28_february_of_the_common_year_of_the_limit(dataset):
    swede = invited("2027-02-28", "1996-02-29", "SE")
    assert found(dataset, "age", swede) == "LEAP_DAY_BIRTHDAY"
    assert found(dataset, "age", changed(swede, invitation__received_on="2027-03-01")) == "AGE_OVER"
    assert finding(dataset, "age", changed(swede, invitation=...)).changes_on == date(2027, 3, 1)


def test_once_invited_the_age_is_locked(dataset):
    assert finding(dataset, "age", student("DE")).changes_on is None


@pytest.mark.parametrize(
    ("home", "born", "changes_on"),
    [
        ("DE", "2003-03-10", date(2039, 3, 10)),
        ("DE", "2010-03-10", date(2028, 3, 10)),
        ("DE", "1980-03-10", None),
        ("LU", "2003-03-10", date(2034, 3, 10)),
        ("LU", "1995-03-10", date(2031, 3, 10)),
    ],
)
def test_before_the_invitation_the_age_changes_on_a_birthday(dataset, home, born, changes_on):
    document = student(home, date_of_birth=born, invitation=...)
    assert finding(dataset, "age", document).changes_on == changes_on


def test_a_declined_invitation_is_as_if_it_had_not_come(dataset):
    document = student("FR", date_of_birth="1991-02-16", assessed_on="2027-02-16")
    assert found(dataset, "age", document) == "met"
    assert found(dataset, "age", changed(document, invitation__answer="declined")) == "AGE_OVER"


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"funds_cad": 2500}, "met"),
        ({"funds_cad": 2499.99}, "FUNDS"),
        ({"funds_cad": 0}, "FUNDS"),
        ({"funds_cad": ...}, "unknown"),
        ({"offer__paid": False}, "UNPAID_MORE_FUNDS"),
        ({"offer__paid": False, "funds_cad": 100}, "FUNDS"),
        ({"offer__paid": False, "category": "working_holiday"}, "met"),
    ],
)
def test_the_money_for_the_start_must_be_there(dataset, answers, outcome):
    assert found(dataset, "funds", student("DE", **answers)) == outcome


@pytest.mark.parametrize(
    ("insurance", "outcome"),
    [
        ({"kind": "private", "covered_until": "2027-10-29"}, "met"),
        ({"kind": "private", "covered_until": "2027-10-28"}, "INSURANCE_SHORT_NOT_EXTENDABLE"),
        ({"kind": "private", "covered_until": "2027-05-01"}, "INSURANCE_SHORT_NOT_EXTENDABLE"),
        ({"kind": "private", "covered_until": "2027-04-30"}, "INSURANCE_MISSING"),
        ({"kind": "none"}, "INSURANCE_MISSING"),
        ({"kind": "provincial_card", "covered_until": "2031-01-01"}, "INSURANCE_MISSING"),
        ({"covered_until": "2027-04-30"}, "INSURANCE_MISSING"),
        ({"covered_until": "2031-01-01"}, "unknown"),
        ({"kind": "private"}, "unknown"),
        (..., "unknown"),
    ],
)
def test_private_insurance_must_cover_the_arrival(dataset, insurance, outcome):
    assert found(dataset, "insurance", student("DE", insurance=insurance)) == outcome


@pytest.mark.parametrize(
    ("insurance", "needs"),
    [
        (..., ("insurance.kind", "insurance.covered_until")),
        ({"covered_until": "2031-01-01"}, ("insurance.kind",)),
        ({"kind": "private"}, ("insurance.covered_until",)),
    ],
)
def test_what_is_missing_of_the_insurance_is_asked_for(dataset, insurance, needs):
    assert finding(dataset, "insurance", student("DE", insurance=insurance)).needs == needs


def test_short_insurance_is_measured_without_the_passport(dataset):
    document = student("DE", insurance__covered_until="2027-09-30")
    short = changed(document, passports=[{"issuer": "DE", "expires_on": "2027-06-30"}])
    assert found(dataset, "insurance", short) == "INSURANCE_SHORT_NOT_EXTENDABLE"


def test_without_a_day_of_arrival_the_insurance_cannot_be_judged(dataset):
    document = changed(student("DE"), arrives_on=..., offer__starts_on=...)
    assert finding(dataset, "insurance", document).needs == ("arrives_on",)


@pytest.mark.parametrize(
    ("field", "criterion", "refusing", "reason"),
    [
        ("dependants_on_application", "dependants", True, "DEPENDANTS"),
        ("admissible", "admissibility", False, "INADMISSIBLE"),
    ],
)
def test_dependants_and_inadmissibility_refuse_and_silence_asks(dataset, field, criterion, refusing, reason):
    assert found(dataset, criterion, student("DE", **{field: refusing})) == reason
    assert found(dataset, criterion, student("DE", **{field: not refusing})) == "met"
    silent = finding(dataset, criterion, student("DE", **{field: ...}))
    assert (silent.outcome, silent.needs) == (Outcome.UNKNOWN, (field,))
