import json
from datetime import date

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publish import facts_on
from generator.rules.facts import NotKnownError

DAY = date(2026, 11, 22)
COOP = {
    "AU",
    "AT",
    "CL",
    "CR",
    "HR",
    "CZ",
    "EE",
    "FI",
    "FR",
    "DE",
    "GR",
    "IE",
    "IT",
    "LV",
    "LT",
    "LU",
    "NO",
    "PL",
    "PT",
    "SK",
    "SI",
    "KR",
    "ES",
    "SE",
    "CH",
    "TW",
    "GB",
}


@pytest.fixture(scope="module")
def countries(dataset):
    return facts_on(dataset, DAY)["countries"]


def test_a_country_shows_every_fact_of_the_plain_view(countries):
    germany = countries["DE"]
    assert germany["name"] == {"en": "Germany", "fr": "Allemagne"}
    assert germany["partner"] is True
    assert germany["participations"] == {"total": 2, "repeat_category": False, "cumulative_months": None}
    coop = germany["categories"]["international_coop"]
    assert {key: coop[key] for key in list(coop)[:10]} == {
        "available": True,
        "min_age": 18,
        "max_age": 35,
        "max_months": 12,
        "permit": "employer_specific",
        "discontinuance_months": 0,
        "residence_required": False,
        "school_country": None,
        "status": "official",
        "checked_on": "2026-11-22",
    }
    assert coop["sources"][0]["id"] == "ircc-bilateral"


def test_36_partners_and_27_co_op_agreements_are_in_force(countries):
    assert sum(country["partner"] for country in countries.values()) == 36
    assert {
        code for code, country in countries.items() if country["categories"]["international_coop"]["available"]
    } == COOP


def test_a_category_that_is_not_offered_shows_nothing_else(countries):
    assert countries["JP"]["categories"]["international_coop"] == {"available": False}
    assert countries["MX"]["participations"]["total"] is None


@pytest.mark.parametrize(
    ("code", "repeat"), [("CL", True), ("DE", False), ("KR", "limited"), ("IS", None), ("FR", None)]
)
def test_repeats_are_told_apart(countries, code, repeat):
    assert countries[code]["participations"]["repeat_category"] == repeat


def test_the_length_is_that_of_a_first_participation_and_the_cap_stands_apart(countries):
    assert countries["GB"]["categories"]["international_coop"]["max_months"] == 24
    assert countries["CH"]["participations"]["cumulative_months"] == 18


def test_a_category_is_as_doubtful_as_its_most_doubtful_fact(countries):
    assert countries["AU"]["categories"]["international_coop"]["status"] == "conflicting"
    assert countries["LU"]["categories"]["working_holiday"]["status"] == "conflicting"


def test_what_is_not_known_of_a_day_is_said_to_be_so(dataset):
    korea = facts_on(dataset, date(2023, 12, 11))["countries"]["KR"]["categories"]["international_coop"]
    assert (korea["available"], korea["max_months"], korea["max_age"]) == (True, 24, "not_known")
    assert facts_on(dataset, date(2023, 12, 10))["countries"]["KR"]["categories"]["international_coop"] == {
        "available": False
    }
    germany = facts_on(dataset, date(2024, 6, 1))["countries"]["DE"]
    assert germany["partner"] == germany["participations"]["total"] == "not_known"


def test_a_day_before_all_facts_is_refused(dataset):
    with pytest.raises(NotKnownError):
        facts_on(dataset, date(2010, 1, 1))
    result = CliRunner().invoke(main, ["facts", "--as-of", "2010-01-01"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the first day with facts is" in result.stderr


def test_the_command_prints_the_same_view(dataset):
    result = CliRunner().invoke(main, ["facts", "--as-of", "2026-11-22"])
    assert json.loads(result.stdout) == facts_on(dataset, DAY)
