from datetime import date

import pytest

from generator.rules.permit import Limit
from tests.applicants import changed, only_route, student, took_part


@pytest.mark.parametrize(
    ("home", "answers", "months", "ends_on", "limit"),
    [
        ("DE", {}, 12, "2027-10-29", Limit.OFFER),
        ("DE", {"offer__ends_on": "2029-01-01"}, 12, "2028-05-01", Limit.AGREEMENT),
        ("DE", {"offer__ends_on": "2028-05-01"}, 12, "2028-05-01", Limit.AGREEMENT),
        ("DE", {"insurance__covered_until": "2027-10-29"}, 12, "2027-10-29", Limit.OFFER),
        ("DE", {"insurance__covered_until": "2027-09-01"}, 12, "2027-09-01", Limit.INSURANCE),
        ("DE", {"insurance": {"covered_until": "2027-09-01"}}, 12, "2027-09-01", Limit.INSURANCE),
        ("DE", {"insurance": {"kind": "none", "covered_until": "2027-09-01"}}, 12, "2027-10-29", Limit.OFFER),
        ("DE", {"passports": [{"issuer": "DE", "expires_on": "2027-09-01"}]}, 12, "2027-09-01", Limit.PASSPORT),
        ("DE", {"category": "working_holiday"}, 12, "2028-05-01", Limit.AGREEMENT),
        ("PT", {"offer__ends_on": "2030-01-01"}, 24, "2029-05-01", Limit.AGREEMENT),
        ("NZ", {"category": "working_holiday"}, 23, "2029-04-01", Limit.AGREEMENT),
        ("AT", {"offer__ends_on": "2028-02-28"}, 6, "2027-11-01", Limit.AGREEMENT),
        ("DE", {"arrives_on": "2027-08-31", "offer__ends_on": "2029-01-01"}, 12, "2028-08-31", Limit.AGREEMENT),
        ("DE", {"arrives_on": ..., "offer__ends_on": "2029-01-01"}, 12, "2028-05-03", Limit.AGREEMENT),
    ],
)
def test_a_permit_ends_with_the_first_of_its_limits(dataset, home, answers, months, ends_on, limit):
    permit = only_route(dataset, student(home, **answers)).permit
    assert permit.maximum_months == months
    assert (permit.ends_on, permit.limited_by) == (date.fromisoformat(ends_on), limit)


def test_a_cap_on_all_permits_ends_the_permit(dataset):
    earlier = took_part("CH", "young_professionals", 2025, "2025-01-10", "2026-01-09")
    permit = only_route(dataset, student("CH", participations=[earlier], offer__ends_on="2029-01-01")).permit
    assert (permit.maximum_months, permit.ends_on, permit.limited_by) == (6, date(2027, 11, 1), Limit.CUMULATIVE)


@pytest.mark.parametrize(
    ("answers", "needs"),
    [
        ({}, ()),
        ({"offer__ends_on": ...}, ("offer.ends_on",)),
        ({"category": "working_holiday", "offer__ends_on": ...}, ()),
        ({"passports": ...}, ("passports",)),
        ({"passports": [{"issuer": "DE"}]}, ("passports.0.expires_on",)),
        ({"insurance": ...}, ("insurance.covered_until",)),
        ({"insurance": {"kind": "private"}}, ("insurance.covered_until",)),
        ({"insurance": {"kind": "none"}}, ()),
        ({"arrives_on": ..., "offer__starts_on": ...}, ("arrives_on",)),
    ],
)
def test_what_may_end_a_permit_earlier_is_asked_for(dataset, answers, needs):
    assert only_route(dataset, student("DE", **answers)).permit.needs == needs


def test_earlier_participations_that_decide_the_length_are_asked_for(dataset):
    permit = only_route(dataset, student("GB", participations=...)).permit
    assert (permit.maximum_months, permit.needs) == (24, ("participations",))


def test_without_a_day_of_arrival_a_permit_has_no_days(dataset):
    permit = only_route(dataset, changed(student("DE"), arrives_on=..., offer__starts_on=...)).permit
    assert (permit.starts_on, permit.ends_on, permit.limited_by, permit.maximum_months) == (None, None, None, 12)
