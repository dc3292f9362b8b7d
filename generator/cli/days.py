"""Days on the command line, and the one place that reads the clock."""

from datetime import UTC, date, datetime
from os import environ
from re import fullmatch

import click

from generator.cli.refusal import Refusal


class Day(click.ParamType[date]):
    """A civil day, written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day; a wrong one ends the program with a sentence."""
        if isinstance(value, date):
            return value
        try:
            if not fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                raise ValueError
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write year-month-day, such as 2027-02-15", param, ctx)


def today() -> date:
    """Return the day of SOURCE_DATE_EPOCH if set, else the current day: the one place that reads a clock."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        line = f"SOURCE_DATE_EPOCH: {epoch!r} names no day; unset it or write a whole number of seconds since 1970"
        raise Refusal([line]) from error
