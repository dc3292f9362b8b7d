"""Lines of JSON as they come: one at a time, none of them read whole where it is longer than any applicant."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import IO

from generator.cli.source import cannot_be_read

LONGEST = 256 * 1024  # bytes; a full applicant has less than a hundredth of it
MOST_TOGETHER = 16  # lines in a group
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

type Line = tuple[int, bytes | None]


def lines_of(file: IO[bytes], name: str) -> Iterator[Line]:
    """Yield the number of each line that is not blank, with its bytes, None for a line longer than LONGEST.

    Lines end with a line feed; a carriage return before it is blank, as in JSON. Raises Refusal where `file`, which
    `name` names, cannot be read on.
    """
    for number in count(1):
        line = _read(file, name, number)
        if not line:
            return
        if len(line) > LONGEST:
            while not line.endswith(b"\n") and (line := _read(file, name, number)):
                pass
            yield number, None
        elif (line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line).strip():
            yield number, line


def _read(file: IO[bytes], name: str, number: int) -> bytes:
    try:
        return file.readline(LONGEST + 1)
    except OSError as error:
        raise cannot_be_read(name, number, error) from error


def groups_of(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield `lines` in groups of a bounded number and size."""
    group: list[Line] = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line[1] or b"")
        if len(group) == MOST_TOGETHER or size >= LONGEST:
            yield group
            group, size = [], 0
    if group:
        yield group
