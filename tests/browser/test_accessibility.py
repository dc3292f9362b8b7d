"""The checker for everyone: nothing that axe-core finds in any state, an order to follow, names, calm announcements."""

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.checker_page import START, CheckerPage
from tests.browser.conftest import Watch

TIME_LIMIT = 45_000
WASM = "**/pyodide.asm.wasm"
ANY = re.compile(r"\S")
SUBJECT: dict[str, Any] = {
    "category": "working_holiday",
    "date_of_birth": "2003-03-10",
    "dependants_on_application": False,
    "admissible": True,
    "passports": [{"issuer": "HR", "expires_on": "2029-09-01"}],
    "insurance": {"kind": "private", "covered_until": "2029-12-31"},
    "funds_cad": 6000,
    "participations": [],
    "arrives_on": "2027-05-01",
}
# Every answer adds to those before it: what to answer, and the verdict that follows.
STATES: list[tuple[str, dict[str, Any], str | None]] = [
    ("no agreement", {"citizenships": ["UA"]}, "undetermined"),
    ("mid-way", {"citizenships": ["HR"], "category": "any"}, "undetermined"),
    ("ruled out", {"date_of_birth": "1980-01-01"}, "ineligible"),
    ("to fix", {"date_of_birth": "2003-03-10", "dependants_on_application": True}, "ineligible"),
    ("eligible", SUBJECT, "eligible"),
    ("refused", {"date_of_birth": "2103-01-01"}, None),
]


def _unfold(page: Page) -> None:
    """Open every part of the page that can be opened, and wait for what it brings."""
    for _ in range(3):  # a part that is opened may bring others
        page.evaluate(
            """() => {
              for (const part of document.querySelectorAll("[data-checker] details:not([open])")) {
                if (part.checkVisibility()) part.open = true;
              }
            }"""
        )
        page.wait_for_timeout(150)
    expect(page.locator("[data-checker] [aria-busy=true]")).to_have_count(0, timeout=START)


@pytest.mark.parametrize(("folder", "width"), [("", 1280), ("fr/", 375)])
def test_axe_finds_no_violation_in_any_state(
    page: Page, checker: CheckerPage, site_address: str, folder: str, width: int
) -> None:
    page.clock.set_fixed_time("2027-02-15T12:00:00")
    checker.visit(f"{site_address}{folder}checker/", width)
    checker.wait_for_fields()
    expect(checker.next.locator("button")).to_be_attached(timeout=START)
    found = {"one question": violations(page)}
    checker.open_groups()
    found["empty"] = violations(page)
    for state, answers, verdict in STATES:
        checker.fill(answers)
        if verdict:
            checker.expect_verdict(verdict)
            _unfold(page)
        else:
            expect(page.locator(".checker__problem:visible").first).to_be_visible(timeout=START)
        found[state] = violations(page)
    assert {state: broken for state, broken in found.items() if broken} == {}


@pytest.mark.parametrize(("folder", "width"), [("", 1280), ("fr/", 375)])
def test_axe_finds_no_violation_when_the_start_fails_or_is_slow(
    page: Page, checker: CheckerPage, site_address: str, watch: Watch, folder: str, width: int
) -> None:
    watch.expect_error("")  # a failing start says much on the console
    held: list[Route] = []
    page.clock.install()
    page.context.route(WASM, lambda route: route.abort())
    checker.visit(f"{site_address}{folder}checker/", width)
    retry = checker.result.locator("[data-retry]")
    expect(retry).to_be_visible(timeout=START)
    found = {"failed": violations(page)}
    page.context.route(WASM, lambda route: held.append(route))
    retry.click()
    page.clock.run_for(TIME_LIMIT)
    expect(retry).to_have_count(0)
    found["slow"] = violations(page)
    assert {state: broken for state, broken in found.items() if broken} == {}


