"""The commands: print or write the decision table; say whose answer changes between two revisions."""

import click

from generator.dataset import load_dataset
from generator.decisions.diff import difference
from generator.decisions.files import FOLDER, PROJECT, texts, write
from generator.words import load_words

DATA = PROJECT / "data"


@click.command()
@click.option("--write", "to_files", is_flag=True, help=f"Write the files under {FOLDER} instead of printing them.")
def decisions(to_files: bool) -> None:
    """Print the decision table: who gets which answer, by jurisdiction and category."""
    wanted = texts(load_dataset(DATA))
    if not to_files:
        click.echo("\n".join(wanted.values()), nl=False)
        return
    touched = write(PROJECT / FOLDER, wanted)
    for path in touched:
        click.echo(f"{path.relative_to(PROJECT)}: {'written' if path.exists() else 'taken away'}.")
    if not touched:
        click.echo("The decision table is up to date.")


@click.command()
@click.argument("revision")
@click.argument("until", required=False)
def diff(revision: str, until: str | None) -> None:
    """Say whose answer changes, and why, from REVISION to UNTIL (default: the files as they stand)."""
    for line in difference(PROJECT, revision, until, load_words(DATA)["en"]):
        click.echo(line)
