"""Whether the line and the processor are as slow as they are said to be, in a page and in its worker alike."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from tests.bench.start.chromium import running
from tests.bench.start.conditions import Condition
from tests.bench.start.served import paced
from tests.bench.start.slowed import slowed

SCRIPT = Path(__file__).parent / "proof.js"
SIZE = 400_000
PAGE = "<!doctype html><title>Proof</title><link rel=icon href=data:,>"


def prove(playwright: Playwright, condition: Condition, folder: Path) -> dict[str, Any]:
    """Return what a page and its worker measure under a condition: {"page": measured, "worker": measured}.

    `measured` has "latency", "all" and "busy" in milliseconds and "rate" in bytes per millisecond; `folder` is a new
    one for the files of the trial.
    """
    site = folder / "site"
    site.mkdir(parents=True)
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    (site / "proof.bin").write_bytes(bytes(SIZE))
    with paced(site, condition.network) as (address, _), running(playwright, folder / "profile") as browser:
        page = browser.context.new_page()
        page.goto(address)
        with slowed(browser.group, condition.cpu):
            measured: dict[str, Any] = page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    return measured
