"""What the tests share: the facts, a site built from them, the browser to drive."""

import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from generator.dataset import Knowledge, load_knowledge
from generator.rules.model import Dataset
from generator.site import build_site
from generator.site.language import LANGUAGES, Language, load_language
from generator.words import load_words

ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 22)
PUBLISHED = "https://example.org/guide/"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests recorded as their property `summary`, in whichever process they ran."""
    for report in [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]:
        for name, text in report.user_properties:
            if name == "summary":
                terminalreporter.section(report.nodeid.partition("::")[0])
                terminalreporter.write_line(text)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Return all that the project knows."""
    return load_knowledge(ROOT / "data")


@pytest.fixture(scope="session")
def dataset(knowledge: Knowledge) -> Dataset:
    """Return the facts of the rules."""
    return knowledge.dataset


@pytest.fixture(scope="session")
def languages(dataset: Dataset) -> dict[str, Language]:
    """Return both languages of the pages, by their codes."""
    words = load_words(ROOT / "data")
    return {code: load_language(code, ROOT / "content", dataset, words) for code in LANGUAGES}


@pytest.fixture(scope="session")
def built_site(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder of a site built from the facts of the project, without a public address.

    Tests that run side by side share the one that the first of them builds.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "built"
    with FileLock(folder.with_suffix(".lock")):
        if not (folder / "site").is_dir():  # put in place whole, at the end of the build
            build_site(knowledge, folder / "site", AS_OF, work=folder / "work")
    return folder / "site"


@pytest.fixture(scope="session")
def published_site(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site built for a public address, below PUBLISHED."""
    folder = tmp_path_factory.mktemp("published")
    build_site(knowledge, folder / "site", AS_OF, PUBLISHED, work=folder / "work")
    return folder / "site"


def chromium() -> str | None:
    """Return the Chromium that `make test` chose, else one on PATH, else None for Playwright's own."""
    chosen = ROOT / ".venv" / "chromium"
    if named := os.environ.get("CHROMIUM") or (chosen.read_text().strip() if chosen.exists() else ""):
        return named
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start pytest-playwright's browser without its services that call home."""
    return {**browser_type_launch_args, "executable_path": chromium(), "args": list(FLAGS)}


@pytest.fixture(scope="session")
def words() -> dict[str, dict[str, Any]]:
    """Return the words of the assessment by language."""
    return load_words(ROOT / "data")
