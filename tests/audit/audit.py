"""Measures six kinds of pages with Lighthouse: three scores that must be full, the speed as a median with its spread.

Run it with `make audit`; it takes minutes, and the speed depends on the machine, so that it is no part of the tests.
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import click

from generator.dataset import load_knowledge
from generator.site import build_site
from tests.browser.compressing import compressing

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "node_modules" / ".bin" / "lighthouse"
PAGES = {
    "home": "",
    "country, offered": "countries/de/",
    "country, not offered": "countries/be/",
    "table": "countries/",
    "guide": "guide/process/",
    "checker": "checker/",
}
FULL = ("accessibility", "best-practices", "seo")
SPEED = "performance"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"


@click.command()
@click.option("--runs", default=5, show_default=True, type=click.IntRange(1), help="How often the speed is measured.")
@click.option("--language", default="en", show_default=True, type=click.Choice(["en", "fr"]))
def audit(runs: int, language: str) -> None:
    """Print the scores of six kinds of pages; fail where one that must be full is not."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        # The address is known before the site is built for it.
        with compressing(site) as (address, _):
            knowledge = load_knowledge(ROOT / "data")
            build_site(knowledge, site, date.today(), f"{address}/", work=Path(folder) / "work")
            root = f"{address}/fr/" if language == "fr" else f"{address}/"
            found = [_measured(name, root + page, runs, Path(folder)) for name, page in PAGES.items()]
    sys.exit(0 if all(found) else 1)


def _measured(name: str, address: str, runs: int, folder: Path) -> bool:
    first = _report(address, (*FULL, SPEED), folder)
    speeds = [_score(first, SPEED), *(_score(_report(address, (SPEED,), folder), SPEED) for _ in range(runs - 1))]
    scores = {category: _score(first, category) for category in FULL}
    shown = " · ".join(f"{category} {score}" for category, score in scores.items())
    click.echo(f"{name:<22}{shown} · {SPEED} {median(speeds):g} ({min(speeds)} to {max(speeds)}, {len(speeds)} runs)")
    for category in FULL:
        for audit_id in _failed(first, category):
            click.echo(f"  {category}: {audit_id}: {first['audits'][audit_id]['title']}")
    return all(score == 100 for score in scores.values())


def _report(address: str, categories: tuple[str, ...], folder: Path) -> dict[str, Any]:
    path = folder / "report.json"
    command = [str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={path}", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(categories)}")
    subprocess.run(command, check=True, env={**os.environ, "TMPDIR": str(folder)})
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return report


def _score(report: dict[str, Any], category: str) -> int:
    return round(100 * report["categories"][category]["score"])


def _failed(report: dict[str, Any], category: str) -> list[str]:
    parts = report["categories"][category]["auditRefs"]
    return [part["id"] for part in parts if part["weight"] and report["audits"][part["id"]]["score"] not in (1, None)]


if __name__ == "__main__":
    audit()
