"""The page for placement offices: a table dropped on it is assessed in the browser as on the command line."""

import csv
from base64 import b64encode
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, Route, expect

from generator.browser.offices import render_offices
from generator.cli.batch import check_table
from tests.browser.axe import violations
from tests.browser.checker_page import START, CheckerPage, released
from tests.browser.conftest import Watch

TODAY = date(2027, 2, 15)
SILENCE = 30_000
HEAD = "Référence;Nationalité;Date de naissance;Pays de résidence;Pointure"
KINDS = (
    ("É-{n};Norvège;14 mars 2003;NO;38", "undetermined"),
    ("É-{n};autrichienne;14/03/1985;Autriche;39", "ineligible"),
    ("=É-{n};FR;31 avril 2003;FR;40", "error"),
)
COUNT = 240
ROWS = [KINDS[n % 3][0].format(n=n) for n in range(COUNT)]
DROP = """([selector, name, content]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name));
  document.querySelector(selector).dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true}));
}"""


def drop(page: Page, content: bytes, name: str = "élèves.csv") -> None:
    page.evaluate(DROP, ["[data-drop]", name, b64encode(content).decode()])


def saved(page: Page, button: str) -> tuple[str, str]:
    with page.expect_download(timeout=START) as waited:
        page.locator(button).click()
    return waited.value.suggested_filename, Path(waited.value.path()).read_bytes().decode()


def test_a_table_that_is_dropped_is_assessed_filtered_and_saved(
    page: Page, checker: CheckerPage, site_address: str, dataset, words
) -> None:
    page.clock.set_fixed_time("2027-02-15T12:00:00")
    checker.visit(f"{site_address}fr/offices/", width=320)
    name, template = saved(page, "[data-template]")
    assert name == "modele.csv"
    assert template.startswith("\ufeffRéférence;Catégorie;")

    drop(page, b"PK\x03\x04 no workbook")
    expect(page.locator("[data-problems] li")).to_contain_text("Nous ne pouvons pas lire ce classeur")
    assert violations(page) == []

    table = "\r\n".join([HEAD, *ROWS]).encode("windows-1252")
    drop(page, table)
    progress = page.locator("[data-progress]")
    expect(progress).to_be_visible()
    expect(checker.status).to_contain_text("Lignes évaluées", timeout=START)
    page.locator("[data-cancel]").click()
    expect(checker.status).to_contain_text("Arrêté.")
    expect(progress).to_be_hidden()
    assert 0 < page.locator("[data-place] tbody tr").count() < COUNT

    drop(page, table)
    expect(checker.status).to_have_text(f"Toutes les lignes sont évaluées\u00a0: {COUNT}.", timeout=START)
    expect(page.locator("#offices-results")).to_be_focused()
    expect(page.locator("[data-notices] li")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []

    rows = page.locator("[data-place] tbody tr")
    show = page.locator("[data-show]")
    shown = page.locator("[data-shown]")
    expect(shown).to_have_text(f"1 à 100 sur {COUNT}")
    page.locator("[data-next-rows]").click()
    expect(shown).to_have_text(f"101 à 200 sur {COUNT}")
    expect(page.locator("[data-place]")).to_be_focused()
    for verdict in ("undetermined", "ineligible", "error"):
        show.select_option(verdict)
        expect(rows).to_have_count(COUNT // 3)
        expect(rows.locator(f".offices__verdict--{verdict}")).to_have_count(COUNT // 3)
    expect(rows.first).to_contain_text("=É-2Ligne 4")
    expect(rows.first).to_contain_text("Date de naissance\u00a0: le 31 avril 2003 n’existe pas")
    show.select_option("eligible")
    expect(page.locator("[data-place] p")).to_have_text("Aucune ligne n’a ce verdict.")

    name, results = saved(page, "[data-save]")
    assert name == "élèves-resultats.csv"
    found = list(csv.DictReader(StringIO(results.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert [row["Code du verdict"] for row in found] == [KINDS[n % 3][1] for n in range(COUNT)]
    assert found[2]["Référence"] == "'=É-2"
    assert results == "\ufeff" + check_table(table, "élèves.csv", dataset, words, "fr", TODAY)[0]


def test_a_workbook_is_read_by_what_only_workbooks_load(
    page: Page, checker: CheckerPage, watch: Watch, site_address: str
) -> None:
    held: list[Route] = []
    page.context.route("**/workbooks*.zip", lambda route: held.append(route))
    page.clock.install()
    checker.visit(f"{site_address}offices/")
    expect(checker.status).to_have_text("", timeout=START)
    assert not any("workbooks" in url for url in watch.requests)
    book, file = Workbook(), BytesIO()
    for row in (["Reference", "Citizenships", "Date of birth"], ["A", "AT", date(1985, 3, 4)]):
        book.active.append(row)
    book.save(file)
    page.locator("#offices-file").set_input_files({"name": "a.xlsx", "mimeType": "", "buffer": file.getvalue()})
    # A large workbook on a slow phone takes longer than any other request may.
    expect(page.locator("[data-cancel]")).to_be_visible()
    page.clock.run_for(2 * SILENCE)
    expect(page.locator("[data-again]")).to_be_hidden()
    released(held, page)
    expect(checker.status).to_have_text("All rows are assessed: 1.", timeout=START)
    expect(page.locator("[data-place] tbody tr")).to_contain_text("Not eligible")
    assert sum("workbooks" in url for url in watch.requests) == 1


def test_without_webassembly_the_page_leads_to_the_command_line(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    checker.visit(f"{site_address}offices/")
    expect(checker.status).to_contain_text("WebAssembly is missing or off")
    expect(page.locator("[data-elsewhere]")).to_have_attribute("href", "#command-line")
    expect(page.locator("[data-drop]")).to_be_hidden()
    expect(page.locator("#command-line")).to_be_attached()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_without_a_script_the_page_leads_to_the_command_line(lang: str) -> None:
    html = render_offices(lang, command_line="#command-line")
    assert html.split("<noscript>")[1].split("</noscript>")[0].count('href="#command-line"') == 1
    assert "<div data-live hidden>" in html
