"""The command that puts files of facts in order."""

from pathlib import Path

import click

from generator.dataset import DatasetError
from generator.dataset.kinds import fact_files
from generator.dataset.problems import Problem
from generator.tidy.tidying import tidied


def tidy_command(data: Path) -> click.Command:
    """Return the command that puts the files of facts in the folder `data` in order."""

    @click.command()
    @click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @click.option("--check", is_flag=True, help="Change nothing; say which files would change.")
    def tidy(files: tuple[Path, ...], check: bool) -> None:
        """Put the keys of FILES (default: all files of facts) in order, keeping values and comments."""
        changed, problems = changes(files or tuple(fact_files(data)), data)
        if check:
            problems.extend(
                Problem(str(file), 1, 1, "", "the file is not tidy; run `iec-coop tidy`") for file in changed
            )
        if problems:
            raise DatasetError(tuple(sorted(problems)))
        for file, text in changed.items():
            file.write_text(text, encoding="utf-8", newline="\n")
            click.echo(f"{file} is in order now.")
        if not changed:
            click.echo("Every file was in order.")

    return tidy


def changes(files: tuple[Path, ...], folder: Path) -> tuple[dict[Path, str], list[Problem]]:
    """Return the new text of each of `files` that is not tidy, and what keeps the others from being put in order."""
    changed: dict[Path, str] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            text = tidied(file, folder)
        except DatasetError as error:
            problems.extend(error.problems)
        else:
            if file.read_bytes() != text.encode():
                changed[file] = text
    return changed, problems
