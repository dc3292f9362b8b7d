"""The commands around a check of the facts: what is due, and what somebody has compared."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator.dataset import load_knowledge
from generator.explain.wording import Wording
from generator.upkeep.review import horizon, pages_to_review
from generator.upkeep.review_check import Check, named
from generator.upkeep.review_confirm import confirm
from generator.upkeep.review_text import review_lines
from generator.words import load_words


def review_group(data: Path, today: Callable[[], date], day: click.ParamType[date]) -> click.Group:
    """Return the command `review` with `review confirm`, over the facts in the folder `data`.

    `today` gives the current day where no option does, `day` reads a day.
    """

    @click.group(invoke_without_command=True)
    @click.option("--as-of", type=day, help="The day that counts as today. [default: today]")
    @click.option(
        "--soon",
        type=click.IntRange(min=0),
        default=30,
        show_default=True,
        help="List what is due within so many days.",
    )
    @click.option("--all", "every", is_flag=True, help="List every fact in force.")
    @click.pass_context
    def review(context: click.Context, as_of: date | None, soon: int, every: bool) -> None:
        """List the facts to compare with their sources again, page by page."""
        if context.invoked_subcommand:
            return
        knowledge, now = load_knowledge(data), as_of or today()
        until = horizon(now, soon, every=every)
        wording = Wording(knowledge.dataset, load_words(data)["en"], "en")
        for line in review_lines(pages_to_review(knowledge, until), now, until, wording, _shown(data)):
            click.echo(line)

    @review.command("confirm")
    @click.argument("names", nargs=-1, required=True, metavar="SOURCE-OR-FACT...")
    @click.option("--on", type=day, help="The day on which you compared. [default: today]")
    @click.option("--read-on", type=day, help="The day of the copy that you read. [default: the day of the check]")
    @click.option("--due", type=day, help="The day of the next check. [default: as far off as the last one was]")
    @click.option("--quote", help="The words to look for next time; for one passage of one fact.")
    def confirm_command(
        names: tuple[str, ...], on: date | None, read_on: date | None, due: date | None, quote: str | None
    ) -> None:
        """Write down that the facts still say what their sources say.

        A source stands for every fact in force that rests on it; with facts named as well, for those alone.
        """
        knowledge, now = load_knowledge(data), today()
        check = named(knowledge, names, Check(on=on or now, read_on=read_on, due=due, quote=quote))
        for sentence in confirm(_shown(data), knowledge, check, now):
            click.echo(sentence)

    return review


def _shown(folder: Path) -> Path:
    """Return the folder as a person names it from where they are."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
