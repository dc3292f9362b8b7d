import pytest

from generator.rules import assess
from generator.rules.findings import Outcome
from tests.applicants import TODAY, worked_cases

CASES = worked_cases()


@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']} {case['name']}" for case in CASES])
def test_a_worked_case_is_judged_as_worked(dataset, case):
    assessment = assess(case["applicant"], dataset, TODAY)
    expected = case["expected"]
    routes = [judged.route for judged in assessment.routes]
    wanted = expected.get("routes", [expected])
    assert len(routes) == len(wanted)
    for route, want in zip(routes, wanted, strict=True):
        assert route.citizenship == want.get("citizenship", route.citizenship)
        assert route.category == want.get("category", route.category)
        assert route.verdict == want["verdict"]
        assert {found.reason for found in route.of(Outcome.UNMET)} == set(want["reasons"])
        assert {found.reason for found in route.of(Outcome.CAUTION)} == set(want.get("cautions", []))
        if "permit" in want:
            permit = route.permit
            assert permit.maximum_months == want["permit"]["maximum_months"]
            assert permit.ends_on.isoformat() == want["permit"]["ends_on"]
            assert permit.limited_by == want["permit"]["limited_by"]
    if "next_question" in expected:
        assert assessment.next_question == expected["next_question"]


def test_there_are_57_worked_cases():
    assert len(CASES) == 57
