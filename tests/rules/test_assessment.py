import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.rules import DocumentError, assess
from generator.rules.findings import Outcome
from generator.rules.kinds import Category
from generator.rules.remedies import applied
from generator.rules.route import CRITERIA
from tests.applicants import ROOT, TODAY, student, took_part


def routes(dataset, document):
    return [
        (judged.route.citizenship, judged.route.category.value) for judged in assess(document, dataset, TODAY).routes
    ]


def test_every_route_holds_every_criterion_in_order(dataset):
    for category in Category:
        for home in ("DE", "AT", "JP", "US"):
            (judged,) = assess(student(home, category=category.value), dataset, TODAY).routes
            assert tuple(finding.criterion for finding in judged.route.findings) == CRITERIA


def test_routes_come_by_verdict_then_by_the_later_permit_end_then_in_the_order_given(dataset):
    document = student(
        "DE",
        citizenships=["JP", "DE", "FR"],
        category="any",
        passports=[{"issuer": home, "expires_on": "2032-01-01"} for home in ("DE", "FR")],
    )
    assert routes(dataset, document)[:4] == [
        ("FR", "working_holiday"),
        ("DE", "working_holiday"),
        ("DE", "international_coop"),
        ("DE", "young_professionals"),
    ]


def test_one_citizenship_is_assessed_when_asked(dataset):
    document = student("DE", citizenships=["DE", "FR"], apply_as="FR")
    assert routes(dataset, document) == [("FR", "international_coop")]


def test_other_routes_of_the_same_person_that_are_not_ruled_out_are_told(dataset):
    document = student(
        "JP",
        citizenships=["JP", "DE"],
        apply_as="JP",
        passports=[{"issuer": "JP", "expires_on": "2032-01-01"}, {"issuer": "DE", "expires_on": "2032-01-01"}],
    )
    (judged,) = assess(document, dataset, TODAY).routes
    assert [(other.citizenship, other.category.value) for other in judged.alternatives] == [
        ("JP", "working_holiday"),
        ("DE", "working_holiday"),
        ("DE", "international_coop"),
        ("DE", "young_professionals"),
    ]


@pytest.mark.parametrize("answers", [{}, {"citizenships": ["DE", "JP"], "apply_as": "JP"}, {"apply_as": "DE"}])
def test_after_the_changes_of_another_route_that_route_is_the_one_assessed(dataset, answers):
    document = student("DE", **answers)
    (judged,) = assess(document, dataset, TODAY).routes
    assert judged.alternatives
    for other in judged.alternatives:
        changed = applied(document, other.changes)
        assert routes(dataset, changed) == [(other.citizenship, other.category.value)]
        assert (changed["apply_as"] is None) is (len(document["citizenships"]) == 1)


def test_a_category_that_is_not_asked_for_needs_no_facts_of_its_own(dataset):
    germany = dataset.countries["DE"]
    working_holiday = replace(germany.categories[Category.WORKING_HOLIDAY], ages=())
    terms = {**germany.categories, Category.WORKING_HOLIDAY: working_holiday}
    changed = replace(dataset, countries={**dataset.countries, "DE": replace(germany, categories=terms)})
    (judged,) = assess(student("DE"), changed, TODAY).routes
    assert [other.category for other in judged.alternatives] == [Category.YOUNG_PROFESSIONALS]
    with pytest.raises(DocumentError):
        assess(student("DE", category="any"), changed, TODAY)


def test_an_australian_whose_earlier_season_is_open_is_not_told_that_sources_disagree_with_themselves(dataset):
    earlier = {**took_part("AU", "working_holiday", 2013, "2013-03-01", "2014-02-28"), "season": None}
    (judged,) = assess(student("AU", participations=[earlier]), dataset, TODAY).routes
    assert "SOURCES_CONFLICT" not in {found.reason for found in judged.route.findings}


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ({}, None),
        ({"admissible": ...}, "admissible"),
        ({"citizenships": ...}, "citizenships"),
        ({"funds_cad": ..., "date_of_birth": ...}, "date_of_birth"),
        ({"participations": ...}, "participations"),
        ({"participations": ..., "date_of_birth": ...}, "participations"),
        ({"date_of_birth": "1980-01-01", "funds_cad": ...}, None),
        ({"offer__ends_on": ...}, None),
        ({"citizenships": ["US"], "recognized_organization": True}, None),
    ],
)
def test_the_next_question_is_the_one_that_most_criteria_wait_for(dataset, answers, question):
    assert assess(student("DE", **answers), dataset, TODAY).next_question == question


def test_routes_that_are_ruled_out_ask_nothing(dataset):
    document = student("DE", citizenships=["JP", "DE"], studies__school_country=..., funds_cad=...)
    assert assess(document, dataset, TODAY).next_question == "funds_cad"


def test_an_unmet_criterion_outweighs_open_ones_and_a_caution_never_decides(dataset):
    (judged,) = assess(student("DE", funds_cad=..., admissible=False), dataset, TODAY).routes
    assert judged.route.verdict == "ineligible"
    (judged,) = assess(student("DE", offer__teer=5), dataset, TODAY).routes
    assert (judged.route.verdict, len(judged.route.of(Outcome.CAUTION))) == ("eligible", 1)


def test_every_fact_that_a_criterion_names_is_told(dataset):
    earlier = took_part("GB", "working_holiday", 2014, "2014-06-01", "2015-05-31")
    assessment = assess(student("GB", category="any", participations=[earlier]), dataset, TODAY)
    named = {fact.id for judged in assessment.routes for finding in judged.route.findings for fact in finding.facts}
    fees = {cost.fee.id for judged in assessment.routes for cost in judged.route.costs}
    papers = {paper.asked.id for judged in assessment.routes for paper in judged.route.papers}
    assert named | fees | papers == set(assessment.facts)
    assert {"GB.international_coop.ages", "GB.legacy", "programme.minimum_funds"} <= named


def test_the_rules_run_in_an_isolated_interpreter_with_the_standard_library_alone():
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import generator.rules, generator.explain, generator.web"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.returncode == 0


def test_the_rules_read_no_clock():
    for path in sorted(Path(ROOT / "generator" / "rules").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert "today()" not in text, path
        assert ".now(" not in text, path
