"""How the checker behaves on its own page and on the pages of countries."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.checker_page import START, CheckerPage
from tests.browser.conftest import Watch

RUNTIME_FILES = {"pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip"}


def _answer_some(checker: CheckerPage) -> None:
    checker.fill({"citizenships": ["DE"], "residence": "DE", "date_of_birth": "2003-03-10", "funds_cad": 6000})


def test_the_checker_page_starts_python_from_the_site_itself(
    checker: CheckerPage, site_address: str, watch: Watch
) -> None:
    checker.visit(f"{site_address}checker/")
    expect(checker.status).to_have_text("Choose a citizenship to get a result.", timeout=START)
    asked = {urlsplit(url).path.rsplit("/", 1)[1]: url for url in watch.requests}
    assert asked.keys() >= {*RUNTIME_FILES, "dataset.json", "pyodide-lock.json"}
    assert all(url.startswith(site_address) for url in asked.values())
    expect(checker.next.locator("button")).to_have_attribute("data-to", "citizenships")


def test_a_country_page_starts_python_only_when_somebody_uses_the_form(
    checker: CheckerPage, site_address: str, watch: Watch
) -> None:
    checker.visit(f"{site_address}countries/se/")
    checker.page.mouse.wheel(0, 20_000)
    expect(checker.page.locator("[data-bar]")).to_be_hidden()
    assert not any("assets/checker/runtime" in url for url in watch.requests)
    checker.answer("residence", "SE")
    checker.expect_verdict("undetermined")
    assert any("assets/checker/runtime" in url for url in watch.requests)


def test_a_country_page_presets_its_country_and_clearing_brings_it_back(
    checker: CheckerPage, site_address: str
) -> None:
    checker.visit(f"{site_address}fr/countries/hr/")
    citizenship = checker.question("citizenships.0").locator("select")
    expect(citizenship).to_have_value("HR")
    checker.answer("citizenships.0", "AU")
    checker.answer("residence", "AU")
    checker.page.locator("[data-clear]").click()
    expect(citizenship).to_have_value("HR")
    expect(checker.question("residence").locator("select")).to_have_value("")
    checker.expect_verdict("undetermined")
    expect(checker.status).to_contain_text("Croatie")


def test_a_country_page_without_coop_says_what_else_is_open(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}countries/nz/")
    checker.answer("residence", "NZ")
    checker.expect_verdict("undetermined")
    assert checker.routes[0].get_attribute("data-category") == "working_holiday"
    expect(checker.verdicts).to_have_count(3)


def test_answers_that_the_page_came_with_are_not_counted(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}countries/hr/")
    count = checker.page.locator("[data-group=you] [data-count]")
    expect(count).to_have_text("0 of 5 answered")
    checker.answer("residence", "HR")
    expect(count).to_have_text("1 of 5 answered")
    checker.answer("category", "any")
    expect(count).to_have_text("2 of 6 answered")


def test_without_an_agreement_only_an_organization_is_named(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    checker.fill({"citizenships": ["MX"]})
    checker.expect_verdict("undetermined")
    sentence = checker.result.locator(".checker__sentence")
    expect(sentence).to_contain_text("There is no agreement for International Co-op (citizenship: Mexico)")
    expect(checker.part("needed").locator('[data-to="recognized_organization"]')).to_be_visible()
    expect(checker.part("alternatives")).to_have_count(0)
    checker.answer("recognized_organization", True)
    expect(checker.result).to_contain_text("A recognized organization may nominate you")
    expect(sentence).to_contain_text("There is no agreement for International Co-op (citizenship: Mexico)")


def test_a_route_that_nothing_can_turn_says_so_and_shows_nothing_more(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    checker.fill({"citizenships": ["SE"], "date_of_birth": "1960-01-01"})
    checker.expect_verdict("ineligible")
    expect(checker.part("excluded").locator(":scope > h4")).to_have_text("What rules you out")
    expect(checker.part("excluded")).to_contain_text("We found nothing that you could change by yourself")
    expect(checker.part("alternatives")).to_contain_text("No other category is open by your answers.")
    for name in ("fix", "needed", "permit", "deadlines", "costs", "documents"):
        expect(checker.part(name)).to_have_count(0)


def test_the_parts_of_a_result_stand_in_the_order_of_their_use(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    checker.fill({"citizenships": ["FR"], "invitation": {"received_on": "2026-11-20"}})
    checker.expect_verdict("undetermined")
    parts = checker.result.locator(".checker__route").first.locator(":scope > :is(section, details)")
    names = [(part.get_attribute("class") or "").rsplit("__", 1)[1] for part in parts.all()]
    assert names == [
        "part--advice",
        "part--needed",
        "criteria",
        "part--permit",
        "part--deadlines",
        "part--costs",
        "part--documents",
        "part--alternatives",
    ]


def test_the_next_question_leads_to_its_control(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    _answer_some(checker)
    checker.expect_verdict("undetermined")
    button = checker.next.locator("button")
    path = button.get_attribute("data-to") or ""
    checker.page.locator(".checker__group[open] > summary").first.click()
    button.click()
    expect(checker.question(path).locator(":focus")).to_have_count(1)


def test_a_refused_answer_says_why_beside_its_field_and_in_the_result(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    _answer_some(checker)
    checker.expect_verdict("undetermined")
    checker.answer("date_of_birth", "2103-03-10")
    question = checker.question("date_of_birth")
    message = question.locator(".checker__problem")
    expect(message).to_be_visible(timeout=START)
    expect(question.locator("input")).to_have_attribute("aria-invalid", "true")
    described = (question.locator("input").get_attribute("aria-describedby") or "").split()
    assert message.get_attribute("id") in described
    expect(checker.result.locator(".checker__notice")).to_contain_text(message.text_content() or "no message")
    expect(checker.result.locator(".checker__verdict")).to_have_count(0)
    checker.answer("date_of_birth", "2003-03-10")
    checker.expect_verdict("undetermined")
    expect(message).to_be_hidden()
    expect(question.locator("input")).not_to_have_attribute("aria-invalid", "true")


def test_a_refusal_is_told_in_sentences_with_digits_in_groups(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    checker.fill({"citizenships": ["DE"], "funds_cad": 123456789012})
    problem = checker.question("funds_cad").locator(".checker__problem")
    expect(problem).to_contain_text("123,456,789,012 is out of range. Write a number", timeout=START)


def test_a_half_typed_date_is_refused_only_once_the_reader_leaves_it(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    _answer_some(checker)
    checker.expect_verdict("undetermined")
    question = checker.question("date_of_birth")
    question.locator("input").fill("14 Ma")
    checker.settle()
    expect(question.locator(".checker__problem")).to_be_hidden()
    expect(checker.verdicts.first).to_be_visible()
    question.locator("input").blur()
    expect(question.locator(".checker__problem")).to_contain_text("14 Ma")
    expect(checker.result.locator(".checker__notice")).to_be_visible()
    for typed in ("14 March 2003", "14 mars 2003", "2003-03-14", "14.3.2003"):
        question.locator("input").fill(typed)
        expect(question.locator("[data-understood-as]")).to_have_text("Read as 14 March 2003")
        expect(question.locator(".checker__problem")).to_be_hidden()
    question.locator("input").press_sequentially(" 1")
    expect(question.locator("[data-understood-as]")).to_be_empty()


def test_a_half_typed_country_is_no_error_while_it_is_suggested(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}countries/de/")
    checker.answer("residence", "DE")
    checker.expect_verdict("undetermined")
    question = checker.question("citizenships.0")
    question.get_by_role("combobox").fill("")
    question.get_by_role("combobox").press_sequentially("Fran")
    expect(question.get_by_role("option").first).to_have_text("France")
    checker.settle()
    expect(question.locator(".checker__problem")).to_be_hidden()
    expect(checker.status).to_have_text("Cannot be said yet: Germany, International Co-op")


def test_a_refused_answer_in_the_second_row_is_shown_in_that_row(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    checker.fill({"citizenships": ["DE"], "participations": [{"season": 2020}, {"season": 1850}]})
    second = checker.question("participations.1.season")
    expect(second.locator(".checker__problem")).to_be_visible(timeout=START)
    expect(checker.question("participations.0.season").locator(".checker__problem")).to_be_hidden()


def test_rows_are_numbered_anew_when_one_is_removed(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    checker.fill({"citizenships": ["SE", "FR", "DE"]})
    rows = checker.page.locator('[data-path="citizenships"] [data-row]')
    expect(rows).to_have_count(3)
    checker.page.get_by_role("button", name="Remove citizenship 1").click()
    expect(rows).to_have_count(2)
    expect(rows.locator("label")).to_have_text(["Citizenship 1", "Citizenship 2"])
    checker.settle()
    checker.expect_verdict("undetermined")
    expect(checker.verdicts.first).to_contain_text("France")


def test_questions_that_concern_some_citizens_are_asked_of_them_only(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    checker.fill({"citizenships": ["SE"]})
    special = {
        "british_territory": "GB",
        "studies.field": "AT",
        "offer.intra_company": "AT",
        "studies.training_centre": "FR",
    }
    for path, code in special.items():
        checker.answer("citizenships.0", "SE")
        checker.settle()
        expect(checker.question(path)).to_be_hidden()
        checker.answer("citizenships.0", code)
        expect(checker.question(path)).to_be_visible()


def test_what_the_rules_need_is_asked_even_where_the_form_would_not(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    checker.fill({"citizenships": ["DE"]})
    accepted = checker.question("invitation.accepted_at")
    expect(accepted).to_be_hidden()
    checker.answer("application_submitted_at", "2027-03-12T07:30:00Z")
    expect(accepted).to_be_visible(timeout=START)
    checker.answer("invitation.accepted_at", "2027-02-20T07:25:00Z")
    checker.expect_verdict("ineligible")
    expect(accepted).to_be_visible()
    assert checker.reasons(checker.routes[0], "unmet") == {"DEADLINE_MISSED"}


def test_the_answer_may_change_while_the_reader_keeps_typing(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    _answer_some(checker)
    checker.expect_verdict("undetermined")
    funds = checker.question("funds_cad").locator("input")
    funds.fill("")
    funds.press_sequentially("100", delay=150)
    checker.expect_verdict("ineligible")
    expect(funds).to_be_focused()
    expect(funds).to_have_value("100")


def test_opened_details_stay_open_when_the_answer_changes(checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    _answer_some(checker)
    checker.expect_verdict("undetermined")
    checker.result.locator(".checker__criteria > summary").click()
    checker.answer("funds_cad", 100)
    checker.expect_verdict("ineligible")
    expect(checker.result.locator(".checker__criteria")).to_have_attribute("open", "")


def test_dates_and_money_are_written_as_the_language_writes_them(checker: CheckerPage, site_address: str) -> None:
    for folder, day, fee in (("", "1 May 2027", "CAD 184.75"), ("fr/", "1er mai 2027", "184,75\u00a0$\u00a0CA")):
        checker.visit(f"{site_address}{folder}checker/")
        _answer_some(checker)
        checker.answer("arrives_on", "2027-05-01")
        checker.expect_verdict("undetermined")
        expect(checker.part("permit")).to_contain_text(day)
        assert fee in (checker.part("costs").text_content() or "").replace("\u202f", "\u00a0")


def test_nothing_is_wider_than_a_phone(page: Page, checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}fr/checker/", width=320)
    checker.fill({"citizenships": ["AT", "GB"], "category": "any", "participations": [{"season": 2020}]})
    checker.expect_verdict("undetermined")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
