import pytest

from generator.rules.findings import Outcome, Verdict
from generator.rules.route import CRITERIA
from tests.applicants import changed, finding, found, only_route, student, took_part

TOOK_PART = took_part("DE", "working_holiday", 2023, "2023-01-01", "2023-12-31")


def test_a_partner_has_an_agreement(dataset):
    assert found(dataset, "agreement", student("DE")) == "met"


def test_norway_is_a_partner_and_no_boolean(dataset):
    assert found(dataset, "agreement", student("NO")) == "met"


@pytest.mark.parametrize("country", ["MX", "UA", "US", "CA"])
def test_a_country_without_agreement_is_refused_and_nothing_else_is_asked_but_the_passport(dataset, country):
    route = only_route(dataset, student(country))
    assert {finding.criterion: finding.outcome for finding in route.findings} == {
        **dict.fromkeys(CRITERIA, Outcome.NOT_APPLICABLE),
        "agreement": Outcome.UNMET,
        "travel-document": Outcome.MET,
    }
    assert route.permit is None
    assert route.deadlines == route.costs == route.papers == ()


def test_through_a_recognized_organization_the_category_stays_open_because_its_terms_are_not_published(dataset):
    document = student("US", recognized_organization=True)
    assert found(dataset, "agreement", document) == "VIA_RECOGNIZED_ORGANIZATION"
    offered = finding(dataset, "category-offered", document)
    assert (offered.outcome, offered.needs) == (Outcome.UNKNOWN, ())
    assert only_route(dataset, document).verdict is Verdict.UNDETERMINED


def test_whether_somebody_from_no_partner_country_has_an_organization_is_asked(dataset):
    agreement = finding(dataset, "agreement", student("US", recognized_organization=...))
    assert (agreement.outcome, agreement.needs) == (Outcome.UNKNOWN, ("recognized_organization",))


def test_a_partners_citizen_needs_no_organization_for_another_citizenship(dataset):
    document = student("DE", citizenships=["DE", "US"], apply_as="US", recognized_organization=True)
    assert found(dataset, "agreement", document) == "NOT_PARTNER"


def test_for_a_partners_citizen_an_organization_is_named_and_changes_nothing(dataset):
    named = finding(dataset, "agreement", student("DE", recognized_organization=True))
    assert (named.outcome, named.variant) == (Outcome.MET, "with-organization")


@pytest.mark.parametrize(
    ("document", "organization"),
    [
        (student("US", recognized_organization=...), "needed"),
        (student("US", recognized_organization=True), "needed"),
        (student("US", recognized_organization=False), "instead"),
        (student("DE", recognized_organization=True), None),
        (student("JP"), None),
        (student("DE", citizenships=["DE", "US"], apply_as="US", recognized_organization=False), None),
        (student("DE", participations=[TOOK_PART]), None),
        (student("DE", participations=[TOOK_PART, {**TOOK_PART, "category": "young_professionals"}]), "still"),
    ],
)
def test_a_route_says_what_a_recognized_organization_is_to_it(dataset, document, organization):
    assert only_route(dataset, document).organization == organization


def test_a_canadian_citizen_is_warned(dataset):
    document = student("DE", citizenships=["DE", "CA"], apply_as="DE")
    assert found(dataset, "agreement", document) == "CANADIAN_CITIZEN"


@pytest.mark.parametrize(
    ("home", "territory", "outcome"),
    [
        ("GB", "united_kingdom", "met"),
        ("GB", "jersey", "met"),
        ("GB", "guernsey", "met"),
        ("GB", "other", "unknown"),
        ("JE", "united_kingdom", "met"),
        ("GG", "united_kingdom", "met"),
        ("IM", "united_kingdom", "unknown"),
        ("JE", "other", "unknown"),
    ],
)
def test_the_british_agreement_reaches_jersey_and_guernsey_and_of_the_rest_nothing_is_published(
    dataset, home, territory, outcome
):
    document = student("GB", citizenships=[home], british_territory=territory)
    agreement = finding(dataset, "agreement", document)
    assert (agreement.outcome.value, agreement.needs) == (outcome, ())


def test_a_british_territory_that_may_not_be_reached_is_still_judged_by_the_british_terms(dataset):
    route = only_route(dataset, student("GB", british_territory="other", participations=[]))
    assert route.verdict is Verdict.UNDETERMINED
    assert route.permit.maximum_months == 24


@pytest.mark.parametrize("home", ["AW", "CW", "SX", "BQ"])
def test_people_of_the_dutch_caribbean_are_dutch_and_must_live_in_the_netherlands(dataset, home):
    document = student("NL", category="young_professionals", citizenships=[home], residence=home)
    assert found(dataset, "agreement", document) == "met"
    assert found(dataset, "residence", document) == "RESIDENCE"
    assert found(dataset, "residence", changed(document, residence="NL")) == "met"


@pytest.mark.parametrize(
    ("home", "category", "outcome"),
    [
        ("JP", "international_coop", "CATEGORY_NOT_AVAILABLE"),
        ("JP", "working_holiday", "met"),
        ("CH", "working_holiday", "CATEGORY_NOT_AVAILABLE"),
        ("NL", "young_professionals", "met"),
    ],
)
def test_a_category_is_open_only_where_the_agreement_offers_it(dataset, home, category, outcome):
    assert found(dataset, "category-offered", student(home, category=category)) == outcome


@pytest.mark.parametrize(
    ("home", "category", "lives_in", "outcome"),
    [
        ("DE", "international_coop", "NL", "not_applicable"),
        ("AT", "international_coop", "DE", "RESIDENCE"),
        ("AT", "working_holiday", "DE", "not_applicable"),
        ("DK", "working_holiday", "GL", "met"),
        ("DK", "working_holiday", "FO", "met"),
        ("DK", "working_holiday", "IS", "RESIDENCE"),
        ("ES", "international_coop", ..., "unknown"),
    ],
)
def test_residence_is_asked_for_by_some_agreements_only(dataset, home, category, lives_in, outcome):
    assert found(dataset, "residence", student(home, category=category, residence=lives_in)) == outcome
