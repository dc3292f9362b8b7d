"""The built site, served under a sub-path, in a browser that reports every request and every error."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from generator.site.serve import server_for
from tests.browser.checker_page import CheckerPage

SUB_PATH = "repository"


class Watch:
    """What the pages of one test asked for, and what went wrong on them."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.expected: list[str] = []

    def expect_error(self, part: str) -> None:
        """Allow errors that contain `part`: the test causes them."""
        self.expected.append(part)

    @property
    def unexpected_errors(self) -> list[str]:
        return [error for error in self.errors if not any(part in error for part in self.expected)]

    def follow(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)


@pytest.fixture(scope="session")
def site_address(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("served")
    (root / SUB_PATH).symlink_to(built_site)
    server = server_for(root, 0)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "timezone_id": "UTC"}


@pytest.fixture
def watch(site_address: str) -> Iterator[Watch]:
    """Fail a test whose pages asked another host for anything, or reported an error that the test did not expect."""
    watch = Watch()
    yield watch
    host = urlsplit(site_address).netloc
    assert [url for url in watch.requests if urlsplit(url).netloc != host and not url.startswith("data:")] == []
    assert watch.unexpected_errors == []


@pytest.fixture
def checker(page: Page, watch: Watch) -> CheckerPage:
    watch.follow(page.context)
    return CheckerPage(page)
