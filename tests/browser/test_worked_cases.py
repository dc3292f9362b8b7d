"""Worked cases, answered on the page as a person would."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, expect

from generator.words import load_words
from tests.browser.checker_page import CheckerPage

ROOT = Path(__file__).parents[2]
CASES = {
    case["id"]: case for case in yaml.safe_load((ROOT / "tests" / "cases" / "worked.yml").read_text(encoding="utf-8"))
}
PAGES = {"en": "checker/", "fr": "fr/checker/"}
PHONE, DESKTOP = 375, 1280


@pytest.mark.parametrize(
    ("case_id", "lang", "width"),
    [
        pytest.param("C01", "en", DESKTOP, id="a plain internship"),
        pytest.param("C03", "fr", PHONE, id="too old by a day"),
        pytest.param("C15", "en", PHONE, id="a caution because sources disagree"),
        pytest.param("C23", "fr", DESKTOP, id="a caution because the passport is short"),
        pytest.param("C32", "en", PHONE, id="two cautions for an unpaid internship"),
        pytest.param("C36", "fr", PHONE, id="an Austrian graduate, asked what others are not"),
        pytest.param("C93", "en", DESKTOP, id="two citizenships, applying with one, two earlier participations"),
        pytest.param("C98", "fr", DESKTOP, id="an application sent minutes too late"),
        pytest.param("P02", "en", PHONE, id="no date of birth"),
        pytest.param("P04", "fr", DESKTOP, id="all three categories"),
        pytest.param("P05", "fr", PHONE, id="two citizenships, both open"),
        pytest.param("P06", "en", DESKTOP, id="a Working Holiday without an offer"),
        pytest.param("P15", "fr", DESKTOP, id="no TEER given"),
    ],
)
def test_a_worked_case_gets_its_answer_on_the_page(
    checker: CheckerPage, site_address: str, case_id: str, lang: str, width: int
) -> None:
    case = CASES[case_id]
    expected = case["expected"].get("routes") or [case["expected"]]
    checker.visit(site_address + PAGES[lang], width)
    checker.fill(case["applicant"])
    checker.expect_verdict(expected[0]["verdict"])
    expect(checker.verdicts).to_have_count(len(expected))
    for route, wanted in zip(checker.routes, expected, strict=True):
        _expect_route(checker, route, wanted, lang)
    if question := case["expected"].get("next_question"):
        expect(checker.next.locator("button")).to_have_attribute("data-to", question)


def _expect_route(checker: CheckerPage, route: Locator, wanted: dict[str, Any], lang: str) -> None:
    for name in ("citizenship", "category"):
        if name in wanted:
            assert route.get_attribute(f"data-{name}") == wanted[name]
    assert checker.reasons(route, "unmet") == set(wanted.get("reasons", ()))
    assert checker.reasons(route, "caution") == set(wanted.get("cautions", ()))
    if permit := wanted.get("permit"):
        shown = route.locator(".checker__part--permit")
        assert shown.locator("time").nth(1).get_attribute("datetime") == permit["ends_on"]
        assert load_words(ROOT / "data")[lang]["limits"][permit["limited_by"]] in (shown.text_content() or "")


def test_every_explanation_stands_in_the_language_of_the_page(checker: CheckerPage, site_address: str) -> None:
    checker.visit(site_address + PAGES["fr"])
    checker.fill(CASES["C03"]["applicant"])
    checker.expect_verdict("ineligible")
    expect(checker.part("excluded")).to_contain_text("ans")
    expect(checker.part("excluded")).to_contain_text("Nous n’avons rien trouvé que vous puissiez changer")
    expect(checker.status).to_contain_text("Non admissible\u00a0: France, Stage coop international")


def test_what_can_be_fixed_is_told_with_what_would_turn_the_answer(checker: CheckerPage, site_address: str) -> None:
    checker.visit(site_address + PAGES["en"])
    checker.fill({**CASES["C01"]["applicant"], "funds_cad": 100})
    checker.expect_verdict("ineligible")
    expect(checker.part("fix").locator(".checker__remedies")).to_contain_text("Have at least CAD")
    expect(checker.part("excluded")).to_have_count(0)
