"""The networks and processors that a start is measured on, under the names that DevTools gives them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

# DevTools delays whole requests, not packets: its lines have 0.9 of the nominal rate, and a multiple of the round trip.
KEPT = 0.9
BYTES = 1000 * 1000 / 8  # of a megabit


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A line: `rate` in bytes per second, shared by all requests, `latency` in seconds before each answer begins.

    A rate of None has no limit.
    """

    name: str
    rate: float | None = None
    latency: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A line, and how many times slower than here all of the browser runs."""

    network: Network
    cpu: int

    @property
    def name(self) -> str:
        """Return the words for tables."""
        return f"{self.network.name}, CPU {self.cpu}x"

    @property
    def is_plain(self) -> bool:
        """Tell whether nothing is slower than it is here."""
        return self.network.rate is None and self.cpu == 1


# Source: `networkConditionPresets` of Chromium's DevTools; Lighthouse's mobileSlow4G is the same line.
NETWORKS = {
    network.name: network
    for network in (
        Network(name="none"),
        Network(name="fast-4g", rate=9 * BYTES * KEPT, latency=0.060 * 2.75),
        Network(name="slow-4g", rate=1.6 * BYTES * KEPT, latency=0.150 * 3.75),
    )
}
CPUS = (1, 4)
PAGES = ("stock", "ours")


def conditions(networks: Sequence[str], cpus: Sequence[int]) -> tuple[Condition, ...]:
    """Return every network with every processor, in the order in which they are named."""
    return tuple(Condition(network=NETWORKS[name], cpu=cpu) for name, cpu in product(networks, cpus))


# Enough for a look: the fastest, and the one that the targets are about.
QUICK = (Condition(network=NETWORKS["none"], cpu=1), Condition(network=NETWORKS["fast-4g"], cpu=4))


def interleaved(runs: int, of: Sequence[Condition]) -> Iterator[tuple[int, Condition, str]]:
    """Yield (run, condition, page): the two pages right after one another, all conditions once before any again."""
    for run in range(runs):
        for condition in of:
            for page in PAGES:
                yield run, condition, page
