"""How a command says no: lines on standard error, nothing on standard output, exit status 2."""

from collections.abc import Iterable
from typing import NoReturn

import click

from generator.dataset import RefusedError


class Refusal(RefusedError):  # noqa: N818 it is no fault of the program
    """Input of the command line that cannot be used."""


def refuse(lines: Iterable[str]) -> NoReturn:
    """Print `lines` to standard error and end with status 2."""
    for line in lines:
        click.echo(line, err=True)
    raise SystemExit(2)
