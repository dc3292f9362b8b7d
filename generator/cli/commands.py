"""The commands and their options."""

import json
import os
import sys
from datetime import date
from importlib import import_module
from io import TextIOWrapper
from os import environ
from pathlib import Path

import click

from generator.browser import StagingError
from generator.cli.answering import Answering
from generator.cli.batch import check_table, write_results
from generator.cli.checking import check_lines, check_one
from generator.cli.days import Day, today
from generator.cli.jobs import ALL, Jobs
from generator.cli.lines import lines_of
from generator.cli.planning import plan_one
from generator.cli.project import DATA, SITE
from generator.cli.refusal import Refusal, refuse
from generator.cli.source import opened, whole
from generator.dataset import DatasetError, RefusedError, load_dataset, load_knowledge
from generator.entry.template import template
from generator.publish import facts_on
from generator.rules.facts import NotKnownError
from generator.rules.kinds import Category
from generator.rules.planner import read_wishes
from generator.site import BuildError, PortTakenError, build_site, rebuilding, repository_of_run
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
    type=click.Choice(["text", "json", "jsonl", "ics", "email"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, JSON Lines in and out, a calendar of deadlines, or an e-mail.",
)
@click.option("--lang", type=LANGUAGE, default="en", show_default=True, help="Language of the sentences.")
@click.option("--as-of", type=Day(), help="The day called today where the document names none. [default: today]")
@click.option("--jobs", type=Jobs(), help=f"Processes that share JSON Lines; {ALL}: one a processor. [default: 1]")
def check(file: str, form: str, lang: str, as_of: date | None, jobs: int | None) -> None:
    """Assess the applicant in FILE (YAML or JSON; - is standard input), or one on each line with --format jsonl."""
    if jobs and form != "jsonl":
        raise click.UsageError("--jobs is for many applicants; add --format jsonl, or leave it out")
    day = as_of or today()
    if form == "jsonl":
        answering = Answering(lang, day)
        with opened(file) as (source, name):
            if not check_lines(lines_of(source, name), answering, jobs or 1, _write):
                raise SystemExit(2)
        return
    data, name = whole(file)
    dataset, words = load_dataset(DATA), load_words(DATA)[lang]
    printed = check_one(data, name, dataset, words, lang, day, form)
    if not printed:
        click.echo("no date to keep follows from these answers, so there is no calendar", err=True)
    _write(printed.encode())  # a calendar has line ends of its own


@main.command()
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, or JSON for programs.",
)
@click.option(
    "--category",
    "categories",
    type=click.Choice([category.value for category in Category]),
    multiple=True,
    help="A category to plan with, once for each. [default: all; International Co-op not for those who do not study]",
)
@click.option("--coop-first", is_flag=True, help="Begin with International Co-op.")
@click.option("--lang", type=LANGUAGE, default="en", show_default=True, help="Language of the sentences.")
@click.option("--as-of", type=Day(), help="The day called today where the document names none. [default: today]")
def plan(file: str, form: str, categories: tuple[str, ...], coop_first: bool, lang: str, as_of: date | None) -> None:
    """Plan the next participations of the applicant in FILE (YAML or JSON; - is standard input) over the years."""
    data, name = whole(file)
    wishes = {"coop_first": coop_first, **({"categories": list(categories)} if categories else {})}
    dataset, words, day = load_dataset(DATA), load_words(DATA)[lang], as_of or today()
    printed = plan_one(data, name, dataset, words, lang, day, read_wishes(wishes), as_json=form == "json")
    click.echo(printed, nl=False)


def _write(data: bytes) -> None:
    """Print `data`; what an interrupt leaves of it is dropped, for Python would wait at its end until it is read."""
    try:
        click.echo(data, nl=False)
    except KeyboardInterrupt:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


@main.command()
@click.argument("file", default="-", metavar="[FILE.csv|-]")
@click.option("--template", "wants_template", is_flag=True, help="Print a table to fill in, with an example.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the results here, not to output.")
@click.option("--lang", type=LANGUAGE, default="en", show_default=True, help="Language of the titles and sentences.")
@click.option("--as-of", type=Day(), help="The day called today where a row names none. [default: today]")
def batch(file: str, wants_template: bool, out: Path | None, lang: str, as_of: date | None) -> None:
    """Assess a table of applicants (CSV; - is standard input) and print the results as CSV."""
    dataset, words, day = load_dataset(DATA), load_words(DATA), as_of or today()
    if wants_template:
        write_results(template(dataset, words[lang], lang, day), out)
        return
    data, name = whole(file)
    results, good = check_table(data, name, dataset, words, lang, day)
    write_results(results, out)
    if not good:
        raise SystemExit(2)


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
    """Serve the built site on this machine, print its address, and build it again when facts, pages or code change."""
    if not (site / "index.html").is_file():
        raise Refusal([f"{site}: there is no built site here; run `iec-coop build` first"])
    with rebuilding(site, click.echo):
        serve_site(site, port, click.echo)