def test_axe_finds_no_violation_on_the_page_for_offices(page: Page, watch: Watch, site_address: str) -> None:
    watch.follow(page.context)
    found = {}
    for folder, width in (("", 1280), ("fr/", 375)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{site_address}{folder}offices/")
        expect(page.get_by_role("button").first).to_be_visible()
        found[f"{folder} empty"] = violations(page)
    page.locator("#offices-file").set_input_files(
        {
            "name": "a.csv",
            "mimeType": "text/csv",
            "buffer": b"reference;citizenships;date_of_birth\n1;DE;2003-03-10\n2;DE;1970-01-01\n3;XX;x\n",
        }
    )
    expect(page.locator("[data-outcome]")).to_be_visible(timeout=START)
    found["results"] = violations(page)
    assert {state: broken for state, broken in found.items() if broken} == {}


@pytest.mark.parametrize(("folder", "width"), [("", 1280), ("fr/", 375)])
def test_axe_finds_no_violation_on_the_page_of_the_planner(
    page: Page, checker: CheckerPage, site_address: str, folder: str, width: int
) -> None:
    page.clock.set_fixed_time("2026-11-22T12:00:00")
    checker.visit(f"{site_address}{folder}planner/", width)
    place = page.locator("[data-plan]")
    expect(place.get_by_role("status")).to_contain_text(ANY, timeout=START)
    found = {"empty": violations(page)}
    checker.fill({"citizenships": ["AT"], "date_of_birth": "2003-05-10", "participations": []})
    expect(place.get_by_role("img").first).to_be_visible(timeout=START)
    found["plans"] = violations(page)
    checker.fill({"date_of_birth": "1960-05-10"})
    expect(place.get_by_role("img")).to_have_count(0, timeout=START)
    found["no plan"] = violations(page)
    assert {state: broken for state, broken in found.items() if broken} == {}


# The live regions outside of the fields, whose library speaks for them: every text they take on is read aloud.
LISTEN = """() => {
  window.announced = [];
  const spoken = ":is([role=status], [role=alert], [aria-live]:not([aria-live=off]))";
  new MutationObserver((changes) => {
    const regions = new Set();
    for (const { target } of changes) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(spoken);
      if (region && region.checkVisibility() && !region.closest(".checker__question")) regions.add(region);
    }
    for (const region of regions) if (region.textContent.trim()) window.announced.push(region.textContent.trim());
  }).observe(document.querySelector("[data-checker]"), { subtree: true, childList: true, characterData: true });
}"""


def test_an_answer_is_announced_once_and_typing_not_at_all(page: Page, checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}countries/de/")
    no = page.locator('input[name="dependants_on_application"][value="no"]')
    no.focus()
    checker.expect_verdict("undetermined")
    page.evaluate(LISTEN)
    answers: list[tuple[str, Any]] = [
        ("dependants_on_application", True),
        ("dependants_on_application", False),
        ("admissible", True),
        ("date_of_birth", "2003-03-10"),
    ]
    for path, value in answers:
        checker.answer(path, value)
        page.wait_for_timeout(500)
        checker.settle()
    announced = page.evaluate("window.announced")
    assert announced[0].startswith("Not eligible")
    assert len(announced) <= len(answers), announced
    # A day typed letter by letter is one answer.
    page.evaluate("window.announced = []")
    born = checker.question("date_of_birth").locator("input")
    born.fill("")
    born.press_sequentially("10 March 1980", delay=120)
    born.blur()
    checker.expect_verdict("ineligible")
    assert [text for text in page.evaluate("window.announced") if text.startswith("Not eligible")] != []
    assert len(page.evaluate("window.announced")) <= 3, page.evaluate("window.announced")


# The controls that the Tab key reaches, in their order, with where they stand; the bar stays in sight and is left out.
STOP = """() => {
  const focused = document.activeElement;
  if (!focused.closest("[data-checker]")) return null;
  const box = focused.getBoundingClientRect();
  const row = focused.closest(".checker__radios, .checker__actions, p, summary, li, td, label");
  return {
    name: focused.id || focused.name || focused.textContent.trim().slice(0, 40),
    top: (row ?? focused).getBoundingClientRect().top + scrollY, left: box.left, bottom: box.bottom + scrollY,
    isBar: focused.closest("[data-bar]") !== null, isSeen: box.width > 0 && box.height > 0,
  };
}"""


def test_the_tab_key_follows_what_is_seen_and_leaves_at_the_end(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    checker.visit(f"{site_address}checker/", 375)
    checker.open_groups()
    checker.fill({"citizenships": ["HR"], "category": "any", "date_of_birth": "1980-01-01"})
    checker.expect_verdict("ineligible")
    page.locator("[data-switch]").focus()
    stops = []
    while stop := page.evaluate(STOP):
        stops.append(stop)
        assert len(stops) < 400, "the Tab key never leaves the checker"
        page.keyboard.press("Tab")
    assert len(stops) > 40
    assert [stop["name"] for stop in stops if not stop["isSeen"]] == []
    path = [stop for stop in stops if not stop["isBar"]]
    back = [(one, two) for one, two in pairwise(path) if two["bottom"] < one["top"]]
    assert back == []


def test_every_field_has_a_name_and_says_what_is_wrong_with_it(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    checker.visit(f"{site_address}fr/checker/")
    checker.open_groups()
    for field in page.locator("[data-checker] :is(input, select, textarea)").all():
        if field.is_visible():
            expect(field).to_have_accessible_name(ANY)
    wrong = {"date_of_birth": "31 février 2003", "funds_cad": "abc"}
    for path, typed in wrong.items():
        checker.question(path).locator("input").press_sequentially(typed)
        checker.question(path).locator("input").blur()
    refused = checker.question("date_of_birth").locator("input")
    expect(refused).to_have_attribute("aria-invalid", "true", timeout=START)
    told = page.locator(f"#{refused.get_attribute('id')}-problem")
    expect(told).to_be_visible()
    expect(refused).to_have_accessible_description(re.compile(re.escape(told.inner_text())))
    expect(checker.status).to_have_text("Certaines réponses sont à revoir. Corrigez-les et le résultat revient.")


def test_words_of_the_other_language_are_marked(page: Page, checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}fr/checker/")
    assert page.locator("html").get_attribute("lang") == "fr"
    checker.fill({"citizenships": ["HR"]})
    checker.expect_verdict("undetermined")
    _unfold(page)
    quotes = page.locator("[data-checker] q")
    assert quotes.count() > 5
    unmarked = quotes.evaluate_all("quotes => quotes.filter((quote) => !quote.closest('[data-checker] [lang]')).length")
    assert unmarked == 0
    assert page.locator(".md-header [hreflang=en][lang=en]").count() == 1
