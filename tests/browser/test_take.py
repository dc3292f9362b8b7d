"""What the reader takes along: a link, kept answers, files, a message, a sheet of paper."""

import json
import re
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import icalendar
import pypdf
import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, Route, expect

from generator.cli import main
from generator.rules.model import Dataset
from tests.applicants import student
from tests.browser.checker_page import START, CheckerPage

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
KEY = "iec-coop.answers"
ACCEPTED = {"received_on": "2027-02-15", "answer": "accepted", "accepted_at": "2027-02-20T07:25:00Z"}
PRIVATE = ("date_of_birth", "expires_on", "funds_cad", "admissible", "accepted_at", "2003-03-10", "=6000")


def fragment(document: dict[str, Any], **stamp: str) -> str:
    """Write a document as the fragment of a link."""
    pairs = {"v": "1", **stamp}

    def add(value: Any, path: str) -> None:
        if isinstance(value, dict):
            for name, item in value.items():
                add(item, f"{path}.{name}" if path else name)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            add(dict(enumerate(value)), path)
        elif isinstance(value, list):
            pairs[path] = ",".join(value) or "none"
        else:
            pairs[path] = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else str(value)

    add(document, "")
    return "#" + "&".join(f"{name}={quote(text, safe=',:')}" for name, text in pairs.items())


