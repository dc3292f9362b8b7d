"""How many applicants are assessed in a second: by the page for offices, and by the commands."""

import csv
import json
import resource
import subprocess
import sys
import tempfile
from base64 import b64encode
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Playwright

from tests.bench.start.applicant import leaves, the_applicant
from tests.bench.start.chromium import running
from tests.bench.start.conditions import NETWORKS
from tests.bench.start.errors import BenchError
from tests.bench.start.served import paced

ROOT = Path(__file__).parents[3]
PAGE = "offices/"
LIMIT = 600_000  # milliseconds
DROP = """async ([content, expected]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], "table.csv"));
  const progress = document.querySelector("[data-progress]");
  const since = performance.now();
  document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true }));
  await new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!progress.hidden) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(progress, { attributes: true });
  });
  const taken = performance.now() - since;
  if (progress.max !== expected && expected > 1) throw new Error(`${progress.max} of ${expected} rows were read`);
  return taken;
}"""


def applicants(count: int) -> list[dict[str, Any]]:
    """Return so many applicants, no two of them born on one day."""
    youngest = date(2008, 1, 1)
    return [{**the_applicant(), "date_of_birth": str(youngest - timedelta(days=n))} for n in range(count)]


def table(rows: list[dict[str, Any]]) -> bytes:
    """Return applicants as a CSV table with a column for each answer, headed by its path."""
    written = StringIO()
    flat = [dict(leaves(row, "")) for row in rows]
    writer = csv.DictWriter(written, list(flat[0]))
    writer.writeheader()
    writer.writerows(flat)
    return written.getvalue().encode()


def throughput(playwright: Playwright, root: Path, site: str, count: int) -> dict[str, float]:
    """Return how many applicants a second are assessed by each way that takes many; raises BenchError."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return {
            "page for offices": in_the_page(playwright, root, site, count, Path(folder) / "profile"),
            "iec-coop check --format jsonl": on_the_command_line("check", count, Path(folder)),
            "iec-coop batch": on_the_command_line("batch", count, Path(folder)),
        }


def in_the_page(playwright: Playwright, root: Path, site: str, count: int, profile: Path) -> float:
    """Return how many rows a second the page for offices of `site` below `root` assesses, once Python has started.

    Raises BenchError where they do not come.
    """
    with paced(root, NETWORKS["none"]) as (address, _), running(playwright, profile) as browser:
        page = browser.context.new_page()
        page.set_default_timeout(LIMIT)
        try:
            page.goto(f"{address}{site}{PAGE}")
            for rows in (1, count):
                taken = page.evaluate(DROP, [b64encode(table(applicants(rows))).decode(), rows])
        except Error as error:
            reason = error.message.splitlines()[0]
            raise BenchError(f"the page for offices assessed no table ({reason})") from error
    return 1000 * count / float(taken)


def on_the_command_line(command: str, count: int, folder: Path) -> float:
    """Return how many applicants `command` assesses in a second of the processor, the start of Python aside.

    `command` is `check`, with JSON Lines, or `batch`, with a table. Raises BenchError where it fails.
    """
    taken = {rows: _run(command, rows, folder) for rows in (1, count)}
    return (count - 1) / (taken[count] - taken[1])


def _run(command: str, rows: int, folder: Path) -> float:
    if command == "check":
        file, options = folder / "applicants.jsonl", ["--format", "jsonl"]
        file.write_text("".join(f"{json.dumps(each)}\n" for each in applicants(rows)), encoding="utf-8")
    else:
        file, options = folder / "applicants.csv", []
        file.write_bytes(table(applicants(rows)))
    before = _spent()
    made = subprocess.run(
        [sys.executable, "-m", "generator", command, str(file), *options], cwd=ROOT, capture_output=True, check=False
    )
    taken = _spent() - before
    if made.returncode:
        said = made.stderr.decode().strip() or f"it ended with {made.returncode}"
        raise BenchError(f"the command {command} failed ({said})")
    return taken


def _spent() -> float:
    """Return the seconds of the processor that ended children have taken: other work on the machine is no part."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
