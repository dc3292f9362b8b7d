import pytest

from tests.applicants import only_route, student


def papers(dataset, home):
    return {paper.document.id for paper in only_route(dataset, student(home)).papers}


@pytest.mark.parametrize(
    ("category", "fees"),
    [
        ("international_coop", ["participation-fee", "biometrics-fee", "employer-compliance-fee"]),
        ("working_holiday", ["participation-fee", "open-work-permit-fee", "biometrics-fee"]),
    ],
)
def test_the_fees_follow_from_the_kind_of_permit(dataset, category, fees):
    route = only_route(dataset, student("DE", category=category))
    assert [cost.id for cost in route.costs] == fees


def test_the_fee_is_the_one_of_the_day_of_the_application(dataset):
    route = only_route(dataset, student("DE"))
    assert [cost.fee.value for cost in route.costs] == [184.75, 85, 230]
    assert [cost.paid_by.value for cost in route.costs] == ["applicant", "applicant", "employer"]


def test_a_residence_proof_is_gathered_only_where_residence_is_asked_for(dataset):
    italian = papers(dataset, "IT")
    german = papers(dataset, "DE")
    norwegian = papers(dataset, "NO")
    assert len(italian - norwegian) == 1
    assert norwegian - german
    assert "passport" in german


def test_a_working_holiday_asks_for_no_papers_of_the_school(dataset):
    route = only_route(dataset, student("DE", category="working_holiday"))
    assert all("working_holiday" in paper.document.categories for paper in route.papers)
    assert "school-letter" not in {paper.document.id for paper in route.papers}
