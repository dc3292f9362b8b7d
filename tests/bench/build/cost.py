"""What a build costs, and how the cost of a page grows with the number of pages."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 1.3  # times what a page costs in the smallest site


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one build took: pages in both languages, CPU seconds, the peak of memory in MB, bytes of HTML."""

    jurisdictions: int
    pages: int
    cpu_seconds: float
    peak_mb: float
    html_bytes: int

    @property
    def per_page(self) -> tuple[float, float]:
        """Return CPU seconds and bytes of HTML for each page."""
        return self.cpu_seconds / self.pages, self.html_bytes / self.pages

    def ratio_to(self, smallest: "Cost") -> float:
        """Return how many times as dear a page is as in `smallest`, by the worst of its measures."""
        return max(here / there for here, there in zip(self.per_page, smallest.per_page, strict=True))


def told(costs: Sequence[Cost]) -> list[str]:
    """Tell what each build took, the smallest first, as lines of a table."""
    lines = [
        f"{'jurisdictions':>13} {'pages':>6} {'CPU s':>8} {'MB':>6} {'ms a page':>10} {'kB a page':>10} {'ratio':>6}"
    ]
    for cost in costs:
        seconds, size = cost.per_page
        lines.append(
            f"{cost.jurisdictions:>13} {cost.pages:>6} {cost.cpu_seconds:>8.1f} {cost.peak_mb:>6.0f} "
            f"{seconds * 1000:>10.1f} {size / 1000:>10.1f} {cost.ratio_to(costs[0]):>6.2f}"
        )
    return lines


def verdict(costs: Sequence[Cost]) -> tuple[str, bool]:
    """Return a sentence on the growth, and whether it is within what is allowed."""
    worst = max(cost.ratio_to(costs[0]) for cost in costs)
    return (
        f"A page costs at most {worst:.2f} times what it costs in the smallest site; {MOST} is allowed.",
        worst <= MOST,
    )
