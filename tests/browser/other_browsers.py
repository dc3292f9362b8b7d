"""Firefox and WebKit as their makers ship them, driven through the protocols they speak themselves.

Firefox is asked over WebDriver BiDi, which needs no program between; WebKit through its own WebDriver, on a display
that nobody sees. Selenium speaks both.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.remote.websocket_connection import WebSocketConnection
from selenium.webdriver.webkitgtk.service import Service

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds; Python has to start, on a busy machine
PAUSE = 0.1
LISTENING = "WebDriver BiDi listening on "


class Driven(Protocol):
    """A browser with one page."""

    def open(self, address: str) -> None:
        """Go to an address and wait until its page is loaded."""

    def value(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, as JSON carries it."""

    def press(self, keys: str) -> None:
        """Press keys one after the other, as a person would."""


def wait_for(browser: Driven, expression: str) -> Any:
    """Return the value of a JavaScript expression as soon as it is truthy."""
    end = time.monotonic() + PATIENCE
    while not (value := browser.value(expression)):
        if time.monotonic() > end:
            raise AssertionError(f"never true: {expression}\n{browser.value('document.body.innerText')}")
        time.sleep(PAUSE)
    return value


class Firefox:
    """A Firefox that is asked over WebDriver BiDi."""

    def __init__(self, connection: WebSocketConnection) -> None:
        self.connection = connection
        self.ask("session.new", {"capabilities": {}})
        self.context = self.ask("browsingContext.getTree", {})["contexts"][0]["context"]

    def ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        """Send a command of the protocol and return its result."""
        reply = self.connection.send_cmd(method, params)
        if "error" in reply:
            raise AssertionError(f"{method}: {reply['error']}: {reply['message']}")
        result: dict[str, Any] = reply["result"]
        return result

    def open(self, address: str) -> None:
        self.ask("browsingContext.navigate", {"context": self.context, "url": address, "wait": "complete"})
        self.ask("browsingContext.activate", {"context": self.context})  # else no event tells the page of its focus

    def value(self, expression: str) -> Any:
        written = self.ask(
            "script.evaluate",
            {
                "expression": f"JSON.stringify({expression}) ?? 'null'",
                "target": {"context": self.context},
                "awaitPromise": False,
            },
        )
        if written["type"] == "exception":
            raise AssertionError(f"{expression}: {written['exceptionDetails']['text']}")
        return json.loads(written["result"]["value"])

    def press(self, keys: str) -> None:
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        self.ask("input.performActions", {"context": self.context, "actions": [keyboard]})


class WebKit:
    """A WebKit behind its WebDriver."""

    def __init__(self, driver: WebKitGTK) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        self.driver.get(address)

    def value(self, expression: str) -> Any:
        return json.loads(self.driver.execute_script(f"return JSON.stringify({expression}) ?? 'null'"))

    def press(self, keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(keys)


def chosen(browser: str, *names: str) -> str:
    """Return the path of the browser that `make test` found, else of one on PATH."""
    written = ROOT / ".venv" / browser
    path = os.environ.get(browser.upper()) or (written.read_text().strip() if written.is_file() else "")
    if found := path or next(filter(None, map(shutil.which, names)), ""):
        return found
    raise AssertionError(f"No {names[0]} found: run .ci/find-{browser}, which installs it or says what to install.")


@contextmanager
def firefox(folder: Path) -> Iterator[Driven]:
    """Run a Firefox whose profile lies in `folder`."""
    command = [chosen("firefox", "firefox-esr", "firefox"), "--headless", "--no-remote", "--profile", str(folder)]
    log = folder / "log.txt"
    with log.open("w") as writes:
        process = subprocess.Popen([*command, "--remote-debugging-port", "0"], stderr=writes, stdout=writes)
    try:
        connection = WebSocketConnection(f"{_address(process, log)}/session", PATIENCE, PAUSE / 10)
        yield Firefox(connection)
        connection.close()
    finally:
        process.terminate()
        process.wait()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the browser writes down where it listens."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        said = next((line for line in log.read_text().splitlines() if line.startswith(LISTENING)), None)
        if said:
            return said.removeprefix(LISTENING)
        time.sleep(PAUSE)
    raise AssertionError(f"Firefox does not listen:\n{log.read_text()}")


@contextmanager
def webkit(folder: Path) -> Iterator[Driven]:
    """Run a WebKit on a display of its own; it leaves a log in `folder`."""
    path = chosen("webkit", "WebKitWebDriver")
    with _display() as display:
        environment = {**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11", "HOME": str(folder)}
        service = Service(executable_path=path, log_output=str(folder / "log.txt"), env=environment)
        driver = WebKitGTK(options=WebKitGTKOptions(), service=service)
        try:
            yield WebKit(driver)
        finally:
            driver.quit()


@contextmanager
def _display() -> Iterator[str]:
    """Run an X server without a screen and yield its name."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
