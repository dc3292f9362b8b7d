"""A line of a set rate: every request on it waits for its turn, whoever in the browser asked."""

from collections.abc import Callable, Iterator
from threading import Lock
from time import monotonic, sleep

from tests.bench.start.conditions import Network

PIECES = 100  # a second
SMALLEST = 1024
LATE = 0.005  # seconds: a thread that wakes late loses nothing


class Line:
    """The line between a server and a browser; threads may share it. `clock` and `wait` are in seconds."""

    def __init__(
        self, network: Network, clock: Callable[[], float] = monotonic, wait: Callable[[float], object] = sleep
    ) -> None:
        self.network, self.clock, self.wait = network, clock, wait
        self.free_at = clock()
        self.lock = Lock()

    def answer(self) -> None:
        """Wait for what passes between a request and the first byte of its answer."""
        if self.network.latency:
            self.wait(self.network.latency)

    def send(self, body: bytes) -> Iterator[bytes]:
        """Yield the pieces of `body`, each once it has passed; those of other bodies pass in between."""
        if self.network.rate is None:
            yield body
            return
        length = max(SMALLEST, int(self.network.rate / PIECES))
        for start in range(0, len(body), length):
            piece = body[start : start + length]
            self._pass(len(piece))
            yield piece

    def _pass(self, size: int) -> None:
        assert self.network.rate is not None
        with self.lock:
            now = self.clock()
            self.free_at = max(now - LATE, self.free_at) + size / self.network.rate
            left = self.free_at - now
        if left > 0:
            self.wait(left)
