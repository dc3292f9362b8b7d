"""Lines assessed by several processes at once, in their order, with few of them under way at any time."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

import click

from generator.cli.answering import Answering
from generator.cli.lines import Line, groups_of
from generator.cli.refusal import Refusal

ALL = "all"
MOST = 256
WAITING = 3  # groups under way for each process: one it works on, one it takes next, one whose answers wait

type Answers = tuple[bytes, bool]  # lines, and whether all applicants could be assessed


class Jobs(click.ParamType[int]):
    """A number of processes, or `all` for one on each processor."""

    name = f"NUMBER|{ALL}"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number of processes."""
        if value == ALL:
            return min(_processors(), MOST)
        return click.IntRange(1, MOST).convert(value, param, ctx)


def _processors() -> int:
    """Return on how many processors this process may run."""
    count: Callable[[], int | None] = getattr(os, "process_cpu_count", os.cpu_count)  # Python 3.13 has the former
    return count() or 1


def answered(lines: Iterable[Line], answering: Answering, jobs: int) -> Generator[Answers]:
    """Yield the answers to `lines` in their order, some at a time; the same ones whatever the number of `jobs`.

    No more lines are read than are under way. Raises Refusal where a process is ended from outside.
    """
    if jobs == 1:
        yield from map(answering.answer, lines)
        return
    with _processes(answering, jobs) as pool:
        under_way: deque[Future[Answers]] = deque()
        for group in groups_of(lines):
            under_way.append(pool.submit(_answer, group))
            while under_way and (under_way[0].done() or len(under_way) == jobs * WAITING):
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


@contextmanager
def _processes(answering: Answering, jobs: int) -> Iterator[ProcessPoolExecutor]:
    # Started anew and not forked: the same on every system. Each loads the facts once; little is handed to it, so that
    # starting the next does not wait for it.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (answering.lang, answering.today))
    try:
        with _deaf_to_interrupts():  # which they inherit: this process alone ends them
            for _ in range(jobs):
                pool.submit(_answer, [])
        yield pool
    except BrokenProcessPool as error:
        raise Refusal(["one of the processes was ended, perhaps for want of memory; try fewer --jobs"]) from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_answering: Answering  # of a process that was started to answer


def _begin(lang: str, today: date) -> None:
    global _answering
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it is not inherited
    Thread(target=_end_with_parent, daemon=True).start()
    _answering = Answering(lang, today)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however it ended."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _answer(group: list[Line]) -> Answers:
    answers = [_answering.answer(line) for line in group]
    return b"".join(line for line, _ in answers), all(assessed for _, assessed in answers)
