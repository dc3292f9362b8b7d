"""The commands that check the data and write its schemas."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import click

from generator.dataset import DatasetError, Knowledge, load_knowledge
from generator.dataset.checks import CHECKS
from generator.dataset.problems import Problem
from generator.dataset.schema import schema_files
from generator.lint.findings import find_all
from generator.lint.linters import LINTERS


def validate_command(
    data: Path,
    content: Path,
    day: click.ParamType[date],
    today: Callable[[], date],
    readers: tuple[Callable[[Path], object], ...] = (),
) -> click.Command:
    """Return the command that checks facts, words and pages.

    `data` and `content` are the project's folders, `day` reads a day from the command line, `today` is the clock;
    `readers` read what else lies in the folder of facts and raise DatasetError where they cannot.
    """

    @click.command()
    @click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=data)
    @click.option("--as-of", type=day, help="The day on which reviews are due or not. [default: today]")
    @click.option("--list", "as_list", is_flag=True, help="Print every check with its level and what must hold.")
    def validate(folder: Path, as_of: date | None, as_list: bool) -> None:
        """Check the facts in FOLDER (default: the project's data), the words and the pages."""
        if as_list:
            click.echo("\n".join(_listed()))
            return
        findings = find_all(folder, content, as_of or today())
        errors = sorted({*findings.errors, *(problem for read in readers for problem in _refused(read, folder))})
        for problem in findings.warnings:
            click.echo(f"warning: {_named(problem)}", err=True)
        for problem in errors:
            click.echo(_named(problem), err=True)
        if errors:
            raise SystemExit(2)
        click.echo(_closing(load_knowledge(folder), len(findings.warnings)))

    return validate


def schema_command(data: Path) -> click.Command:
    """Return the command that writes the schemas of the files of facts into the folder `data`."""

    @click.command()
    @click.option("--check", is_flag=True, help="Write nothing; say which schemas are out of date.")
    def schema(check: bool) -> None:
        """Write the JSON Schema of every kind of file of facts, for editors and other validators."""
        stale = {path: text for path, text in schema_files(data).items() if not _holds(path, text)}
        if check and stale:
            raise DatasetError(
                tuple(
                    Problem(str(path), 1, 1, "", "the schema is out of date; run `iec-coop schema`") for path in stale
                )
            )
        for path, text in stale.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        click.echo(f"The schemas are in {data / 'schema'}: {len(stale)} written, the others were up to date.")

    return schema


def _refused(read: Callable[[Path], object], folder: Path) -> tuple[Problem, ...]:
    try:
        read(folder)
    except DatasetError as error:
        return error.problems
    return ()


def _named(problem: Problem) -> str:
    """Return a problem with the name of the check that found it, for those who look it up in the list."""
    return f"{problem} [{problem.code}]" if problem.code else str(problem)


def _listed() -> Iterator[str]:
    checks = [(check.name, check.level, check.sentence) for check in CHECKS]
    linters = [(check.name, check.level, check.sentence) for check in LINTERS]
    for name, level, sentence in sorted(checks + linters):
        yield f"{name:<22} {level:<8} {sentence}"


def _closing(knowledge: Knowledge, warnings: int) -> str:
    dataset = knowledge.dataset
    partners = sum(1 for country in dataset.countries.values() if country.participations)
    due = {0: "No fact is", 1: "1 fact is"}.get(warnings, f"{warnings} facts are")
    return (
        f"The facts are sound: {len(dataset.countries)} jurisdictions, {partners} of them partners, "
        f"{len(knowledge.index)} facts, {len(knowledge.sources)} sources. Data {dataset.version}, verified on "
        f"{dataset.verified_on}. {due} due for review."
    )


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
