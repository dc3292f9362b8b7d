"""No violation that axe-core finds, in any state of the checker, light and dark."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker_page import START, CheckerPage

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SCHEMES = ("default", "slate")
# Colours fade from one scheme into the other: what has begun to move by the next frame is waited for.
FADED = """async () => {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const moving = document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(moving.map((each) => each.finished));
}"""


def _empty(checker: CheckerPage) -> None:
    expect(checker.next.locator("button")).to_be_visible(timeout=START)


def _undetermined(checker: CheckerPage) -> None:
    checker.fill({"citizenships": ["AU", "GB"], "participations": [{"season": 2020}], "category": "any"})
    checker.expect_verdict("undetermined")


def _ineligible(checker: CheckerPage) -> None:
    checker.fill({"citizenships": ["SE"], "date_of_birth": "1980-01-01", "dependants_on_application": True})
    checker.expect_verdict("ineligible")


def _eligible(checker: CheckerPage) -> None:
    day = "2027-05-01"
    applicant: dict[str, Any] = {
        "category": "working_holiday",
        "assessed_on": "2027-02-15",
        "citizenships": ["HR"],
        "date_of_birth": "2003-03-10",
        "dependants_on_application": False,
        "admissible": True,
        "passports": [{"issuer": "HR", "expires_on": "2027-09-01"}],
        "insurance": {"kind": "private", "covered_until": "2029-12-31"},
        "funds_cad": 6000,
        "participations": [],
        "arrives_on": day,
    }
    checker.fill(applicant)
    checker.expect_verdict("eligible")


def _overdue(checker: CheckerPage) -> None:
    checker.page.clock.set_fixed_time("2027-03-01T12:00:00")
    checker.page.reload()
    checker.fill({"citizenships": ["LU"], "date_of_birth": "1993-01-01"})
    checker.expect_verdict("undetermined")
    expect(checker.result.locator(".checker__notice--overdue")).to_be_visible()


def _refused(checker: CheckerPage) -> None:
    checker.fill({"citizenships": ["DE"], "date_of_birth": "2103-01-01"})
    expect(checker.question("date_of_birth").locator(".checker__problem")).to_be_visible(timeout=START)


@pytest.mark.parametrize("bring_about", [_empty, _undetermined, _ineligible, _eligible, _overdue, _refused])
@pytest.mark.parametrize(("lang", "width"), [("en", 1280), ("fr", 375)])
def test_axe_finds_no_violation(
    page: Page,
    checker: CheckerPage,
    site_address: str,
    bring_about: Callable[[CheckerPage], None],
    lang: str,
    width: int,
) -> None:
    checker.visit(f"{site_address}{'' if lang == 'en' else 'fr/'}checker/", width)
    bring_about(checker)
    for details in checker.result.locator("details:not([open]) > summary").all()[::-1]:
        details.evaluate("summary => summary.parentElement.open = true")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in SCHEMES:
        page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
        page.evaluate(FADED)
        found = page.evaluate("async () => (await axe.run()).violations")
        assert [(issue["id"], [node["html"][:120] for node in issue["nodes"]]) for issue in found] == []
