"""Medians, spreads and ratios, on figures that can be checked by hand."""

from typing import Any

import pytest

from tests.bench.start.summary import compared, spread, targets


def sample(page: str, seconds: float, **more: Any) -> dict[str, Any]:
    usual = {"visit": "cold", "network": "fast-4g", "cpu": 4, "bytes": 1000, "memory": None}
    return {"page": page, "seconds": seconds, **usual, **more}


def test_the_middle_the_quartiles_and_the_ends_of_some_figures() -> None:
    found = spread([5, 1, 4, 2, 3])
    assert (found.count, found.least, found.lower, found.median, found.upper, found.most) == (5, 1, 2, 3, 4, 5)


def test_the_middle_of_two_lies_between_them() -> None:
    found = spread([4.0, 2.0])
    assert (found.lower, found.median, found.upper) == (2.5, 3, 3.5)


def test_one_figure_has_no_spread() -> None:
    found = spread([7])
    assert (found.count, found.least, found.lower, found.median, found.upper, found.most) == (1, 7, 7, 7, 7, 7)


def test_one_slow_run_does_not_move_the_middle() -> None:
    assert spread([2, 2, 2, 2, 90]).median == 2


def test_a_ratio_is_ours_over_the_stock_page_of_the_same_kind_of_visit() -> None:
    samples = [
        *(sample("stock", seconds) for seconds in (9, 10, 11)),
        *(sample("ours", seconds) for seconds in (2, 3, 2.5)),
        sample("stock", 1, visit="repeat"),
        sample("ours", 1, network="none"),
    ]
    found = compared(samples, "seconds", visit="cold", network="fast-4g")
    assert found
    assert (found.stock.median, found.ours.median, found.ratio) == (10, 2.5, 0.25)


def test_what_one_page_lacks_is_not_compared() -> None:
    samples = [sample("stock", 1), sample("ours", 1, visit="repeat")]
    assert compared(samples, "seconds", visit="cold") is None
    assert compared([sample("stock", 1), sample("ours", 1)], "memory") is None


@pytest.mark.parametrize(("ours", "is_met"), [(2.5, True), (2.51, False)])
def test_a_target_is_met_up_to_its_limit(ours: float, is_met: bool) -> None:
    samples = [sample("stock", 10), sample("ours", ours)]
    found = {target.name: target for target in targets({"samples": samples, "warm": []})}
    assert found["first visit, fast-4g, CPU 4x"].is_met is is_met
    assert found["bytes until the first answer, first visit"].is_met is False
    assert found["repeat visit, fast-4g, CPU 4x"].is_met is None
    assert found["assessment once started"].ratio is None


def test_the_targets_are_those_of_the_project() -> None:
    assert [target.most for target in targets({"samples": [], "warm": []})] == [0.45, 0.25, 0.12, 1.25]
