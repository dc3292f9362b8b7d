"""The answer as a person reads and uses it: what helps, the line of time, tables, ticks, other ways, what if."""

from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from generator.rules.model import Dataset
from tests.applicants import student
from tests.browser.checker_page import START, CheckerPage

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _student(home: str = "DE", **answers: Any) -> dict[str, Any]:
    return student(home, **{"assessed_on": ..., "invitation": ..., **answers})


def _visit(checker: CheckerPage, address: str, applicant: dict[str, Any], verdict: str, width: int = 1280) -> None:
    checker.page.clock.set_fixed_time(TODAY)
    checker.visit(address, width)
    checker.fill(applicant)
    checker.expect_verdict(verdict)


def _cells(table: Locator) -> list[list[str]]:
    return [
        [cell.strip() for cell in row.locator("th, td").all_text_contents()] for row in table.locator("tbody tr").all()
    ]


def test_an_eligible_person_sees_what_to_watch_the_permit_and_what_to_gather(
    checker: CheckerPage, site_address: str, dataset: Dataset
) -> None:
    applicant = _student(date_of_birth="1991-03-03", passports=[{"issuer": "DE", "expires_on": "2027-09-01"}])
    _visit(checker, f"{site_address}checker/", applicant, "eligible")
    expect(checker.result.locator(".checker__sentence")).to_contain_text("being eligible does not mean being invited")
    watched = checker.part("advice").locator("li")
    expect(watched).to_contain_text(
        [
            "You turn 36 on 3 March 2027: an invitation must reach you before that day.",
            "With one that is valid longer, the permit could last to 29 October 2027.",
        ]
    )
    expect(checker.part("cautions")).to_contain_text("Your passport expires on 1 September 2027")

    picture = checker.part("permit").get_by_role("img")
    expect(picture).to_have_accessible_name(
        "Time line from 22 November 2026 to 1 May 2028. The work permit would run from 1 May 2027 to "
        "1 September 2027. What ends it: the expiry of the passport."
    )
    expect(picture).to_contain_text("Passport: ends the permit")
    checker.part("permit").get_by_text("The time line as a table").click()
    rows = _cells(checker.part("permit").locator("table"))
    assert rows == [
        ["Today", "", "22 Nov 2026"],
        ["Last invitation by age", "", "2 Mar 2027"],
        ["You arrive", "", "1 May 2027"],
        ["Agreement’s maximum", "1 May 2027", "1 May 2028"],
        ["Offer", "3 May 2027", "29 Oct 2027"],
        ["Passport: ends the permit", "", "1 Sept 2027"],
        ["Insurance", "", "31 Dec 2031"],
        ["Work permit", "1 May 2027", "1 Sept 2027"],
    ]
    expect(checker.part("deadlines")).to_contain_text("2 March 2027 (100 days left)")

    programme = dataset.programme
    fees = [programme.participation_fee[-1].value, programme.biometrics_fee[-1].value]
    totals = checker.part("costs").locator(".checker__total")
    expect(totals.first).to_contain_text("You pay in all")
    expect(totals.first).to_contain_text(f"{sum(fees):,.2f}")
    expect(totals.last).to_contain_text("The employer pays in all")

    papers = checker.part("documents")
    box = papers.get_by_role("checkbox").nth(1)
    gathered = papers.locator("[data-gathered]")
    all_of_them = papers.get_by_role("checkbox").count()
    expect(gathered).to_have_text(f"0 of {all_of_them} gathered")
    box.check()
    expect(gathered).to_have_text(f"1 of {all_of_them} gathered")
    box.focus()
    funds = checker.question("funds_cad").locator("input")
    funds.evaluate("input => { input.value = '7000'; input.dispatchEvent(new Event('input', { bubbles: true })); }")
    expect(checker.result).to_contain_text("You have CAD 7,000")
    expect(box).to_be_focused()
    expect(checker.part("permit").get_by_role("table")).to_be_visible()
    expect(papers.get_by_role("checkbox", checked=True)).to_have_count(1)
    expect(gathered).to_have_text(f"1 of {all_of_them} gathered")


