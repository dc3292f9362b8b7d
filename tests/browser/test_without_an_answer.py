"""What the reader sees when the checker cannot answer, answers late, or when scripts are off."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.checker_page import START, CheckerPage, released
from tests.browser.conftest import Watch

TIME_LIMIT = 45_000
SILENCE = 30_000
WASM = "**/pyodide.asm.wasm"
ANSWERED = 'input[name="dependants_on_application"][value="no"]'

WORKER = "**/assets/checker/worker.js"


def _dying(when: str) -> str:
    """Kill the worker at such a request: it takes all its requests with it, and nothing tells the page."""
    return f"""addEventListener("message", (event) => {{
      const {{ task, document }} = event.data.request;
      if (!({when})) return;
      event.stopImmediatePropagation();
      close();
    }})"""


AT_AN_ANSWER = _dying("document.dependants_on_application === false")
AT_A_PLAN = _dying("task === 'plan'")


def _missing(route: Route) -> None:
    route.fulfill(status=404)


def _lost(route: Route) -> None:
    route.abort()


def _cut(route: Route) -> None:
    """Serve the first half of a file."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[: len(answer.body()) // 2])


def _beginning_with(code: str) -> Callable[[Route], None]:
    """Serve a script that does something else first."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{code};{answer.text()}")

    return serve


FAILURES: list[tuple[str, Callable[[Route], None]]] = [
    (WASM, _missing),
    (WASM, _cut),
    (WASM, _lost),
    ("**/assets/checker/worker.js", _cut),
    ("**/assets/checker/manifest.json", _missing),
    ("**/python_stdlib.zip", _cut),
    ("**/*.whl", _cut),
    ("**/dataset.json", _cut),
    # What a phone does that has no memory left.
    (
        "**/assets/checker/worker.js",
        _beginning_with("WebAssembly.Memory = class { constructor() { throw new RangeError('out of memory') } }"),
    ),
]


# What shows the answer of the rules comes later than the page.
SHOWING = "**/assets/checker/following-*.js"
SHOWING_STYLE = "**/assets/checker/late.css"


# What the page of a country loads once the reader comes near.
LATER: list[tuple[str, Callable[[Route], None]]] = [
    ("**/assets/checker/checker.css", _lost),
    ("**/assets/checker/form.en.json", _missing),
    ("**/assets/checker/form.en.json", _cut),
]


def test_a_form_that_does_not_come_is_said_with_a_way_out_and_comes_when_it_is_asked_for_again(
    page: Page, site_address: str, watch: Watch
) -> None:
    watch.expect_error("Failed to load resource")
    place = page.locator("[data-form-place]")
    page.goto(f"{site_address}countries/de/")
    for file, fail in LATER:
        page.context.route(file, fail)
        with page.expect_request(file):
            retry = place.get_by_role("button", name="Try again")
            retry.click() if retry.is_visible() else place.evaluate("place => place.scrollIntoView()")
        expect(place.get_by_role("alert")).to_contain_text("The questions did not come")
        expect(place.get_by_role("link", name="the page of the checker")).to_have_attribute("href", "../../checker/")
        page.context.unroute(file)
    place.get_by_role("button", name="Try again").click()
    expect(place.get_by_role("heading", name="Your answers")).to_be_visible()
    expect(place.get_by_role("alert")).to_have_count(0)


def test_a_link_with_answers_brings_the_form_of_a_country_page_wherever_the_reader_is(
    page: Page, site_address: str
) -> None:
    page.goto(f"{site_address}countries/gb/#v=1&residence=DE")
    expect(page.locator("[data-checker] [data-bar]")).to_be_visible()
    assert page.evaluate("scrollY") == 0


def test_whatever_fails_at_the_start_is_said_with_the_table_and_a_retry_and_no_answer_is_lost(
    page: Page, checker: CheckerPage, site_address: str, watch: Watch
) -> None:
    watch.expect_error("")  # a failing start says much on the console, some of it in empty lines
    notice = checker.result.locator(".checker__notice")
    retry = notice.get_by_role("button", name="Try again")
    for number, (file, fail) in enumerate(FAILURES):
        page.context.route(file, fail)
        if number == 0:
            checker.visit(f"{site_address}countries/de/")
            checker.answer("dependants_on_application", False)
        else:
            retry.click()
        expect(checker.status, f"{file} {number}").to_contain_text("could not start", timeout=START)
        link = notice.get_by_role("link", name="Compare your case with the conditions on this page")
        expect(link).to_have_attribute("href", "#answers")
        expect(page.locator(ANSWERED)).to_be_checked()
        page.context.unroute(file)
    expect(page.locator("#answers + p + table.answers")).to_be_visible()
    retry.click()
    checker.expect_verdict("undetermined")
    expect(page.locator(ANSWERED)).to_be_checked()
    expect(notice).to_have_count(0)


def test_rules_whose_answer_cannot_be_shown_end_in_the_same_sentence_and_a_retry_that_works(
    page: Page, checker: CheckerPage, site_address: str, watch: Watch
) -> None:
    watch.expect_error("Failed to load resource")
    page.context.route(SHOWING, _lost)
    page.context.route(SHOWING_STYLE, _missing)
    checker.visit(f"{site_address}countries/de/")
    checker.answer("dependants_on_application", False)
    expect(checker.status).to_contain_text("could not start", timeout=START)
    page.context.unroute(SHOWING)
    retry = checker.result.get_by_role("button", name="Try again")
    with page.expect_response(SHOWING_STYLE):
        retry.click()
    expect(checker.status).to_contain_text("could not start")
    expect(checker.result).to_have_attribute("aria-busy", "false")
    expect(page.locator(ANSWERED)).to_be_checked()
    page.context.unroute(SHOWING_STYLE)
    retry.click()
    checker.expect_verdict("undetermined")
    expect(checker.status).to_contain_text("Germany")
    expect(page.locator(ANSWERED)).to_be_checked()


def test_a_worker_that_dies_while_it_answers_is_noticed_and_started_anew(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    page.clock.install()
    page.context.route(WORKER, _beginning_with(AT_AN_ANSWER))
    checker.visit(f"{site_address}countries/de/")
    page.locator(ANSWERED).focus()
    checker.expect_verdict("undetermined")
    checker.answer("dependants_on_application", False)
    page.clock.run_for(1_000)
    expect(checker.result).to_have_attribute("aria-busy", "true")
    page.clock.run_for(SILENCE)
    expect(checker.result.locator(".checker__notice")).to_be_visible()
    expect(page.locator(ANSWERED)).to_be_checked()
    page.context.unroute(WORKER)
    page.context.route(WORKER, _beginning_with(AT_A_PLAN))
    checker.result.get_by_role("button", name="Try again").click()
    checker.expect_verdict("undetermined")
    expect(page.locator(ANSWERED)).to_be_checked()

    # Another part of the page has asked, about answers that were assessed before: the result comes back all the same.
    page.get_by_role("button", name="Ask me one question at a time").click()
    page.locator("[data-panel=plan] summary").first.click()
    expect(page.locator("[data-plans]")).to_have_attribute("aria-busy", "true")
    page.clock.run_for(SILENCE)
    expect(checker.status).to_contain_text("could not start")
    page.context.unroute(WORKER)
    checker.result.get_by_role("button", name="Try again").click()
    expect(page.locator("#checker-result")).to_be_focused()
    checker.expect_verdict("undetermined")
    expect(checker.status).to_contain_text("Germany")
    expect(page.locator("[data-plans]")).to_have_attribute("aria-busy", "false", timeout=START)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".checker__problem:visible").first).to_contain_text("We need this answer")


def test_the_page_of_the_planner_comes_back_after_a_failure(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    page.clock.install()
    page.context.route(WORKER, _beginning_with(AT_A_PLAN))
    checker.visit(f"{site_address}planner/")
    plans = page.locator("[data-plans]")
    expect(plans).to_have_attribute("aria-busy", "true", timeout=START)
    page.clock.run_for(SILENCE)
    expect(checker.status).to_contain_text("could not start")
    expect(plans).to_be_hidden()
    page.context.unroute(WORKER)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("[data-plan]").get_by_role("status")).to_contain_text("still missing", timeout=START)
    expect(plans).to_have_attribute("aria-busy", "false")
    expect(checker.status).to_have_text("")
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)


def test_a_slow_start_is_said_and_the_answer_still_arrives(page: Page, checker: CheckerPage, site_address: str) -> None:
    held: list[Route] = []
    page.clock.install()
    page.context.route(WASM, lambda route: held.append(route))
    checker.visit(f"{site_address}fr/countries/de/")
    checker.answer("dependants_on_application", False)
    page.clock.run_for(TIME_LIMIT)
    expect(checker.status).to_contain_text("tarde à démarrer")
    expect(checker.result.locator(".checker__notice a")).to_have_attribute("href", "#answers")
    released(held, page)
    checker.expect_verdict("undetermined")
    expect(checker.status).to_contain_text("Allemagne")


def test_a_browser_without_webassembly_is_told_so(page: Page, checker: CheckerPage, site_address: str) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    checker.visit(f"{site_address}checker/")
    expect(checker.status).to_contain_text("WebAssembly is missing")
    expect(checker.result.locator(".checker__notice a")).to_have_attribute("href", "../countries/#terms")
    page.goto(f"{site_address}countries/#terms")
    expect(page.locator("table#terms")).to_be_visible()


def test_without_scripts_the_page_answers_in_a_table_and_the_form_says_what_is_missing(
    browser: Browser, site_address: str, watch: Watch
) -> None:
    context = browser.new_context(java_script_enabled=False)
    watch.follow(context)
    page = context.new_page()
    for address, sentence, born, others in (
        ("countries/at/", "scripts are off", "Which dates of birth fit?", "More questions"),
        (
            "fr/countries/at/",
            "scripts sont désactivés",
            "Quelles dates de naissance conviennent\xa0?",
            "Autres questions",
        ),
    ):
        page.goto(site_address + address)
        notice = page.locator("[data-form-place] p").first
        expect(notice).to_be_visible()
        expect(notice).to_contain_text(sentence)
        notice.get_by_role("link").click()
        assert page.url.endswith("#answers")
        expect(page.locator("table.answers").first).to_be_in_viewport()
        page.locator("summary", has_text=others).click()
        row = page.locator("table.answers").get_by_role("row", name=born)
        expect(row).to_be_in_viewport()
        expect(row).to_contain_text("1990")
        # Nothing offers what only a script can do.
        expect(page.locator("[data-form-place]").get_by_role("button")).to_have_count(0)
        page.goto(f"{site_address}{address.split('countries')[0]}checker/")
        expect(page.locator("[data-checker] .checker__notice")).to_contain_text(sentence)
        expect(page.locator("[data-checker]").get_by_role("button")).to_have_count(0)
        expect(page.locator("[data-bar]")).to_be_hidden()
        expect(page.locator("[data-live]").first).to_be_hidden()
        expect(page.locator("#checker-result")).to_be_hidden()
    context.close()
