"""A slower processor for a whole browser: all its programs stand still for a part of the time, workers included.

DevTools slows the main thread of a page in this way, and no other; a quota of a control group would let one busy thread
keep the share of those that wait. Here every thread loses the same share, whichever page runs.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import perf_counter, sleep

RUNNING = 0.01  # seconds at a time
FIRST = -20  # the priority that wakes before all others
READY = b"ready\n"


def stop_and_go(group: int, share: float) -> None:
    """Let the process group run for RUNNING seconds and stand still `share` times as long, until this program ends."""
    parent = os.getppid()
    with suppress(OSError):  # who may not be first wakes a little later, which `since` makes up for
        os.setpriority(os.PRIO_PROCESS, 0, FIRST)
    with suppress(ProcessLookupError):
        try:
            sys.stdout.buffer.write(READY)
            sys.stdout.buffer.flush()
            while os.getppid() == parent:
                since = perf_counter()  # before the others wake and take the processor
                os.killpg(group, signal.SIGCONT)
                sleep(RUNNING)
                os.killpg(group, signal.SIGSTOP)
                sleep((perf_counter() - since) * share)
        finally:
            os.killpg(group, signal.SIGCONT)


@contextmanager
def slowed(group: int, factor: float) -> Iterator[None]:
    """Make the process group `factor` times slower while the block runs: what it gets is measured in `proof`."""
    if factor <= 1:
        yield
        return
    # A program of its own: it must wake in time whatever this one does.
    slowing = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.start.slowed", str(group), str(factor - 1)], stdout=subprocess.PIPE
    )
    assert slowing.stdout is not None
    try:
        slowing.stdout.readline()
        yield
    finally:
        slowing.kill()
        slowing.wait()
        slowing.stdout.close()
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGCONT)


if __name__ == "__main__":
    stop_and_go(int(sys.argv[1]), float(sys.argv[2]))
