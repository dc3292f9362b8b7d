"""Networks are those of DevTools, and the two pages take turns."""

import pytest

from tests.bench.start.conditions import CPUS, NETWORKS, QUICK, conditions, interleaved


def test_the_networks_are_those_that_devtools_names() -> None:
    fast, slow = NETWORKS["fast-4g"], NETWORKS["slow-4g"]
    assert [fast.rate, fast.latency] == pytest.approx([1_012_500, 0.165])
    assert [slow.rate, slow.latency] == pytest.approx([180_000, 0.5625])
    assert (NETWORKS["none"].rate, NETWORKS["none"].latency) == (None, 0)


def test_every_network_meets_every_processor() -> None:
    made = [(each.network.name, each.cpu) for each in conditions(tuple(NETWORKS), CPUS)]
    assert made == [(name, cpu) for name in ("none", "fast-4g", "slow-4g") for cpu in (1, 4)]
    assert [each.is_plain for each in conditions(tuple(NETWORKS), CPUS)] == [True, *[False] * 5]
    assert conditions(("slow-4g",), (4,))[0].name == "slow-4g, CPU 4x"


def test_a_look_measures_what_the_targets_are_about() -> None:
    assert [(each.network.name, each.cpu) for each in QUICK] == [("none", 1), ("fast-4g", 4)]


def test_the_pages_take_turns_and_no_condition_comes_again_before_all_others() -> None:
    found = [(run, each.network.name, page) for run, each, page in interleaved(2, QUICK)]
    once = [("none", "stock"), ("none", "ours"), ("fast-4g", "stock"), ("fast-4g", "ours")]
    assert found == [(run, *each) for run in (0, 1) for each in once]
