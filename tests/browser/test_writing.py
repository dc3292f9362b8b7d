"""The form filled from a document says that document again."""

import json
import subprocess
from pathlib import Path

from playwright.sync_api import Page

from generator.dataset import load_dataset
from tests.applicants import student, took_part
from tests.browser.checker_page import CheckerPage
from tests.generated import applicants

ROOT = Path(__file__).parents[2]
CHECKER = ROOT / "site_overrides" / "checker"
ENTRY = f"""
import {{ Form }} from "{CHECKER}/form/form.js";
import {{ Words }} from "{CHECKER}/page/words.js";
const root = document.querySelector("[data-checker]");
const form = new Form(root.querySelector("form"), new Words(root), () => undefined);
window.rewritten = (document) => {{
  form.write(document);
  return form.read();
}};
"""


def test_every_document_that_is_written_into_the_form_is_read_from_it(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    command = [str(ROOT / "node_modules" / ".bin" / "esbuild"), "--bundle", "--format=iife"]
    bundled = subprocess.run(command, input=ENTRY, capture_output=True, text=True, check=True).stdout
    checker.visit(f"{site_address}countries/de/")
    page.evaluate(bundled)
    earlier = took_part("DE", "working_holiday", 2020, "2020-03-01", "2021-02-28", recognized_organization=True)
    documents = [
        student("DE", participations=[earlier, {**earlier, "season": 2022}]),
        student("GB", category="any", british_territory="jersey", citizenships=["GB", "FR"], apply_as="FR"),
        student("AT", invitation={"answer": "accepted", "accepted_at": "2027-02-20T07:25:00.000Z"}),
        {"category": "international_coop"},
        *applicants(load_dataset(ROOT / "data"), seed=4, count=60),
    ]
    for document in documents:
        read = page.evaluate("document => window.rewritten(document)", document)
        assert _plain(read) == _plain(document), json.dumps(document)


def _plain(document: dict[str, object]) -> dict[str, object]:
    """Leave out what the form always says: what the document means where it says nothing."""
    lists = {"passports": {"kind": "ordinary"}, "participations": {"recognized_organization": False}}
    plain = {key: value for key, value in document.items() if value != {}}
    plain = {"category": "international_coop", "british_territory": "united_kingdom", **plain}
    for name, usual in lists.items():
        if isinstance(rows := plain.get(name), list):
            plain[name] = [{**usual, **row} for row in rows]
    text = json.dumps(plain).replace(".000Z", "Z")
    found: dict[str, object] = json.loads(text)
    return found
