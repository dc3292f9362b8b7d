"""The whole benchmark: both pages in turn under every condition, then what counts once Python has started."""

import platform
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page, Playwright

from tests.bench.start.applicant import fragment, the_applicant
from tests.bench.start.chromium import running
from tests.bench.start.conditions import Condition, interleaved
from tests.bench.start.errors import BenchError
from tests.bench.start.proof import prove
from tests.bench.start.served import paced
from tests.bench.start.visits import Sample, Visitor

WARM = (Path(__file__).parent / "warm.js").read_text(encoding="utf-8")
ASSESSMENTS = 200
SITE, STOCK = "site/", "stock/"


@dataclass(slots=True)
class Bench:
    """Measures; `root` holds the two pages, `tell` hears of every visit."""

    playwright: Playwright
    root: Path
    limit: float
    tell: Callable[[str], object]
    samples: list[Sample] = field(default_factory=list)
    warm: list[dict[str, Any]] = field(default_factory=list)
    asked: dict[str, Any] = field(default_factory=dict)

    def versions(self) -> dict[str, str]:
        """Return the versions of what measures."""
        with (
            tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
            running(self.playwright, Path(profile)) as browser,
        ):
            return {"Chromium": browser.browser.version, "Python": platform.python_version()}

    def prove(self, conditions: tuple[Condition, ...]) -> list[dict[str, Any]]:
        """Return for every condition what a page and a worker measure of it."""
        found = []
        for condition in conditions:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                measured = prove(self.playwright, condition, Path(folder))
            found.append({"network": condition.network.name, "cpu": condition.cpu, "measured": measured})
        return found

    def measure(self, runs: int, conditions: tuple[Condition, ...]) -> None:
        """Visit both pages twice under every condition, as often as `runs`; raises BenchError."""
        for run, condition, page in interleaved(runs, conditions):
            self._visit_twice(run, condition, page)

    def _visit_twice(self, run: int, condition: Condition, name: str) -> None:
        with (
            tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
            paced(self.root, condition.network) as (address, ledger),
            running(self.playwright, Path(profile)) as browser,
        ):
            visitor = Visitor(running=browser, ledger=ledger, condition=condition, limit=self.limit)
            for visit in ("cold", "repeat"):
                made, page, asked = visitor.sample(run, name, visit, address + self._path(name))
                self._check(name, made.verdict, asked)
                self.samples.append(made)
                self.tell(
                    f"run {run + 1}: {condition.name}, {name}, {visit}: {made.seconds:.2f} s, {made.bytes:,} bytes"
                )
                if visit == "repeat" and condition.is_plain:
                    self._assess_again(run, name, page)
                page.close()

    def _path(self, name: str) -> str:
        return STOCK if name == "stock" else f"{SITE}checker/#{fragment(the_applicant())}"

    def _check(self, name: str, verdict: str, asked: dict[str, Any]) -> None:
        """Two pages can be compared where the same was asked, and the same answered; raises BenchError."""
        told = {"document": asked["document"], "verdict": verdict}
        self.asked.setdefault(name, told)
        first = next(iter(self.asked.values()))
        if told != first:
            raise BenchError(f"the pages do not answer the same: {first} and {told}")

    def _assess_again(self, run: int, name: str, page: Page) -> None:
        try:
            milliseconds = page.evaluate(WARM, ASSESSMENTS)
        except Error as error:
            reason = error.message.splitlines()[0]
            raise BenchError(f"the page {name} did not answer once it had started ({reason})") from error
        self.warm.append({"run": run, "page": name, "milliseconds": round(milliseconds, 3)})
