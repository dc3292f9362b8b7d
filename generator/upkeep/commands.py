"""The commands of upkeep and their options; the command line attaches them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator.dataset import load_knowledge
from generator.upkeep.agreements import compare as compare_agreements
from generator.upkeep.agreements_report import report
from generator.upkeep.english import english
from generator.upkeep.paths import shown
from generator.upkeep.refresh import FEED, Fetching, canada_only, copies
from generator.upkeep.refresh import refresh as fetch_copies
from generator.upkeep.rounds import readings_of
from generator.upkeep.rounds_additions import additions_of
from generator.upkeep.rounds_feed import read_feed
from generator.upkeep.rounds_report import rounds_report
from generator.upkeep.rounds_yaml import write_rows
from generator.upkeep.saved import read_saved


def upkeep_commands(
    data: Path, saved: Path, day: click.ParamType[date], today: Callable[[], date]
) -> tuple[click.Command, ...]:
    """Return the commands over the facts in the folder `data`.

    `saved` is the folder of fetched copies, `day` reads a day, `today` gives the current one where no option does.
    They raise UpkeepError with the lines of every problem; the command line ends with status 2 then.
    """
    facts = click.option(
        "--data", type=click.Path(exists=True, file_okay=False, path_type=Path), default=data, help="Folder of facts."
    )

    @click.command()
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--as-of", type=day, help="The day whose facts are compared. [default: today]")
    @facts
    def compare(file: Path, as_of: date | None, data: Path) -> None:
        """Compare FILE, a saved copy of IRCC's page of the bilateral agreements, with the facts.

        Nothing is written. The status is 0 where nothing differs, 1 where a cell differs or could not be read, 2 where
        FILE is not that page.
        """
        knowledge = load_knowledge(data)
        comparison = compare_agreements(read_saved(file), str(file), knowledge, as_of or today())
        click.echo("\n".join(report(comparison, english(knowledge), str(shown(data)))))
        if not comparison.equal:
            raise SystemExit(1)

    @click.command()
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--season", type=click.IntRange(2013, 2099), required=True, help="The season that the feed is of.")
    @click.option("--on", type=day, required=True, help="The day on which you looked at the feed.")
    @click.option("--write", is_flag=True, help="Add the rows to data/pools; without it they are only shown.")
    @facts
    def rounds(file: Path, season: int, on: date, write: bool, data: Path) -> None:
        """Show what FILE, a saved copy of IRCC's feed of the rounds, adds to the pools of a season."""
        knowledge = load_knowledge(data)
        readings = readings_of(read_feed(read_saved(file), str(file)), str(file), knowledge, season, on)
        additions = additions_of(readings, knowledge, season, on)
        click.echo("\n".join(rounds_report(additions, readings.passed, english(knowledge))))
        if write and additions.rows:
            path = write_rows(additions, data)
            click.echo(f"# Written to {shown(path)}; look at it, then run `iec-coop validate`.")

    @click.command()
    @click.option("--to", "folder", type=click.Path(path_type=Path), default=saved, help="Folder of the copies.")
    @facts
    def refresh(folder: Path, data: Path) -> None:
        """Fetch IRCC's page of the agreements and its feed of the rounds, and keep copies of both."""
        knowledge = load_knowledge(data)
        for path in fetch_copies(copies(knowledge), folder, Fetching(allowed=canada_only)):
            click.echo(f"Kept {shown(path)}; read it with `iec-coop {'rounds' if path.name == FEED else 'compare'}`.")

    return compare, rounds, refresh
