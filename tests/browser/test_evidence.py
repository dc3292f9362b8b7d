"""What an answer on the page rests on: every number leads to its source, and what is old or in dispute says so."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.explain.wording import Wording
from generator.rules.model import Dataset
from tests.browser.checker_page import CheckerPage

IN_TIME = datetime(2026, 11, 22, 12, tzinfo=UTC)
CASE = {
    "citizenships": ["DE"],
    "date_of_birth": "2003-03-10",
    "arrives_on": "2027-05-01",
    "biometrics_letter_on": "2027-03-01",
    "invitation": {"received_on": "2027-01-20"},
}


def _open_conditions(checker: CheckerPage) -> None:
    checker.result.locator(".checker__criteria > summary").first.click()


def _fold(part: Locator) -> Locator:
    """Return the fold of a number after opening it with one click."""
    fold = part.locator(":scope > details.checker__evidence")
    fold.locator(":scope > summary").click()
    return fold


def test_every_number_is_one_click_away_from_quote_days_and_source(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    page.clock.set_fixed_time(IN_TIME)
    checker.visit(f"{site_address}checker/")
    checker.fill(CASE)
    checker.expect_verdict("undetermined")
    _open_conditions(checker)
    places = [
        *checker.part("permit").locator("dd").all()[-1:],
        *checker.part("deadlines").locator("dd").all(),
        *checker.part("advice").locator("li:has(> .checker__evidence)").all(),
        *checker.part("costs").locator(".checker__basis > td").all(),
        *checker.part("documents").locator(".checker__paper").all(),
        *checker.part("needed").locator("li:visible:has(.checker__evidence)").all(),
        *checker.result.locator(".checker__outcome:not(.checker__outcome--not_applicable)").all(),
    ]
    assert len(places) > 30
    for place in places:
        fold = _fold(place)
        for fact in fold.locator("[data-fact]").all():
            expect(fact).to_be_visible()
            expect(fact).to_contain_text("compared with our copy on")
            is_sourced = fact.locator(".checker__mark--unverified").count() == 0
            assert not is_sourced or fact.locator("a").first.get_attribute("href").startswith("http")


def test_a_fact_shows_its_value_its_quote_and_the_days(page: Page, checker: CheckerPage, site_address: str) -> None:
    page.clock.set_fixed_time(IN_TIME)
    checker.visit(f"{site_address}fr/checker/")
    checker.fill(CASE)
    checker.expect_verdict("undetermined")
    fold = _fold(checker.part("deadlines").locator("dd").last)
    fact = fold.locator('[data-fact="DE.international_coop.ages"]')
    expect(fact).to_contain_text("Limites d’âge\u00a0: de 18 à 35 ans")
    expect(fact).to_contain_text("source officielle")
    expect(fact.locator("q")).to_have_text("18 to 35 years")
    expect(fact.locator("q")).to_have_attribute("lang", "en")
    expect(fact).to_contain_text("comparé à notre copie le 22 novembre 2026")
    expect(fact).to_contain_text("consulté le 12 février 2026")


@pytest.mark.parametrize(
    ("folder", "mark", "notice"),
    [
        ("", "new check due since {day}", "were due for another check"),
        ("fr/", "vérification à refaire depuis le {day}", "devaient être revérifiés"),
    ],
)
def test_a_fact_that_should_have_been_checked_again_is_amber_with_the_day(
    page: Page,
    checker: CheckerPage,
    site_address: str,
    dataset: Dataset,
    words: dict[str, Any],
    folder: str,
    mark: str,
    notice: str,
) -> None:
    due = dataset.countries["DE"].partner[-1].review_due
    assert due
    lang = "fr" if folder else "en"
    day = Wording(dataset, words[lang], lang).day(due)
    overdue = checker.result.locator(".checker__outcome--met summary .checker__mark--overdue")
    page.clock.set_fixed_time(IN_TIME)
    checker.visit(f"{site_address}{folder}checker/")
    checker.fill(CASE)
    checker.expect_verdict("undetermined")
    _open_conditions(checker)
    expect(checker.result).not_to_contain_text(notice)
    expect(overdue).to_have_count(0)
    page.clock.set_fixed_time(datetime.combine(due + timedelta(days=1), time(12), UTC))
    checker.visit(f"{site_address}{folder}checker/")
    checker.fill(CASE)
    checker.expect_verdict("undetermined")
    _open_conditions(checker)
    expect(checker.result.locator(".checker__notice--overdue")).to_contain_text(notice)
    expect(overdue.first).to_be_visible()
    expect(overdue.first).to_have_text(mark.format(day=day))
    for scheme, amber in (("default", "rgb(255, 226, 179)"), ("slate", "rgb(70, 44, 2)")):
        page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
        expect(overdue.first).to_have_css("background-color", amber)


@pytest.mark.parametrize(
    ("folder", "also"), [("", "Also published: 18 to 30"), ("fr/", "Aussi publié\u00a0: de 18 à 30 ans")]
)
def test_where_sources_disagree_the_other_version_stands_beside_the_criterion_with_its_sources(
    checker: CheckerPage, site_address: str, dataset: Dataset, folder: str, also: str
) -> None:
    checker.visit(f"{site_address}{folder}checker/")
    checker.fill({"citizenships": ["LU"], "date_of_birth": "1993-01-01"})
    checker.expect_verdict("undetermined")
    caution = checker.part("cautions").locator("li").filter(has_text="30").first
    expect(caution.locator("summary .checker__mark--conflicting")).to_be_visible()
    version = _fold(caution).locator('[data-fact="LU.international_coop.ages"] .checker__version')
    expect(version).to_be_visible()
    expect(version).to_contain_text(also)
    (recorded,) = dataset.countries["LU"].categories["international_coop"].ages[-1].versions
    for reference in recorded.sources:
        source = dataset.sources[reference.id]
        href = (folder and source.url_fr) or source.url
        expect(version.get_by_role("link", name=source.title)).to_have_attribute("href", href)
        expect(version.locator("q").filter(has_text=reference.quote or source.title)).to_be_visible()
