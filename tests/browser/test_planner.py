"""The plans over years as a person opens, reads and narrows them."""

from datetime import UTC, datetime

from playwright.sync_api import expect

from tests.browser.checker_page import START, CheckerPage

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
# Notes the tasks that the page asks its worker for.
NOTE_REQUESTS = """
  window.asked = [];
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...others) {
    if (message.request) window.asked.push(message.request.task);
    return send.call(this, message, ...others);
  };
"""


def test_under_the_result_somebody_plans_several_years(checker: CheckerPage, site_address: str) -> None:
    page = checker.page
    page.clock.set_fixed_time(TODAY)
    page.add_init_script(NOTE_REQUESTS)
    checker.visit(f"{site_address}checker/", 320)
    checker.fill({"citizenships": ["AT"], "residence": "AT"})
    panel = page.locator('[data-panel="plan"]')
    expect(panel).to_be_visible(timeout=START)
    loaded = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert not any("planner-" in url for url in loaded)

    # What is missing is asked for, and each button leads to its question.
    panel.locator("summary").first.click()
    status = panel.get_by_role("status")
    expect(status).to_have_text("To plan we need answers that are still missing:", timeout=START)
    panel.get_by_role("button", name="When were you born?").click()
    expect(checker.question("date_of_birth").locator("input")).to_be_focused()
    checker.fill({"date_of_birth": "2003-05-10", "participations": []})

    # The best plan is open, as a picture and in words.
    expect(status).to_have_text("The longest plan that the rules leave open: 30 months in Canada.", timeout=START)
    picture = panel.get_by_role("img").first
    expect(picture).to_have_accessible_name(
        "A chart of the plan: the permits from 22 November 2026 to 24 May 2029 at the earliest, "
        "and the last days for each. The list below says the same."
    )
    assert picture.locator(".checker__permit--earliest").count() == 3
    steps = panel.locator(".checker__steps").first.locator("> li")
    expect(steps).to_have_count(3)
    expect(steps.nth(0)).to_contain_text("On condition: The agreement takes these fields only")
    expect(steps.nth(2)).to_contain_text("You are too old on 10 May 2034")
    rows = panel.locator("tbody").first.locator("tr")
    expect(rows.first).to_contain_text("22 Nov 2026 – 22 May 2027")
    expect(rows.first).to_contain_text("31 Dec 2032")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    # With other wishes the plan is another; without any there is none.
    panel.get_by_label("Working Holiday").uncheck()
    expect(status).to_have_text("The longest plan that the rules leave open: 18 months in Canada.", timeout=START)
    panel.get_by_text("The same permits in another way (1)").click()
    expect(panel.get_by_text("Young Professionals, 12 months, then International Co-op, 6 months")).to_be_visible()
    panel.get_by_label("International Co-op first").check()
    expect(panel.get_by_text("The same permits in another way")).to_have_count(0, timeout=START)
    panel.get_by_label("International Co-op", exact=True).uncheck()
    panel.get_by_label("Young Professionals").uncheck()
    expect(status).to_have_text("Choose at least one category to get a plan.", timeout=START)
    expect(panel.get_by_label("International Co-op first")).to_be_disabled()

    # Wishes that come quickly are asked about one request at a time: the first, and the newest.
    plans = panel.locator("[data-plans]")
    expect(plans).to_have_attribute("aria-busy", "false", timeout=START)
    page.evaluate("window.asked = []")
    panel.get_by_label("Young Professionals").evaluate(
        "box => { for (let press = 0; press < 5; press++) box.click(); }"
    )
    expect(status).to_contain_text("months in Canada", timeout=START)
    expect(plans).to_have_attribute("aria-busy", "false")
    assert page.evaluate("window.asked") == ["plan", "plan"]

    # A changed answer changes the open plan.
    checker.fill({"date_of_birth": "1990-05-10"})
    expect(status).to_have_text("By these answers no agreement leaves you a participation.", timeout=START)
    panel.get_by_text("Not open to you (1)").click()
    expect(panel).to_contain_text("You are 36 on the day that counts")
    expect(panel).to_contain_text("Nobody is promised an invitation")


def test_the_page_of_the_planner_asks_only_what_a_plan_needs(checker: CheckerPage, site_address: str) -> None:
    page = checker.page
    page.clock.set_fixed_time(TODAY)
    checker.visit(f"{site_address}fr/planner/", 375)
    plans = page.locator("[data-plan]")
    status = plans.get_by_role("status")
    expect(status).to_have_text("Pour établir un plan, il nous manque des réponses\u00a0:", timeout=START)
    checker.wait_for_fields()
    checker.question("citizenships.0").get_by_role("combobox").fill("Suisse")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    checker.question("date_of_birth").locator("input").fill("31/31/2003")
    page.keyboard.press("Tab")
    expect(page.locator("[data-status]")).to_have_text(
        "Certaines réponses sont à revoir. Corrigez-les et le résultat revient.", timeout=START
    )
    checker.question("date_of_birth").locator("input").fill("10 mai 2003")
    page.locator('input[name="participations"][value="no"]').check()
    expect(status).to_have_text(
        "Le plan le plus long que les règles permettent\u00a0: 18 mois au Canada.", timeout=START
    )
    expect(plans.locator("summary", has_text="Plan 2\u00a0: 18 mois")).to_be_visible()
    plans.get_by_text("Ce qui ne vous est pas ouvert (1)").click()
    expect(plans).to_contain_text("Vacances-travail (Suisse)\u00a0:")
