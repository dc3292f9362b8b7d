"""Comparing in the page: the table filtered and sorted, countries side by side, both kept in the address."""

import re
from collections import Counter
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


def test_a_country_without_the_category_is_said_once_and_its_dashes_are_no_difference(
    watched: Page, site_address: str
) -> None:
    page = watched
    page.goto(f"{site_address}/compare/?with=be,fr")
    status = page.locator("[data-shown]")
    expect(status).to_contain_text("Belgium: International Co-op is not offered")
    age = page.locator("#sides tbody tr").filter(has_text="18 to 35").first
    expect(age.locator("td").first).to_have_text("–")
    expect(page.locator("#sides .pair__row--differs").filter(has_text="Longest work permit")).to_have_count(0)
    expect(page.locator("#sides .pair__row--differs").filter(has_text="Not offered").first).to_be_visible()


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


def test_on_a_phone_the_table_stays_a_table_that_is_short_and_shows_the_column_that_orders_it(
    watched: Page, site_address: str
) -> None:
    page = watched
    page.set_viewport_size({"width": 375, "height": 667})
    for address in ("countries/", "fr/countries/", "countries/?sort=-gap", "fr/countries/?sort=-participations"):
        page.goto(site_address + address)
        expect(page.locator("#sieve")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        assert page.evaluate("document.documentElement.scrollHeight") < (5600 if "sort" in address else 5000)
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        roles = Counter(node["role"]["value"] for node in tree if not node["ignored"])
        assert [roles[role] for role in ("table", "row", "rowheader", "columnheader", "cell")] == [1, 39, 38, 4, 114]
        column = page.locator("th[aria-sort]:not([aria-sort=none])")
        expect(column).to_be_visible()
        assert violations(page) == []


@pytest.mark.parametrize("folder", ["", "fr/"])
def test_the_menu_of_a_phone_is_opened_and_closed_with_keys(watched: Page, site_address: str, folder: str) -> None:
    page = watched
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(f"{site_address}{folder}guide/fees/")
    button = page.get_by_role("button", name="Navigation", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    menu = page.locator(".md-sidebar--primary")
    expect(menu.locator("a:focus")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Tab")
    expect(menu.locator(":focus")).to_have_count(0)
    assert violations(page) == []


def test_a_wide_screen_has_four_links_in_the_bar_and_the_whole_table_in_the_page(
    watched: Page, site_address: str
) -> None:
    page = watched
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site_address}/countries/")
    links = page.locator(".head-links a")
    expect(links).to_have_text(["Countries", "Guide", "Checker", "Questions"])
    expect(page.locator(".head-links [aria-current=page]")).to_have_text("Countries")
    box = page.locator(".wide--terms")
    assert box.evaluate("box => box.scrollHeight === box.clientHeight")
    page.locator("tr[data-code=se]").scroll_into_view_if_needed()
    head = page.locator("#terms thead th").first.bounding_box()
    assert head is not None
    assert 0 < head["y"] < 100
    links.last.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/guide/questions/$"))
    page.set_viewport_size({"width": 375, "height": 800})
    expect(links.first).to_be_hidden()


def test_a_link_to_a_folded_fact_opens_its_fold(watched: Page, site_address: str) -> None:
    page = watched
    page.goto(f"{site_address}countries/de/#DE.international_coop.permit")
    expect(page.locator("[id='DE.international_coop.permit']")).to_be_in_viewport()
    fold = page.locator("details.fold:has([id='DE.working_holiday.ages'])")
    expect(fold).not_to_have_attribute("open", re.compile(""))
    page.evaluate("location.hash = '#DE.working_holiday.ages'")
    expect(page.locator("[id='DE.working_holiday.ages']")).to_be_in_viewport()
