"""What the reader sees when the checker cannot answer, answers late, or when scripts are off."""

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.checker_page import START, CheckerPage
from tests.browser.conftest import Watch

TIME_LIMIT = 45_000
WASM = "**/pyodide.asm.wasm"


def test_a_runtime_that_cannot_be_had_is_said_and_no_answer_is_lost(
    page: Page, checker: CheckerPage, site_address: str, watch: Watch
) -> None:
    watch.expect_error("404")
    watch.expect_error("wasm")
    page.context.route(WASM, lambda route: route.fulfill(status=404))
    checker.visit(f"{site_address}countries/de/")
    checker.answer("residence", "DE")
    expect(checker.status).to_contain_text("could not start", timeout=START)
    notice = checker.result.locator(".checker__notice")
    link = notice.get_by_role("link", name="Compare your case with the conditions on this page")
    expect(link).to_have_attribute("href", "#terms")
    expect(page.locator("#terms")).to_be_attached()
    expect(checker.question("residence").locator("select")).to_have_value("DE")
    page.context.unroute(WASM)
    notice.get_by_role("button", name="Try again").click()
    checker.expect_verdict("undetermined")


def test_a_slow_start_is_said_and_the_answer_still_arrives(page: Page, checker: CheckerPage, site_address: str) -> None:
    held: list[Route] = []
    page.clock.install()
    page.context.route(WASM, lambda route: held.append(route))
    checker.visit(f"{site_address}fr/checker/")
    checker.answer("citizenships", ["DE"])
    page.clock.run_for(TIME_LIMIT)
    expect(checker.status).to_contain_text("tarde à démarrer")
    expect(checker.result.locator(".checker__notice a")).to_have_attribute("href", "../countries/#terms")
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    checker.expect_verdict("undetermined")
    expect(checker.status).to_contain_text("Allemagne")


def test_a_browser_without_webassembly_is_told_so(page: Page, checker: CheckerPage, site_address: str) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    checker.visit(f"{site_address}checker/")
    expect(checker.status).to_contain_text("WebAssembly is missing")
    expect(checker.result.locator(".checker__notice a")).to_have_attribute("href", "../countries/#terms")


def test_without_scripts_the_form_reads_promises_no_result_and_points_at_the_conditions(
    browser: Browser, site_address: str, watch: Watch
) -> None:
    context = browser.new_context(java_script_enabled=False)
    watch.follow(context)
    page = context.new_page()
    for address, sentence in (("countries/at/", "scripts are off"), ("fr/countries/at/", "scripts sont désactivés")):
        page.goto(site_address + address)
        notice = page.locator(".checker__notice")
        expect(notice).to_be_visible()
        expect(notice).to_contain_text(sentence)
        expect(notice.locator("a")).to_have_attribute("href", "#terms")
        expect(page.locator("#terms")).to_be_attached()
        expect(page.locator("#checker-residence")).to_be_visible()
        page.locator(".checker__group[data-group=passport] > summary").click()
        expect(page.locator('.checker__question[data-path="passports"] [data-row]')).to_have_count(1)
        expect(page.locator("[data-bar]")).to_be_hidden()
        expect(page.locator("[data-live]").first).to_be_hidden()
        expect(page.locator("#checker-result")).to_be_hidden()
    context.close()
