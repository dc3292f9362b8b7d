"""What a command reads: a file, or standard input for -."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from generator.cli.refusal import Refusal


@contextmanager
def opened(file: str) -> Iterator[tuple[IO[bytes], str]]:
    """Open `file`, with the name that problems call it by. Raises Refusal where it cannot be opened."""
    if file == "-":
        if sys.stdin is None:
            raise Refusal(["<stdin>:1:1: there is no input; name a file, or give the document on standard input"])
        yield sys.stdin.buffer, "<stdin>"
        return
    with ExitStack() as stack:
        try:
            source = stack.enter_context(Path(file).open("rb"))
        except OSError as error:
            raise cannot_be_read(file, 1, error) from error
        yield source, file


def whole(file: str) -> tuple[bytes, str]:
    """Return all that `file` holds, and its name. Raises Refusal where it cannot be read."""
    with opened(file) as (source, name):
        try:
            return source.read(), name
        except OSError as error:
            raise cannot_be_read(name, 1, error) from error


def cannot_be_read(name: str, line: int, error: OSError) -> Refusal:
    """Return the refusal of a source that cannot be read at, or after, a line."""
    reason = (error.strerror or "cannot be read").lower()
    return Refusal([f"{name}:{line}:1: {reason}; name a file that can be read, or - for standard input"])
