"""A line passes no more than its rate, whoever asks; the clock is the tests' own."""

import pytest

from tests.bench.start.conditions import Network
from tests.bench.start.line import LATE, Line


class Clock:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def line(clock: Clock, rate: float | None = 100_000, latency: float = 0.0) -> Line:
    return Line(Network(name="test", rate=rate, latency=latency), clock, clock.wait)


def test_a_body_passes_whole_in_the_time_of_its_bytes(clock: Clock) -> None:
    body = bytes(range(256)) * 1000
    assert b"".join(line(clock).send(body)) == body
    assert clock.now - 100 == pytest.approx(2.56, abs=LATE)


def test_two_bodies_share_the_line_piece_by_piece(clock: Clock) -> None:
    shared = line(clock)
    one, other = shared.send(bytes(50_000)), shared.send(bytes(50_000))
    pieces = list(zip(one, other, strict=True))
    assert len(pieces) > 10
    assert clock.now - 100 == pytest.approx(1, abs=LATE)


def test_a_line_that_was_idle_does_not_hurry_afterwards(clock: Clock) -> None:
    idle = line(clock)
    clock.now += 60
    list(idle.send(bytes(100_000)))
    assert clock.now - 160 == pytest.approx(1, abs=2 * LATE)


def test_an_answer_begins_after_the_latency(clock: Clock) -> None:
    line(clock, latency=0.5).answer()
    assert clock.now == 100.5


def test_without_a_rate_nobody_waits(clock: Clock) -> None:
    free = line(clock, rate=None)
    free.answer()
    assert list(free.send(b"all at once")) == [b"all at once"]
    assert clock.now == 100


def test_an_empty_body_passes_at_once(clock: Clock) -> None:
    assert list(line(clock).send(b"")) == []
    assert clock.now == 100
