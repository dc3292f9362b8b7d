"""The checker with a keyboard alone."""

from playwright.sync_api import Page, expect

from tests.browser.checker_page import START, CheckerPage


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"the Tab key never reaches {selector}")


def test_an_answer_can_be_had_without_a_mouse(page: Page, checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}countries/de/")
    checker.wait_for_fields()
    _tab_to(page, "#checker-residence")
    page.keyboard.type("Deutschl")
    expect(page.get_by_role("option", name="Germany (Deutschland)")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#checker-residence")).to_have_value("Germany")
    _tab_to(page, "#checker-date_of_birth")
    page.keyboard.type("14 March 2003")
    _tab_to(page, 'input[name="dependants_on_application"]')
    page.keyboard.press("ArrowDown")
    expect(page.locator('input[name="dependants_on_application"][value="no"]')).to_be_checked()
    _tab_to(page, '[data-group="insurance"] > summary')
    page.keyboard.press("Enter")
    _tab_to(page, "#checker-funds_cad")
    page.keyboard.type("10")
    checker.expect_verdict("ineligible")
    expect(page.locator("#checker-funds_cad")).to_be_focused()
    _tab_to(page, "[data-bar] > a")
    page.keyboard.press("Enter")
    expect(page.locator("#checker-result")).to_be_focused()
    _tab_to(page, ".checker__criteria > summary")
    page.keyboard.press("Enter")
    expect(checker.result.locator(".checker__outcome").first).to_be_visible()


def test_the_focus_is_always_seen_and_never_under_the_bar(page: Page, checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/", width=375)
    expect(checker.status).to_have_text("Choose a citizenship to get a result.", timeout=START)
    checker.open_groups()
    _tab_to(page, "#checker-category")
    for _ in range(40):
        page.keyboard.press("Tab")
        page.evaluate("() => new Promise(requestAnimationFrame)")  # the page scrolls to what has the focus
        seen = page.evaluate(
            """() => {
                const focused = document.activeElement, box = focused.getBoundingClientRect();
                const bar = document.querySelector("[data-bar]").getBoundingClientRect();
                const inBar = focused.closest("[data-bar]") !== null;
                const style = getComputedStyle(focused);
                const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
                return { name: focused.id || focused.name || focused.textContent,
                         covered: !inBar && box.top >= bar.top && box.bottom <= bar.bottom, outlined };
            }"""
        )
        assert not seen["covered"], seen
        assert seen["outlined"], seen


def test_adding_and_removing_a_row_keeps_the_focus_near(page: Page, checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}checker/")
    checker.wait_for_fields()
    add = page.get_by_role("button", name="Add a citizenship")
    add.focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-path="citizenships"] [data-row]').nth(1).get_by_role("combobox")).to_be_focused()
    page.get_by_role("button", name="Remove citizenship 2").focus()
    page.keyboard.press("Enter")
    expect(add).to_be_focused()