class Taking:
    """The panel of an open page, and the notice above its form."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.panel = page.locator("[data-panel=take]")
        self.notice = page.locator(".checker > .checker__notice")
        self.told = self.panel.locator("> [role=status]")

    def unfold(self, name: str) -> None:
        expect(self.panel).to_be_visible(timeout=START)
        part = self.panel.locator(f"details[data-take={name}]")
        if part.get_attribute("open") is None:
            part.locator("summary").click()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def download(self, name: str) -> bytes:
        with self.page.expect_download() as started:
            self.press(name)
        return Path(started.value.path()).read_bytes()

    def open_file(self, content: bytes, name: str = "answers.json") -> None:
        self.page.locator("#take-file").set_input_files({"name": name, "mimeType": "text/json", "buffer": content})

    def kept(self) -> str | None:
        found: str | None = self.page.evaluate(f"localStorage.getItem('{KEY}')")
        return found

    def answers(self) -> list[str]:
        """List what stands in the controls of the form."""
        found: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('.checker__form :is(input, select)[name]')]"
            ".map((control) => control.type === 'radio' ? control.value + control.checked : control.value)"
        )
        return found


@pytest.fixture
def taking(checker: CheckerPage) -> Taking:
    return Taking(checker.page)


class Paper:
    """An open page as it is printed."""

    def __init__(self, page: Page, version: str) -> None:
        self.page, self.version = page, version

    def expect(self, *said: str) -> None:
        """Expect the answer alone on one or two pages, with what is `said` on them, its address, data and sources."""
        self.page.emulate_media(color_scheme="dark")
        for size in ("A4", "Letter"):
            read = pypdf.PdfReader(BytesIO(self.page.pdf(format=size)))
            assert 1 <= len(read.pages) <= 2
            text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read.pages))
            wanted = (*said, self.page.url, self.version, "canada.ca/…/")
            assert [part for part in wanted if part not in text] == []
        self.page.emulate_media(media="print")
        chrome = self.page.locator("header, nav, .checker__form, [data-panel]").all()
        assert not [part for part in chrome if part.is_visible()]
        ink = "(element) => [getComputedStyle(element).color, getComputedStyle(document.body).backgroundColor]"
        assert self.page.locator(".checker-sheet").evaluate(ink) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
        self.page.emulate_media(media="null", color_scheme="null")


@pytest.fixture
def paper(checker: CheckerPage, dataset: Dataset) -> Paper:
    return Paper(checker.page, dataset.version)


@pytest.fixture
def silent(checker: CheckerPage) -> None:
    """Let no rules come: what is tested works without them."""

    def nothing(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body="")

    checker.page.route("**/worker.js", nothing)


def test_answers_go_out_as_link_files_message_and_paper_and_come_back(
    checker: CheckerPage, taking: Taking, paper: Paper, site_address: str
) -> None:
    page = checker.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site_address.split("/repository")[0])
    page.clock.set_fixed_time(TODAY)
    document = student("DE", invitation=ACCEPTED)
    stamp = {"data": "abcdef123456", "on": "2026-11-01", "nonsense": "1", "offer.teer.x": "2"}
    checker.visit(f"{site_address}checker/{fragment(document, **stamp)}", width=375)
    checker.expect_verdict("eligible")
    assert "#" not in page.url
    changed = "facts have changed since the link was made on 1 November 2026"
    for said in ("filled in", "nonsense, offer.teer.x", changed):
        expect(taking.notice).to_contain_text(said)

    ticked = page.locator("[data-tick]").first
    ticked.check()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    name = page.locator(".checker-sheet .is-ticked").text_content() or ""
    assert name.partition(" (")[0] in (ticked.locator("xpath=..").text_content() or "")
    paper.expect("Germany, International Co-op: Eligible", "Costs", "Documents to gather", "10 March 2003")

    taking.unfold("link")
    link = page.locator("#take-link").input_value()
    assert not [name for name in PRIVATE if name in link]
    assert link.startswith(f"{site_address}checker/#v=1&data=")
    assert f"&on={TODAY.date()}&" in link
    page.get_by_label("Include private answers").check()
    whole = page.locator("#take-link").input_value()
    assert [name for name in PRIVATE if name not in whole] == []
    taking.press("Copy the link")
    expect(taking.told).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == whole

    calendar = icalendar.Calendar.from_ical(taking.download("Dates for my calendar (.ics)"))
    found = {str(event["uid"]).partition(".")[0]: event for event in calendar.walk("VEVENT")}
    assert found["apply-by"].decoded("dtstart").isoformat() == "2027-03-12T07:25:00+00:00"
    assert found["permit-ends"].decoded("dtstart") == date(2027, 10, 29)
    assert found["permit-ends"]["url"] == f"{site_address}checker/"

    saved = taking.download("Save my answers as a file (.json)")
    checked = CliRunner().invoke(main, ["check", "--format", "json"], input=saved)
    assert checked.exit_code == 0
    told = json.loads(checked.stdout)
    assert [route["verdict"] for route in told["routes"]] == ["eligible"]
    as_given = CliRunner().invoke(main, ["check", "--format", "json"], input=json.dumps(document))
    assert told == json.loads(as_given.stdout)

    taking.unfold("letter")
    text = page.locator("#take-text")
    expect(text).to_have_value(re.compile("Germany, International Co-op: Eligible"))
    assert not re.search("2003|2039|2032", text.input_value())
    page.get_by_label("Include my date of birth").check()
    expect(text).to_have_value(re.compile("This message holds personal details"))
    mail = taking.panel.locator("a[href^='mailto:']")
    subject = "mailto:?subject=International%20Experience%20Canada%20%E2%80%93%20Germany"
    assert (mail.get_attribute("href") or "").startswith(subject)
    text.fill("My own words")
    assert (mail.get_attribute("href") or "").endswith("&body=My%20own%20words")
    page.get_by_label("Include my date of birth").uncheck()
    expect(page.get_by_role("button", name="Write the text anew")).to_be_visible()
    expect(text).to_have_value("My own words")
    taking.press("Write the text anew from the present result")
    expect(text).to_have_value(re.compile("^Hello,"))
    text.fill("x" * 3000)
    assert "&body=" not in (mail.get_attribute("href") or "")

    page.evaluate(HEAR, "[data-panel=take] > [role=status]")
    for content, why in REFUSED_FILES.items():
        before = taking.answers()
        taking.open_file(content)
        page.wait_for_function("() => window.heard.length === 2")
        silence, told = page.evaluate("window.heard.splice(0)")
        assert silence == ""
        assert "This file was not opened, and your answers have not changed." in told
        assert why in told
        assert taking.answers() == before
        checker.settle()

    # The form asks while the file is judged: neither drops what the other has asked for.
    unknown = checker.question("offer.one_location").locator("input").last
    checker.open_groups()
    unknown.check()
    page.evaluate(OPEN_AND_ASK, '{"citizenships": ["FR"], "reference": "F-7"}')
    expect(taking.notice).to_contain_text("The answers of the file are filled in.")
    checker.expect_verdict("undetermined")
    expect(taking.notice).not_to_contain_text(changed)  # that was said of the link
    assert not unknown.is_checked()
    assert json.loads(taking.download("Save my answers as a file (.json)"))["reference"] == "F-7"
    taking.press("Bring my earlier answers back")
    checker.expect_verdict("eligible")
    expect(unknown).to_be_checked()
    expect(checker.question("funds_cad").locator("input")).to_have_value("7000")
    checker.fill({"offer": {"one_location": True}, "funds_cad": 6000})
    assert taking.answers() == before
    checker.settle()
    assert taking.download("Save my answers as a file (.json)") == saved

    page.evaluate("(link) => location.assign(link)", link)
    taking.press("Use the answers of the link")
    expect(taking.notice).to_contain_text("The link holds no private answers")
    checker.expect_verdict("undetermined")
    with_link = taking.answers()
    page.evaluate("(link) => location.assign(link)", whole)
    expect(taking.notice).to_contain_text("Yours are still in the form")
    assert taking.answers() == with_link
    taking.press("Use the answers of the link")
    checker.expect_verdict("eligible")
    assert taking.answers() == before
    page.evaluate("location.hash = '#checker-result'")
    assert page.url.endswith("#checker-result")
    assert taking.answers() == before


# A live region that takes on the text that it has is not read aloud: what it says one after another is noted.
HEAR = """(selector) => {
  const region = document.querySelector(selector);
  window.heard = [];
  new MutationObserver(() => window.heard.push(region.textContent)).observe(region, { childList: true });
}"""

# Chooses a file, and has the form ask about a new answer once the file is being judged.
OPEN_AND_ASK = """async (content) => {
  const carried = new DataTransfer();
  carried.items.add(new File([content], "answers.json"));
  const input = document.querySelector("#take-file");
  input.files = carried.files;
  input.dispatchEvent(new Event("change"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const form = document.querySelector(".checker__form");
  form.elements.funds_cad.value = "7000";
  form.requestSubmit();
}"""

REFUSED_FILES = {
    b"no json": "It is not JSON",
    b"": "It is not JSON",
    b"\xff\xfe\x00": "It is not JSON",
    b'["DE"]': "does not hold answers of this form",
    b"null": "does not hold answers of this form",
    b"[" * 50_000 + b"]" * 50_000: "does not hold answers of this form",
    b'{"offer": {"a": {"b": {"c": {"d": 1}}}}}': "does not hold answers of this form",
    b'{"a": "' + b"x" * 100_000 + b'"}': "too large",
    b'{"__proto__": {"residence": "DE"}}': "__proto__: There is no answer of this name",
    b'{"citizenships": ["XX"]}': "citizenships.0: ",
    b'{"residence": ["DE"], "offer": 7, "passports": {"0": {}}}': "residence: ",
    b'{"date_of_birth": "<img src=x onerror=alert(1)>"}': "date_of_birth: ",
    b'{"funds_cad": 1e999, "season": 1e99}': "season: ",
    b'{"routes": [], "data_version": "x"}': "routes: There is no answer of this name",
}

HOSTILE = [
    "v=1",
    "v=2&residence=DE",
    "v=1&v=2&residence=DE",
    "v=" + "1" * 100,
    "v=1&residence=" + "D" * 20_000,
    "v=1&" + "&".join(f"x{number}=1" for number in range(900)),
    "v=1&residence=<img src=x onerror=alert(1)>",
    "v=1&<img src=x onerror=alert(1)>=1",
    "v=1&__proto__=1&__proto__.residence=DE&constructor.prototype.x=1",
    "v=1&studies.registered=constructor&studies.registered=toString",
    "v=1&residence=%E0%A4%A&date_of_birth=%00",
    "v=1&date_of_birth=2003-02-30&arrives_on=99999-01-01",
    "v=1&application_submitted_at=2027-02-20T25:00:00Z",
    "v=1&funds_cad=-1&season=NaN&offer.teer=1e3",
    "v=1&passports.99999999.issuer=DE&passports.0=DE&passports.-1.issuer=DE&passports.*.issuer=DE&passports..issuer=DE",
    "v=1&citizenships=" + ",".join(["DE"] * 500),
    "v=1&citizenships=none&citizenships=,,&citizenships.0=DE",
    "v=1&data=../../x&on=yesterday",
    "v=1&reference=javascript:alert(1)&passports=some",
    "v=1&category=any;category=working_holiday&british_territory='\"><script>alert(1)</script>",
    "v=1&residence=\u202eED\u2066",
]


@pytest.mark.usefixtures("silent")
def test_a_damaged_or_hostile_link_fills_in_nothing_and_says_so(
    checker: CheckerPage, taking: Taking, site_address: str
) -> None:
    checker.visit(f"{site_address}countries/gb/#v=1&residence=DE", width=375)
    expect(checker.page.locator("[data-bar]")).to_be_visible()
    expect(taking.notice).to_contain_text("filled in")
    assert checker.question("residence").locator("select").input_value() == "DE"
    checker.visit(f"{site_address}checker/", width=375)
    expect(checker.page.locator("[data-bar]")).to_be_visible()
    empty = taking.answers()
    for text in HOSTILE:
        checker.page.evaluate("(text) => { location.hash = text; }", text)
        expect(taking.notice, text[:60]).to_be_visible()
        assert "#" not in checker.page.url
        assert taking.answers() == empty, text[:60]
        assert len(taking.notice.inner_text()) < 600, text[:60]
        taking.notice.get_by_role("button").first.click()
        expect(taking.notice).to_be_hidden()
    assert checker.page.locator("[onerror], img[src=x]").count() == 0
    rows = "passports.7.issuer=DE&passports.3.issuer=FR"
    checker.page.evaluate(f"location.hash = '#v=1&residence=DE&residence=FR&{rows}'")
    expect(taking.notice).to_contain_text("left out: ")
    passports = checker.page.locator("[name$='.issuer']:not([name^='{'])")
    assert [each.input_value() for each in passports.all() if each.is_enabled()][:2] == ["FR", "DE"]


def test_answers_are_kept_only_when_the_reader_asks_and_forgotten_at_a_press(
    checker: CheckerPage, taking: Taking, paper: Paper, site_address: str
) -> None:
    page = checker.page
    page.clock.set_fixed_time(TODAY)
    document = student("DE", assessed_on="2027-02-15", offer__employer_submitted=False, funds_cad=100)
    checker.visit(f"{site_address}fr/checker/{fragment(document)}", width=375)
    checker.expect_verdict("ineligible")
    paper.expect("Allemagne, Stage coop international : Non admissible", "Ce qui fait obstacle", "Ce qui changerait")

    assert taking.kept() is None
    taking.unfold("keep")
    box = page.get_by_label("Conserver mes réponses dans ce navigateur")
    box.check()
    expect(taking.told).to_have_text("Réponses conservées le 22 novembre 2026.")
    assert f"&on={TODAY.date()}&" in (taking.kept() or "")
    assert "date_of_birth=2003-03-10" in (taking.kept() or "")
    full, text = taking.answers(), taking.kept() or ""
    box.uncheck()
    assert taking.kept() is None
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('blocked'); }; }")
    box.click()
    expect(taking.told).to_contain_text("ne laisse pas les pages conserver")
    expect(box).not_to_be_checked()

    page.route("**/worker.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.evaluate("(pair) => { localStorage[pair[0]] = pair[1]; }", [KEY, text])
    checker.visit(f"{site_address}checker/")
    expect(taking.notice).to_contain_text("Your answers are back, as kept in this browser on 22 November 2026.")
    assert taking.answers() == full
    checker.visit(f"{site_address}countries/gb/")
    expect(taking.notice).to_contain_text("This browser keeps answers of 22 November 2026.")
    assert checker.question("citizenships.0").locator("select").input_value() == "GB"
    taking.press("Use the kept answers")
    assert checker.question("citizenships.0").locator("select").input_value() == "DE"
    checker.visit(f"{site_address}fr/checker/")
    expect(taking.notice).to_contain_text("Vos réponses sont de retour")
    taking.press("Oublier les réponses conservées")
    expect(page.locator("#checker-heading")).to_be_focused()
    assert taking.kept() is None
    for broken in ("{}", "v=1&on=never", "v=1&on=2026-11-01&" + "x" * 9000):
        page.evaluate("(pair) => localStorage.setItem(...pair)", [KEY, broken])
        checker.visit(f"{site_address}checker/")
        expect(page.locator("[data-bar]")).to_be_visible()
        expect(taking.notice).to_be_hidden()
        assert taking.kept() is None
