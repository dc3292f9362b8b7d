"""Comparing in the page: the table filtered and sorted, countries side by side, both kept in the address."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Watch

ROWS = "#terms tbody tr"


def shown(page: Page) -> list[str]:
    """Return the codes of the rows in sight, from the top down."""
    codes = page.locator(f"{ROWS}:not([hidden])").evaluate_all("rows => rows.map((row) => row.dataset.code)")
    return [str(code) for code in codes]


def asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.fixture
def watched(page: Page, watch: Watch) -> Page:
    watch.follow(page.context)
    return page


def test_the_table_is_filtered_and_sorted_with_the_keyboard_and_the_address_keeps_it(
    watched: Page, site_address: str
) -> None:
    page = watched
    page.goto(f"{site_address}countries/?months=18&sort=-months&age=old&school=nowhere&colour=red#terms")
    status = page.locator("#sieve").get_by_role("status")
    # Values that no field has are left out; Australia stays: its sources disagree.
    expect(status).to_have_text("5 of 38 countries are shown. Not certain: 1.")
    assert shown(page) == ["pt", "kr", "gb", "ch", "au"]
    assert asked(page) == {"months": "18", "sort": "-months"}
    assert page.url.endswith("#terms")
    expect(page.locator("[data-code=au] .terms__perhaps")).to_have_text("Not certain: First permit, at least")
    expect(page.locator("th[aria-sort=descending]")).to_have_text("Longest permit")
    assert violations(page) == []

    # A fifth country is one too many to stand side by side.
    side = page.get_by_role("link", name="Compare these side by side")
    expect(side).to_be_hidden()
    page.locator("[name=months]").focus()
    page.keyboard.press("ArrowDown")
    expect(side).to_have_attribute("href", "../compare/?with=pt,kr,gb,au")

    head = page.get_by_role("button", name="Country", exact=True)
    head.focus()
    page.keyboard.press("Enter")
    assert shown(page) == ["au", "pt", "kr", "gb"]
    page.keyboard.press("Enter")
    assert shown(page) == ["gb", "kr", "pt", "au"]
    expect(head.locator("xpath=..")).to_have_attribute("aria-sort", "descending")

    page.locator("[name=age]").press_sequentially("36")
    expect(status).to_have_text("0 of 38 countries are shown.")
    nothing = page.locator("#nothing")
    expect(nothing).to_be_visible()
    page.reload()
    expect(status).to_have_text("0 of 38 countries are shown.")
    assert asked(page) == {"age": "36", "months": "24", "sort": "-country"}
    assert (
        asked(page).items()
        <= dict(
            part.split("=") for part in str(page.locator("a.twin").get_attribute("href")).split("?")[1].split("&")
        ).items()
    )
    nothing.get_by_role("button").press("Enter")
    expect(status).to_have_text("38 of 38 countries are shown.")
    expect(page.locator("[name=offered]")).to_be_focused()
    assert asked(page) == {}
    assert shown(page)[:3] == ["ad", "au", "at"]


def test_rows_without_a_value_stay_last_in_both_directions_and_equal_ones_in_the_order_of_names(
    watched: Page, site_address: str
) -> None:
    page = watched
    page.goto(f"{site_address}fr/countries/?sort=gap")
    offered = page.locator(".terms__row--offered").count()
    up = shown(page)
    page.locator("[name=sort]").select_option("-gap")
    down = shown(page)
    assert up[offered:] == down[offered:]
    assert down[:2] == ["lv", "pl"]
    assert up[offered - 2 : offered] == ["pl", "lv"]
    equal = [code for code in up if code in {"es", "hr", "lt", "sk"}]
    assert equal == [code for code in down if code in set(equal)] == ["hr", "es", "lt", "sk"]

    page.locator("[name=age]").fill("33")
    expect(page.locator("[data-code=se]")).to_be_hidden()
    expect(page.locator("[data-code=lu] .terms__perhaps")).to_have_text("Incertain\u00a0: Votre âge")
    page.locator("[name=again]").select_option("coop")
    expect(page.locator("[data-code=ch]")).to_be_visible()
    expect(page.locator("[data-code=de]")).to_be_hidden()


def test_countries_stand_side_by_side_and_rows_that_differ_alone(watched: Page, site_address: str) -> None:
    page = watched
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{site_address}compare/?with=gb,XX,DE,de,au,ch,fr")
    place, status = page.locator("#sides"), page.locator("#pick").get_by_role("status")
    # What names no country is left out, a second naming too, and four is the most.
    expect(place.locator("thead th")).to_have_text(["United Kingdom", "Germany", "Australia", "Switzerland"])
    expect(status).to_have_text(re.compile(r"^Rows that differ: \d+ of \d+\.$"))
    assert asked(page)["with"] == "gb,de,au,ch"
    rows, different = place.locator("tbody tr"), place.locator("tbody tr.pair__row--differs")
    permit = rows.filter(has_text="Longest work permit")
    expect(permit.locator(".pair__differs")).to_have_text("differs")
    expect(permit.get_by_role("link", name="up to 24 months")).to_have_attribute(
        "href", "../countries/gb/#GB.international_coop.permit_months"
    )
    expect(rows.filter(has_text="Kind of work permit").locator(".pair__differs")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert violations(page) == []

    count = different.count()
    assert 0 < count < rows.count()
    page.get_by_label("Only rows that differ").check()
    expect(rows).to_have_count(count)
    assert asked(page)["only"] == "differences"
    page.reload()
    expect(rows).to_have_count(count)

    page.get_by_label("Country 1").select_option("fi")
    for number in (3, 4):
        page.get_by_label(f"Country {number}").select_option("")
    expect(place.locator("thead th")).to_have_text(["Finland", "Germany"])
    page.get_by_label("Country 1").select_option("gr")
    expect(status).to_have_text(re.compile(r"differ: \d+ of|No row differs"))
    page.get_by_label("Country 2").select_option("gr")
    expect(status).to_have_text("Choose a second country.")
    page.get_by_role("button", name="Start again").click()
    expect(status).to_have_text("Choose at least two countries.")
    expect(place.locator("table")).to_have_count(0)
    assert asked(page) == {}


def test_without_a_script_the_whole_table_and_the_ready_comparisons_are_there(
    browser: Browser, site_address: str, watch: Watch
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    watch.follow(context)
    page = context.new_page()
    page.goto(f"{site_address}countries/?months=24")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(38)
    expect(page.locator("#sieve")).to_be_hidden()
    page.goto(f"{site_address}fr/compare/?with=de,fr")
    expect(page.locator("#pick")).to_be_hidden()
    said = page.locator("noscript p", has_text="demande JavaScript")
    expect(said).to_be_visible()
    ready = page.locator("details.ready").first
    ready.locator("summary").press("Enter")
    expect(ready.get_by_role("link", name="Suisse", exact=True)).to_be_visible()
    said.locator("a").click()
    assert page.url == f"{site_address}fr/countries/"
    context.close()
