"""Measures what building the site costs as the number of jurisdictions grows: `make bench-build`."""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
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
@click.option("--again", is_flag=True, hidden=True)
def main(counts: tuple[int, ...], only: int | None, again: bool) -> None:
    """Build sites of COUNTS jurisdictions in two languages, each in a process of its own, and tell what they cost.

    Exits with 1 where a page costs more than it may in a large site.
    """
    if only is not None:
        click.echo(json.dumps([asdict(cost) for cost in measure(only, again=again)]))
        return
    smallest, *larger = sorted(counts or COUNTS)
    first, corrected_one = _measured_apart(smallest, again=True)
    click.echo("\n".join(told([first])))
    costs = [first]
    for count in larger:
        costs += _measured_apart(count)
        click.echo(told(costs)[-1])
    sentence, is_allowed = verdict(costs)
    click.echo(sentence)
    click.echo(
        f"After one corrected fact the smallest site takes {corrected_one.cpu_seconds:.1f} CPU seconds, "
        f"{corrected_one.cpu_seconds / first.cpu_seconds:.2f} of a build from nothing."
    )
    sys.exit(not is_allowed)


def measure(count: int, *, again: bool) -> Iterator[Cost]:
    """Build the site of `count` jurisdictions in this process and yield what it took, loading left out.

    With `again`, correct one fact then, build it again where it was built, and yield what that took.
    """
    knowledge = scaled(load_knowledge(DATA), count)
    with tempfile.TemporaryDirectory() as name:
        for known in (knowledge, corrected(knowledge))[: 1 + again]:
            begun = _cpu_seconds()
            build_site(known, Path(name, "site"), AS_OF, work=Path(name, "work"))
            spent = _cpu_seconds() - begun
            pages = list(Path(name, "site").rglob("*.html"))
            yield Cost(
                jurisdictions=count,
                pages=len(pages),
                cpu_seconds=spent,
                peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                html_bytes=sum(page.stat().st_size for page in pages),
            )


def _measured_apart(count: int, *, again: bool = False) -> list[Cost]:
    command = [sys.executable, "-m", "tests.bench.build", "--only", str(count), *(["--again"] if again else [])]
    told_of = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [Cost(**cost) for cost in json.loads(told_of)]


def _cpu_seconds() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


if __name__ == "__main__":
    main()
