"""Measures how long readers wait for the first answer, against a page with Pyodide as it comes.

Run it with `make bench`; it takes about half an hour, and with `--quick` about three minutes. Both pages are visited
in turn by a Chromium of their own, first with an empty profile, then with the same one again. The server compresses
and caches as GitHub Pages does, and paces what it sends, so that workers are held to the line as well as pages. A
slower processor is a browser whose processes stand still for a part of the time. Times depend on the machine: compare
ratios.
"""

import sys
import tempfile
from pathlib import Path

import click
from playwright.sync_api import sync_playwright

from generator.dataset import load_dataset
from generator.words import load_words
from tests.bench.start.applicant import the_applicant
from tests.bench.start.bench import SITE, STOCK, Bench
from tests.bench.start.chart import chart
from tests.bench.start.conditions import CPUS, NETWORKS, QUICK, conditions
from tests.bench.start.errors import BenchError
from tests.bench.start.history import facts, keep
from tests.bench.start.report import report
from tests.bench.start.stock import write_stock
from tests.bench.start.throughput import throughput

ROOT = Path(__file__).parents[3]
OUT = ROOT / "build" / "bench"
SITE_FOLDER, RUNTIME = ROOT / "site", ROOT / "node_modules" / "pyodide"
FOLDER = click.Path(path_type=Path, file_okay=False)
QUICK_RUNS, QUICK_ROWS = 2, 1000


@click.command()
@click.option("--runs", default=5, show_default=True, type=click.IntRange(1), help="How often everything is measured.")
@click.option(
    "--network", "networks", multiple=True, type=click.Choice(list(NETWORKS)), help="Only this one. [default: all]"
)
@click.option(
    "--cpu", "cpus", multiple=True, type=click.Choice(list(CPUS)), help="How many times slower. [default: all]"
)
@click.option("--quick", is_flag=True, help="A look: two conditions, two runs, short tables.")
@click.option("--rows", default=2000, show_default=True, type=click.IntRange(2), help="How many applicants in a table.")
@click.option("--site", default=SITE_FOLDER, type=FOLDER, help="The built site. [default: site]")
@click.option("--stock", default=RUNTIME, type=FOLDER, help="The package of Pyodide. [default: node_modules/pyodide]")
@click.option("--out", default=OUT, type=FOLDER, help="Where results are kept. [default: build/bench]")
@click.option("--limit", default=180.0, show_default=True, help="How many seconds an answer may take.")
def main(
    runs: int,
    networks: tuple[str, ...],
    cpus: tuple[int, ...],
    quick: bool,
    rows: int,
    site: Path,
    stock: Path,
    out: Path,
    limit: float,
) -> None:
    """Measure the time to the first answer; print it, keep it as a line of start.jsonl, and draw it in start.html."""
    wanted = QUICK if quick else conditions(networks or tuple(NETWORKS), cpus or CPUS)
    if quick:
        runs, rows = QUICK_RUNS, QUICK_ROWS
    result = facts()
    try:
        with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
            root = Path(folder)
            versions = write_pages(site, stock, root)
            bench = Bench(playwright=playwright, root=root, limit=limit, tell=_tell)
            result["settings"] = {"runs": runs, "rows": rows}
            result["versions"] = {**versions, **bench.versions()}
            result["proof"] = bench.prove(wanted)
            bench.measure(runs, wanted)
            result["samples"] = [sample.plain() for sample in bench.samples]
            result["warm"] = bench.warm
            result["throughput"] = throughput(playwright, root, SITE, rows)
    except BenchError as error:
        click.echo(f"Error: {error}.", err=True)
        sys.exit(1)
    keep(result, out / "start.jsonl")
    (out / "start.html").write_text(chart(result), encoding="utf-8")
    for line in report(result):
        click.echo(line)
    click.echo(f"\nKept in {out / 'start.jsonl'}; drawn in {out / 'start.html'}.")


def _tell(line: str) -> None:
    click.echo(line, err=True)


def write_pages(site: Path, stock: Path, root: Path) -> dict[str, str]:
    """Put the built site and the page to compare with into the folder `root`; return the versions of what they run.

    Raises BenchError where either is not there.
    """
    if not (site / "checker" / "index.html").is_file():
        raise BenchError(f"{site} has no checker/index.html; run `make build` first")
    (root / SITE).symlink_to(site.resolve())
    data = ROOT / "data"
    version = write_stock(stock, load_dataset(data), load_words(data), the_applicant(), root / STOCK)
    return {"stock Pyodide": version}


if __name__ == "__main__":
    main()