def test_what_if_moves_nothing_until_the_reader_says_so(page: Page, checker: CheckerPage, site_address: str) -> None:
    _visit(checker, f"{site_address}checker/", _student(), "eligible")
    panel = page.locator('[data-panel="what-if"]')
    unknown = checker.question("offer.one_location").locator("input").last
    unknown.check()
    checker.question("category").locator("select").select_option("any")
    checker.answer("offer.teer", 3)
    checker.question("category").locator("select").select_option("international_coop")
    expect(checker.question("offer.teer")).to_be_hidden()
    checker.settle()
    before = checker.part("permit").inner_text()
    panel.get_by_label("Which answer?").select_option("insurance.covered_until")
    control = panel.locator("[data-control] input")
    control.fill("2027-08-01")
    moved, told = panel.locator("[data-moved]"), panel.get_by_role("status")
    expect(told).to_have_text("3 things move.")
    expect(moved.get_by_role("row", name="Ends on")).to_contain_text("29 October 2027")
    expect(moved.get_by_role("row", name="Ends on")).to_contain_text("1 August 2027")
    expect(moved.get_by_role("row", name="What limits it")).to_contain_text("the end of the insurance")
    assert checker.part("permit").inner_text() == before
    control.fill("30 February 2027")
    expect(told).to_contain_class("checker__problem")
    expect(moved.get_by_role("table")).to_have_count(0)
    expect(panel.get_by_role("button", name="Use this answer")).to_be_hidden()
    control.fill("2031-12-31")
    expect(told).to_have_text("Nothing moves.")
    expect(told).not_to_contain_class("checker__problem")
    panel.get_by_role("button", name="Put it back").click()
    expect(control).to_have_count(0)
    expect(panel.get_by_label("Which answer?")).to_be_focused()

    panel.get_by_label("Which answer?").select_option("insurance.covered_until")
    control.fill("2027-08-02")
    expect(moved.get_by_role("row", name="Ends on")).to_contain_text("2 August 2027")
    # Pressed before the newest supposition is judged, the button takes what stands in the control.
    control.fill("2027-08-01")
    panel.get_by_role("button", name="Use this answer").evaluate("button => button.click()")
    expect(checker.part("permit").locator("time").nth(1)).to_have_attribute("datetime", "2027-08-01")
    expect(checker.question("insurance.covered_until").locator("input")).to_have_value("2027-08-01")
    expect(checker.question("funds_cad").locator("input")).to_have_value("6000")
    expect(unknown).to_be_checked()
    checker.question("category").locator("select").select_option("any")
    expect(checker.question("offer.teer").locator("select")).to_have_value("3")


def test_the_smallest_change_is_told_and_can_be_tried_and_taken_on_a_phone(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    _visit(checker, f"{site_address}fr/checker/", {"citizenships": ["DE"], "funds_cad": 100}, "ineligible", width=320)
    fix = checker.part("fix")
    expect(fix).to_contain_text("Le plus petit changement qui lèverait l’obstacle, alors qu’il manque")
    checker.fill(_student(funds_cad=100))
    expect(fix).to_contain_text("Le plus petit changement qui vous rendrait admissible", timeout=START)
    fix.get_by_role("button", name="Voir ce qui changerait").click()
    panel = page.locator('[data-panel="what-if"]')
    verdict = panel.get_by_role("row", name="Verdict")
    expect(verdict).to_contain_text("Non admissible")
    expect(verdict.locator("strong")).to_have_text("Admissible")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    checker.expect_verdict("ineligible")
    panel.get_by_role("button", name="Garder cette réponse").click()
    checker.expect_verdict("eligible")
    expect(page.locator("#checker-result")).to_be_focused()

    invitation = {"received_on": "2026-11-20", "answer": "accepted", "accepted_at": "2026-11-22T07:25:00Z"}
    checker.fill({"invitation": invitation})
    deadlines = checker.part("deadlines")
    moment = deadlines.locator("div").filter(has=page.locator('time[datetime="2026-12-12T07:25:00Z"]'))
    expect(moment).to_contain_text("12 décembre 2026 à 07\u202fh\u202f25 UTC")
    expect(moment.locator(".checker__left")).to_have_text("(il reste 20\u00a0jours)")
    expect(deadlines.locator(".checker__passed .checker__left")).to_have_text(["(fait)", "(fait)"])


def test_several_citizenships_stand_side_by_side_and_each_leads_to_its_details(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    applicant = _student(
        "GB",
        citizenships=["AU", "GB"],
        passports=[{"issuer": "AU", "expires_on": "2029-01-01"}, {"issuer": "GB", "expires_on": "2030-01-01"}],
    )
    _visit(checker, f"{site_address}checker/", applicant, "eligible", width=320)
    table = checker.result.get_by_role("table").first
    rows = table.get_by_role("row").all()[1:]
    assert [row.get_attribute("data-verdict") for row in rows] == ["eligible", "ineligible"]
    expect(rows[0]).to_contain_text("United Kingdom, International Co-op")
    expect(rows[0]).to_contain_text("Limited by: the end of the offer")
    expect(rows[1]).to_contain_text("Country of the school")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    table.get_by_role("link", name="Australia").click()
    other = checker.routes[1]
    expect(other).to_have_attribute("open", "")
    expect(other.locator(":scope > summary")).to_be_focused()
    way = other.locator(".checker__part--alternatives").get_by_role("button", name="United Kingdom, Working Holiday")
    way.click()
    expect(checker.verdicts).to_have_count(1)
    expect(checker.verdicts.first).to_contain_text("United Kingdom, Working Holiday")
    checker.expect_verdict("eligible")
