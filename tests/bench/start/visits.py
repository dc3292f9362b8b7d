"""One visit to a page: from the start of the navigation to the first assessment on the screen."""

from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from playwright.sync_api import Error, Page, ViewportSize

from tests.bench.start.chromium import Running
from tests.bench.start.conditions import Condition
from tests.bench.start.errors import BenchError
from tests.bench.start.served import Ledger
from tests.bench.start.slowed import slowed

WATCH = Path(__file__).parent / "watch.js"
PHONE: ViewportSize = {"width": 375, "height": 812}
PAUSE = 100  # milliseconds between two looks
QUIET, LONGEST = 1.0, 60.0  # seconds without a request until all has come, and how long to wait for that


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What one visit took; `bytes` until the answer, `bytes_in_all` with what came after it, `memory` in megabytes."""

    run: int
    page: str
    visit: str
    network: str
    cpu: int
    seconds: float
    bytes: int
    bytes_in_all: int
    requests: int
    memory: float | None
    verdict: str

    def plain(self) -> dict[str, Any]:
        """Return the sample as values of JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Visits pages under one condition; `limit` is in seconds."""

    running: Running
    ledger: Ledger
    condition: Condition
    limit: float

    def open(self, address: str) -> Page:
        """Open a page of its own, watched, on a phone's screen; raises BenchError where no answer comes."""
        page = self.running.context.new_page()
        page.set_viewport_size(PHONE)
        page.add_init_script(path=WATCH)
        self.ledger.clear()
        with slowed(self.running.group, self.condition.cpu):
            _wait(page, address, self.limit)
        return page

    def settle(self) -> None:
        """Wait until nothing more comes, so that the browser has kept what it will keep."""
        end = monotonic() + LONGEST
        while monotonic() < min(end, self.ledger.last + QUIET):
            self.running.context.pages[0].wait_for_timeout(PAUSE)

    def sample(self, run: int, page: str, visit: str, address: str) -> tuple[Sample, Page, dict[str, Any]]:
        """Make a visit; return what it took, the open page, and what its worker was asked."""
        opened = self.open(address)
        sent, requests = self.ledger.bytes, len(self.ledger.requests)
        found = opened.evaluate("() => ({ ...bench.answer, asked: bench.asked })")
        memory = self.running.memory()
        self.settle()
        made = Sample(
            run=run,
            page=page,
            visit=visit,
            network=self.condition.network.name,
            cpu=self.condition.cpu,
            seconds=round(found["milliseconds"] / 1000, 3),
            bytes=sent,
            bytes_in_all=self.ledger.bytes,
            requests=requests,
            memory=None if memory is None else round(memory, 1),
            verdict=found["verdict"].rpartition("--")[2],
        )
        return made, opened, found["asked"]


def _wait(page: Page, address: str, limit: float) -> None:
    shown = address.partition("#")[0]
    try:
        page.goto(address, wait_until="commit", timeout=1000 * limit)
        page.wait_for_function("() => bench.answer || bench.failed", timeout=1000 * limit, polling=PAUSE)
        failed = page.evaluate("() => bench.answer ? null : bench.failed")
    except Error as error:
        reason = error.message.splitlines()[0]
        raise BenchError(f"{shown} showed no answer within {limit:g} seconds ({reason})") from error
    if failed:
        raise BenchError(f"{shown} shows no answer: its worker failed ({failed})")
