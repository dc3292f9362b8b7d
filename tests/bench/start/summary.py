"""What the samples come to: medians with their spread, ours over the stock page's, and the targets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

type Plain = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The middle of some figures, their quartiles, and their ends."""

    count: int
    least: float
    lower: float
    median: float
    upper: float
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One figure of the two pages, and ours over the stock page's."""

    stock: Spread
    ours: Spread

    @property
    def ratio(self) -> float:
        """Return the ratio of the medians."""
        return self.ours.median / self.stock.median


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a ratio must not exceed; `ratio` is None where it was not measured."""

    name: str
    most: float
    ratio: float | None

    @property
    def is_met(self) -> bool | None:
        """Tell whether the target is met, None where that was not measured."""
        return None if self.ratio is None else self.ratio <= self.most


def spread(figures: Iterable[float]) -> Spread:
    """Return the spread of figures, of which there must be one at least; quartiles as spreadsheets take them."""
    found = sorted(figures)
    lower, _, upper = quantiles(found, n=4, method="inclusive") if len(found) > 1 else found * 3
    return Spread(count=len(found), least=found[0], lower=lower, median=median(found), upper=upper, most=found[-1])


def compared(samples: Sequence[Plain], figure: str, **only: Any) -> Compared | None:
    """Compare a figure of the samples that have the values of `only`; None where a page has none of them."""
    of: dict[str, list[float]] = {"stock": [], "ours": []}
    for sample in samples:
        value = sample[figure]
        if value is not None and all(sample[name] == wanted for name, wanted in only.items()):
            of[sample["page"]].append(value)
    if not all(of.values()):
        return None
    return Compared(stock=spread(of["stock"]), ours=spread(of["ours"]))


def targets(result: Plain) -> tuple[Target, ...]:
    """Return the targets with what the result of a benchmark found."""
    samples = result["samples"]
    middle = {"network": "fast-4g", "cpu": 4}
    found = (
        ("bytes until the first answer, first visit", 0.45, compared(samples, "bytes", visit="cold")),
        ("first visit, fast-4g, CPU 4x", 0.25, compared(samples, "seconds", visit="cold", **middle)),
        ("repeat visit, fast-4g, CPU 4x", 0.12, compared(samples, "seconds", visit="repeat", **middle)),
        ("assessment once started", 1.25, compared(result["warm"], "milliseconds")),
    )
    return tuple(Target(name=name, most=most, ratio=made.ratio if made else None) for name, most, made in found)
