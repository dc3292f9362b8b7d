"""A Chromium of our own: a process group that can be slowed, with a folder for what it keeps between visits."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import Browser, BrowserContext, Playwright

from tests.bench.start.errors import BenchError
from tests.conftest import FLAGS, chromium

PATIENCE = 60  # seconds
MEGABYTE = 1000 * 1000
KIBIBYTE = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A browser that runs; all its processes are in the process group `group`."""

    browser: Browser
    group: int

    @property
    def context(self) -> BrowserContext:
        """Return the context that keeps what it has loaded, as a reader's browser does."""
        return self.browser.contexts[0]

    def memory(self) -> float | None:
        """Return the megabytes that the processes of pages hold for themselves; None where the system does not tell.

        The page's own measure wants a page that is isolated by headers, which GitHub Pages does not send.
        """
        session = self.browser.new_browser_cdp_session()
        found = session.send("SystemInfo.getProcessInfo")["processInfo"]
        session.detach()
        try:
            held = [_private(process["id"]) for process in found if process["type"] == "renderer"]
        except OSError:
            return None
        return sum(held) * KIBIBYTE / MEGABYTE


@contextmanager
def running(playwright: Playwright, profile: Path) -> Iterator[Running]:
    """Start a browser that keeps its files in the folder `profile`; raises BenchError where it does not start."""
    program = chromium() or playwright.chromium.executable_path
    command = [program, *FLAGS, "--headless=new", f"--user-data-dir={profile}", "--remote-debugging-port=0"]
    try:
        process = subprocess.Popen(
            [*command, "about:blank"], start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise BenchError(f"{program} cannot be started ({error.strerror}); name a Chromium in CHROMIUM") from error
    try:
        browser = playwright.chromium.connect_over_cdp(_address(process, profile, program))
        yield Running(browser=browser, group=process.pid)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _address(process: subprocess.Popen[bytes], profile: Path, program: str) -> str:
    """Return where the browser listens, which it writes down once it does."""
    written = profile / "DevToolsActivePort"
    end = monotonic() + PATIENCE
    while monotonic() < end and process.poll() is None:
        if written.is_file() and len(lines := written.read_text(encoding="utf-8").split()) > 1:
            return f"http://127.0.0.1:{lines[0]}"
        sleep(0.05)
    raise BenchError(f"{program} did not start; name a Chromium in CHROMIUM")


def _private(pid: int) -> int:
    """Return the kibibytes of a process that no other shares, from /proc of Linux."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Private_"))
