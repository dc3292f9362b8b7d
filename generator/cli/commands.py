"""The commands and their options."""

import json
import sys
from datetime import date
from importlib import import_module
from io import TextIOWrapper
from os import environ
from pathlib import Path

import click

from generator.browser import StagingError
from generator.cli.checking import check_lines, check_one
from generator.cli.days import Day, today
from generator.cli.project import DATA, SITE
from generator.cli.refusal import Refusal, refuse
from generator.dataset import DatasetError, RefusedError, load_dataset, load_knowledge
from generator.publish import facts_on
from generator.rules.facts import NotKnownError
from generator.site import BuildError, PortTakenError, build_site, repository_of_run
from generator.site import serve as serve_site
from generator.words import load_words

LANGUAGE = click.Choice(["en", "fr"])


class Commands(click.Group):
    """The group of commands, which turns every refusal into lines on standard error and exit status 2.

    What maintainers use is loaded when it is asked for, so that an applicant does not wait for it.
    """

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command with this name, None where there is none."""
        return super().get_command(ctx, cmd_name) or _maintenance().get(cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *_maintenance()})

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except RefusedError as refused:
            refuse(refused.lines)
        except DatasetError as error:
            refuse([str(problem) for problem in error.problems])
        except BuildError as error:
            refuse(error.problems)
        except (PortTakenError, StagingError) as error:
            refuse([str(error)])
        except BrokenPipeError:  # whoever reads the output has read enough
            raise
        except OSError as error:
            refuse([f"{error.filename or 'the output'}: {error.strerror}; make room or name another place"])


def _maintenance() -> dict[str, click.Command]:
    commands: dict[str, click.Command] = import_module("generator.cli.maintenance").COMMANDS
    return commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Guide and calculator for International Co-op, the internship category of International Experience Canada."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a closed stream is None
            stream.reconfigure(encoding="utf-8")


@main.command()
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, or JSON Lines in and out.",
)
@click.option("--lang", type=LANGUAGE, default="en", show_default=True, help="Language of the sentences.")
@click.option("--as-of", type=Day(), help="The day called today where the document names none. [default: today]")
def check(file: str, form: str, lang: str, as_of: date | None) -> None:
    """Assess the applicant in FILE (YAML or JSON; - is standard input)."""
    data = _standard_input() if file == "-" else _read(file)
    name = "<stdin>" if file == "-" else file
    dataset, words, day = load_dataset(DATA), load_words(DATA)[lang], as_of or today()
    if form == "jsonl":
        if not check_lines(data, name, dataset, words, lang, day, click.echo):
            raise SystemExit(2)
        return
    click.echo(check_one(data, name, dataset, words, lang, day, as_json=form == "json"), nl=False)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise Refusal(["<stdin>:1:1: there is no input; name a file, or give the document on standard input"])
    return sys.stdin.buffer.read()


def _read(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise Refusal([f"{file}:1:1: {reason}; name a file that can be read, or - for standard input"]) from error


@main.command()
@click.option("--as-of", type=Day(), help="The day whose facts are printed. [default: today]")
def facts(as_of: date | None) -> None:
    """Print the facts in force on a day as one JSON object."""
    try:
        view = facts_on(load_knowledge(DATA), as_of or today(), load_words(DATA))
    except NotKnownError as error:
        raise Refusal(
            [f"--as-of: nothing is known of {error.day}; the first day with facts is {error.first_day}"]
        ) from error
    click.echo(json.dumps(view, ensure_ascii=False, indent=2))


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=SITE, help="Folder of the site. [default: site]")
@click.option(
    "--data", type=click.Path(exists=True, file_okay=False, path_type=Path), default=DATA, help="Folder of facts."
)
@click.option("--as-of", type=Day(), help="The day the pages speak of. [default: today]")
@click.option("--site-url", envvar="SITE_URL", help="Public address, such as https://name.github.io/repository/.")
@click.option(
    "--repository",
    envvar="REPOSITORY_URL",
    help="Page of the repository where facts are corrected. [default: that of GitHub Actions, else of mkdocs.yml]",
)
def build(out: Path, data: Path, as_of: date | None, site_url: str | None, repository: str | None) -> None:
    """Build the site, in English and French."""
    repository_url = repository or repository_of_run(environ)
    day = as_of or today()
    build_site(load_knowledge(data), out, day, site_url, words=load_words(data), repository_url=repository_url)
    click.echo(f"The site is in {out}.")


@main.command()
@click.option("--site", type=click.Path(path_type=Path), default=SITE, help="Folder of the built site. [default: site]")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
def serve(site: Path, port: int) -> None:
    """Serve the built site on this machine and print its address."""
    if not (site / "index.html").is_file():
        raise Refusal([f"{site}: there is no built site here; run `iec-coop build` first"])
    serve_site(site, port, click.echo)
