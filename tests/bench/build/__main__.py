"""Measures what building the site costs as the number of jurisdictions grows: `make bench-build`."""

import json
import resource
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.dataset import load_knowledge
from generator.site import build_site
from tests.bench.build.cost import Cost, told, verdict
from tests.bench.build.scaled import corrected, scaled

AS_OF = date(2026, 11, 22)
COUNTS = (38, 150, 600, 2400)
DATA = Path(__file__).parents[3] / "data"


@click.command()
@click.option("--count", "counts", type=click.IntRange(1), multiple=True, help="Jurisdictions; may be repeated.")
@click.option("--only", type=click.IntRange(1), hidden=True)
def main(counts: tuple[int, ...], only: int | None) -> None:
    """Build sites of COUNTS jurisdictions in two languages, each in a process of its own, and tell what they cost.

    Exits with 1 where a page costs more than it may in a large site.
    """
    if only is not None:
        click.echo(json.dumps(asdict(measure(only))))
        return
    costs = []
    for count in sorted(counts or COUNTS):
        costs.append(_measured_apart(count))
        click.echo("\n".join(told(costs)[:1] * (len(costs) == 1) + told(costs)[-1:]))
    sentence, is_allowed = verdict(costs)
    click.echo(sentence)
    sys.exit(not is_allowed)


def measure(count: int) -> Cost:
    """Build the site of `count` jurisdictions in this process, twice, and return what it took, loading left out."""
    knowledge = scaled(load_knowledge(DATA), count)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begun = _cpu_seconds()
        build_site(knowledge, folder / "site", AS_OF, work=folder / "work")
        built = _cpu_seconds()
        build_site(corrected(knowledge), folder / "site", AS_OF, work=folder / "work")
        built_again = _cpu_seconds()
        pages = list((folder / "site").rglob("*.html"))
        return Cost(
            jurisdictions=count,
            pages=len(pages),
            cpu_seconds=built - begun,
            warm_seconds=built_again - built,
            peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            html_bytes=sum(page.stat().st_size for page in pages),
        )


def _measured_apart(count: int) -> Cost:
    command = [sys.executable, "-m", "tests.bench.build", "--only", str(count)]
    return Cost(**json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))


def _cpu_seconds() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


if __name__ == "__main__":
    main()
