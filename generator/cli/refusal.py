"""How a command says no: lines on standard error, nothing on standard output, exit status 2."""

from collections.abc import Iterable
from typing import NoReturn

import click


class Refusal(Exception):  # noqa: N818 it is no fault of the program
    """Input that a command does not take; `lines` say where, what, and what to do instead."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)
        super().__init__("\n".join(self.lines))


def refuse(lines: Iterable[str]) -> NoReturn:
    """Print `lines` to standard error and end with status 2."""
    for line in lines:
        click.echo(line, err=True)
    raise SystemExit(2)
