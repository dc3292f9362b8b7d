"""The commands: print or write the decision table; say whose answer changes between two revisions."""

from pathlib import Path

import click

from generator.dataset import load_dataset
from generator.decisions.diff import difference
from generator.decisions.files import FOLDER, texts, write
from generator.words import load_words


def decisions_commands(project: Path) -> tuple[click.Command, click.Command]:
    """Return the commands over the facts and the table in the folder `project`."""
    data = project / "data"

    @click.command()
    @click.option("--write", "to_files", is_flag=True, help=f"Write the files under {FOLDER} instead of printing them.")
    def decisions(to_files: bool) -> None:
        """Print the decision table: who gets which answer, by jurisdiction and category."""
        wanted = texts(load_dataset(data))
        if not to_files:
            click.echo("\n".join(wanted.values()), nl=False)
            return
        touched = write(project / FOLDER, wanted)
        for path in touched:
            click.echo(f"{path.relative_to(project)}: {'written' if path.exists() else 'taken away'}.")
        if not touched:
            click.echo("The decision table is up to date.")

    @click.command()
    @click.argument("revision")
    @click.argument("until", required=False)
    def diff(revision: str, until: str | None) -> None:
        """Say whose answer changes, and why, from REVISION to UNTIL (default: the files as they stand)."""
        for line in difference(project, revision, until, load_words(data)["en"]):
            click.echo(line)

    return decisions, diff
