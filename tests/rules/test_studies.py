from datetime import date

import pytest

from tests.applicants import finding, found, student


@pytest.mark.parametrize(
    ("home", "studies", "outcome"),
    [
        ("DE", {"registered": True, "post_secondary": True}, "met"),
        ("DE", {"registered": False, "post_secondary": True}, "NOT_STUDENT"),
        ("DE", {"registered": False}, "NOT_STUDENT"),
        ("DE", {"registered": True, "post_secondary": False}, "NOT_POST_SECONDARY"),
        ("DE", {"post_secondary": False}, "NOT_POST_SECONDARY"),
        ("DE", {"registered": True}, "unknown"),
        ("DE", {"post_secondary": True}, "unknown"),
        ("DE", {"registered": False, "post_secondary": True, "graduated_on": "2027-01-15"}, "NOT_STUDENT"),
        ("DE", {"registered": True, "post_secondary": False, "training_centre": True}, "NOT_POST_SECONDARY"),
        ("FR", {"registered": True, "post_secondary": False, "training_centre": True, "school_country": "FR"}, "met"),
        (
            "FR",
            {"registered": True, "post_secondary": False, "training_centre": True, "school_country": "BE"},
            "NOT_POST_SECONDARY",
        ),
        ("FR", {"registered": True, "post_secondary": False, "training_centre": True}, "unknown"),
        ("FR", {"registered": True, "post_secondary": False}, "unknown"),
        ("FR", {"registered": True, "post_secondary": False, "training_centre": False}, "NOT_POST_SECONDARY"),
        ("FR", {"registered": True, "training_centre": True, "school_country": "FR"}, "met"),
    ],
)
def test_a_co_op_student_is_registered_at_a_post_secondary_school(dataset, home, studies, outcome):
    assert found(dataset, "studies", student(home, studies=studies)) == outcome


@pytest.mark.parametrize(
    ("graduated_on", "outcome"),
    [
        ("2026-06-30", "met"),
        ("2026-02-15", "met"),
        ("2026-02-14", "NOT_STUDENT"),
        ("2027-02-15", "met"),
        ("2027-02-16", "NOT_STUDENT"),
        (..., "unknown"),
    ],
)
def test_austria_accepts_graduates_of_the_past_twelve_months(dataset, graduated_on, outcome):
    graduate = student("AT", studies__registered=False, studies__graduated_on=graduated_on)
    assert found(dataset, "studies", graduate) == outcome


def test_a_lately_graduated_austrian_need_not_say_whether_still_registered(dataset):
    graduate = student("AT", studies__registered=..., studies__graduated_on="2026-06-30")
    assert found(dataset, "studies", graduate) == "met"


def test_the_time_of_an_austrian_graduate_runs_out_by_itself(dataset):
    graduate = student("AT", studies__registered=False, studies__graduated_on="2026-06-30", invitation=...)
    assert finding(dataset, "studies", graduate).changes_on == date(2027, 7, 1)


@pytest.mark.parametrize(
    ("home", "studies", "needs"),
    [
        ("DE", {}, ("studies.registered", "studies.post_secondary")),
        ("FR", {"registered": True, "post_secondary": False}, ("studies.training_centre",)),
        ("FR", {"registered": True, "post_secondary": False, "training_centre": True}, ("studies.school_country",)),
        ("AT", {"registered": False, "post_secondary": True}, ("studies.graduated_on",)),
        ("AT", {"post_secondary": True}, ("studies.registered",)),
    ],
)
def test_an_exception_is_asked_about_only_once_the_plain_answer_fails(dataset, home, studies, needs):
    assert finding(dataset, "studies", student(home, studies=studies)).needs == needs


@pytest.mark.parametrize(
    ("home", "school", "outcome"),
    [
        ("ES", "ES", "met"),
        ("ES", "FR", "SCHOOL_COUNTRY"),
        ("ES", ..., "unknown"),
        ("DE", "NL", "not_applicable"),
        ("AT", "DE", "not_applicable"),
    ],
)
def test_some_agreements_ask_for_a_school_in_the_country(dataset, home, school, outcome):
    assert found(dataset, "school-country", student(home, studies__school_country=school)) == outcome


@pytest.mark.parametrize(
    ("field", "sector", "outcome"),
    [
        ("tourism", "tourism", "met"),
        ("forestry", "agriculture", "met"),
        ("other", "tourism", "FIELD_RESTRICTED"),
        ("tourism", "other", "FIELD_RESTRICTED"),
        ("other", ..., "FIELD_RESTRICTED"),
        (..., "other", "FIELD_RESTRICTED"),
        (..., "tourism", "unknown"),
        ("tourism", ..., "unknown"),
    ],
)
def test_austria_takes_three_fields_for_the_studies_and_for_the_placement(dataset, field, sector, outcome):
    document = student("AT", studies__field=field, offer__sector=sector)
    assert found(dataset, "restricted-field", document) == outcome


def test_other_agreements_take_every_field(dataset):
    assert found(dataset, "restricted-field", student("DE", studies__field="other")) == "not_applicable"


@pytest.mark.parametrize(
    ("criterion", "field", "reason"),
    [
        ("placement-required", "offer__required_for_studies", "PLACEMENT_NOT_REQUIRED"),
        ("field-of-study", "offer__related_to_field", "FIELD_MISMATCH"),
    ],
)
def test_the_placement_belongs_to_the_studies(dataset, criterion, field, reason):
    assert found(dataset, criterion, student("DE")) == "met"
    assert found(dataset, criterion, student("DE", **{field: False})) == reason
    assert found(dataset, criterion, student("DE", **{field: ...})) == "unknown"


@pytest.mark.parametrize(
    "criterion", ["studies", "school-country", "restricted-field", "placement-required", "field-of-study"]
)
def test_the_other_categories_do_not_look_at_studies(dataset, criterion):
    document = student("AT", category="young_professionals", studies={}, offer__related_to_field=False)
    assert found(dataset, criterion, document) == "not_applicable"
