"""A result as lines of text: a table of all conditions, what else was measured, and the targets."""

from collections.abc import Iterator
from typing import Any

from tests.bench.start.summary import Compared, Spread, Target, compared, targets

MEGABYTE = 1000 * 1000
HEAD = ("visit", "network", "CPU", "stock: median (least, quartiles)", "ours: median (least, quartiles)", "ratio")
WIDTHS = (8, 9, 5, 36, 36, 6)
NONE = "not measured"


def report(result: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that tell the result of a benchmark."""
    yield from _facts(result)
    yield ""
    yield "Seconds from the start of the navigation to the first answer on the screen"
    yield from _table(result["samples"], "seconds", 1, 2)
    yield ""
    yield "Megabytes sent until the first answer"
    yield from _table(result["samples"], "bytes", MEGABYTE, 3)
    yield ""
    yield "Megabytes sent in all, with what comes after the answer"
    yield from _table(result["samples"], "bytes_in_all", MEGABYTE, 3)
    yield ""
    yield "Megabytes of memory of the page’s processes after the first answer"
    yield from _table(result["samples"], "memory", 1, 1)
    yield ""
    yield from _once_started(result)
    yield ""
    yield "Targets (ours over stock)"
    for target in targets(result):
        yield f"  {target.name:<42} at most {target.most:<5g} {_said(target)}"


def _facts(result: dict[str, Any]) -> Iterator[str]:
    machine, versions = result["machine"], result["versions"]
    yield f"{result['date']}, commit {result['commit']}"
    yield f"{machine['cores']} cores ({machine['processor']}), load {machine['load'][0]} at the beginning"
    yield ", ".join(f"{name} {version}" for name, version in versions.items())
    for proof in result["proof"]:
        told = [
            f"{who} {found['rate']:.0f} kB/s after {found['latency']:.0f} ms, work {found['busy']:.0f} ms"
            for who, found in proof["measured"].items()
        ]
        yield f"  {proof['network']}, CPU {proof['cpu']}x: {'; '.join(told)}"


def _table(samples: list[dict[str, Any]], figure: str, unit: float, digits: int) -> Iterator[str]:
    yield _row(HEAD)
    measured = dict.fromkeys((sample["network"], sample["cpu"]) for sample in samples)
    for visit in ("cold", "repeat"):
        for network, cpu in measured:
            found = compared(samples, figure, visit=visit, network=network, cpu=cpu)
            if found is None:
                yield _row((visit, network, f"{cpu}x", NONE, NONE, ""))
                continue
            sides = [_spread(each, unit, digits) for each in (found.stock, found.ours)]
            yield _row((visit, network, f"{cpu}x", *sides, _ratio(found)))


def _once_started(result: dict[str, Any]) -> Iterator[str]:
    yield "Once started"
    found = compared(result["warm"], "milliseconds")
    if found:
        sides = f"stock {_spread(found.stock, 1, 2)}, ours {_spread(found.ours, 1, 2)}, ratio {_ratio(found)}"
        yield f"  one assessment in the page, in milliseconds: {sides}"
    for name, rate in result["throughput"].items():
        yield f"  {name}: {rate:.0f} applicants a second"


def _row(cells: tuple[str, ...]) -> str:
    return "  " + "".join(f"{cell:<{width}}" for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


def _spread(found: Spread, unit: float, digits: int) -> str:
    middle, least, lower, upper = (
        f"{value / unit:.{digits}f}" for value in (found.median, found.least, found.lower, found.upper)
    )
    return f"{middle} ({least}, {lower}–{upper})"


def _ratio(found: Compared) -> str:
    # A repeat visit may need no byte at all.
    return f"{found.ratio:.2f}" if found.stock.median else "–"


def _said(target: Target) -> str:
    if target.ratio is None:
        return NONE
    return f"{target.ratio:.3f} {'met' if target.is_met else 'missed'}"
