"""The commands around a check of the facts: what is due, and what somebody has compared."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
from click.core import ParameterSource

from generator.dataset import load_knowledge
from generator.upkeep.english import english
from generator.upkeep.paths import shown
from generator.upkeep.review import horizon, pages_to_review
from generator.upkeep.review_check import Check, named
from generator.upkeep.review_confirm import confirm
from generator.upkeep.review_text import review_lines

OF_THE_LIST = ("as_of", "soon", "every")  # options


def review_group(data: Path, day: click.ParamType[date], today: Callable[[], date]) -> click.Group:
    """Return the command `review` with `review confirm`, over the facts in the folder `data`.

    `day` reads a day, `today` gives the current one where no option does.
    """
    folder = click.Path(exists=True, file_okay=False, path_type=Path)

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
    @click.option("--data", type=folder, default=data, help="Folder of facts.")
    @click.pass_context
    def review(context: click.Context, as_of: date | None, soon: int, every: bool, data: Path) -> None:
        """List the facts to compare with their sources again, page by page."""
        context.obj = data
        if context.invoked_subcommand:
            if any(context.get_parameter_source(name) is not ParameterSource.DEFAULT for name in OF_THE_LIST):
                raise click.UsageError("these options are for the list; write --on DAY after confirm")
            return
        knowledge, now = load_knowledge(data), as_of or today()
        until = horizon(now, soon, every=every)
        for line in review_lines(pages_to_review(knowledge, now, until), now, until, english(knowledge), shown(data)):
            click.echo(line)

    @review.command("confirm")
    @click.argument("names", nargs=-1, required=True, metavar="SOURCE-OR-FACT...")
    @click.option("--on", type=day, help="The day on which you compared. [default: today]")
    @click.option("--read-on", type=day, help="The day of the copy that you read. [default: the day of the check]")
    @click.option("--due", type=day, help="The day of the next check. [default: as far off as the last one was]")
    @click.option("--quote", help="The words to look for next time; for one passage of one fact.")
    @click.option("--data", type=folder, help="Folder of facts.")
    @click.pass_obj
    def confirm_command(
        of_review: Path,
        names: tuple[str, ...],
        on: date | None,
        read_on: date | None,
        due: date | None,
        quote: str | None,
        data: Path | None,
    ) -> None:
        """Write down that the facts still say what their sources say.

        A source stands for every fact in force that rests on it; with facts named as well, for those alone.
        """
        knowledge, now = load_knowledge(data or of_review), today()
        check = named(knowledge, names, Check(on=on or now, read_on=read_on, due=due, quote=quote))
        for sentence in confirm(shown(knowledge.folder), knowledge, check, now):
            click.echo(sentence)

    return review
