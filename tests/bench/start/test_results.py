"""What is printed, kept and drawn of a result."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import pytest

from tests.bench.start.chart import ENGLISH as WORDS
from tests.bench.start.chart import LEFT, RIGHT, WIDTH, chart, starts
from tests.bench.start.history import facts, keep, newest
from tests.bench.start.report import report


@pytest.fixture
def result() -> dict[str, Any]:
    samples = [
        {
            "run": run,
            "page": page,
            "visit": visit,
            "network": "fast-4g",
            "cpu": 4,
            "seconds": seconds + run,
            "bytes": size,
            "bytes_in_all": size,
            "requests": 9,
            "memory": None,
            "verdict": "eligible",
        }
        for run in (0, 1, 2)
        for page, visit, seconds, size in (
            ("stock", "cold", 15, 5_000_000),
            ("ours", "cold", 3, 2_000_000),
            ("stock", "repeat", 7, 0),
            ("ours", "repeat", 0.5, 0),
        )
    ]
    measured = {who: {"rate": 1012.0, "latency": 165.0, "busy": 100.0} for who in ("page", "worker")}
    return {
        **facts(),
        "versions": {"stock Pyodide": "1.2.3"},
        "proof": [{"network": "fast-4g", "cpu": 4, "measured": measured}],
        "samples": samples,
        "warm": [],
        "throughput": {"iec-coop batch": 1234.5},
    }


def test_the_report_tells_medians_with_their_spread_ratios_and_targets(result: dict[str, Any]) -> None:
    lines = [" ".join(line.split()) for line in report(result)]
    assert "cold fast-4g 4x 16.00 (15.00, 15.50–16.50) 4.00 (3.00, 3.50–4.50) 0.25" in lines
    assert "cold fast-4g 4x 5.000 (5.000, 5.000–5.000) 2.000 (2.000, 2.000–2.000) 0.40" in lines
    assert (
        "fast-4g, CPU 4x: page 1012 kB/s after 165 ms, work 100 ms; worker 1012 kB/s after 165 ms, work 100 ms" in lines
    )
    assert "first visit, fast-4g, CPU 4x at most 0.25 0.250 met" in lines
    assert "repeat visit, fast-4g, CPU 4x at most 0.12 0.188 missed" in lines
    assert "assessment once started at most 1.25 not measured" in lines
    assert "iec-coop batch: 1234 applicants a second" in lines


def test_no_ratio_is_told_where_nothing_was_sent_and_no_memory_where_it_is_not_known(result: dict[str, Any]) -> None:
    lines = [" ".join(line.split()) for line in report(result)]
    assert "repeat fast-4g 4x 0.000 (0.000, 0.000–0.000) 0.000 (0.000, 0.000–0.000) –" in lines
    assert "cold fast-4g 4x not measured not measured" in lines


def test_every_result_is_a_line_of_the_history(result: dict[str, Any], tmp_path: Path) -> None:
    history = tmp_path / "new" / "start.jsonl"
    keep(result, history)
    keep({**result, "commit": "another"}, history)
    assert [json.loads(line)["commit"] for line in history.read_text().splitlines()] == [result["commit"], "another"]
    assert newest(history) == {**result, "commit": "another"}
    assert {"date", "commit", "machine", "versions", "samples", "proof", "warm", "throughput"} <= newest(history).keys()


def test_bars_are_as_long_as_the_medians(result: dict[str, Any]) -> None:
    made = starts(result, WORDS)
    cold, repeat = made.groups
    assert (cold.name, repeat.name) == ("Fast 4G, CPU 4×, first visit", "Fast 4G, CPU 4×, next visit")
    stock, ours = cold.bars
    assert stock.width == pytest.approx(4 * ours.width, abs=0.3)
    assert stock.lower < LEFT + stock.width < stock.upper <= WIDTH - RIGHT
    assert made.scale[0] == (0, LEFT)
    assert made.scale[-1][1] == WIDTH - RIGHT
    assert stock.top + made.thick < ours.top
    assert ours.top + made.thick < repeat.bars[0].top <= made.height


def test_a_result_without_visits_has_a_scale_and_no_bar(result: dict[str, Any]) -> None:
    made = starts({**result, "samples": []}, WORDS)
    assert made.groups == ()
    assert made.scale[0] == (0, LEFT)


def test_the_picture_is_well_formed_named_described_and_told_in_a_table(result: dict[str, Any]) -> None:
    drawn = chart(result)
    figure = Tree.fromstring(drawn)  # noqa: S314 of the project's own making
    drawing = figure.find("svg")
    assert drawing is not None
    title, summary = drawing[0], drawing[1]
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby", "").split() == [title.get("id"), summary.get("id")]
    assert "Pyodide as it comes 16.00 seconds, this site 4.00 seconds" in (summary.text or "")
    assert not [each for each in figure.iter() if "style" in each.attrib or each.tag in ("a", "image", "use")]
    rows = ["".join(row.itertext()) for row in figure.findall(".//tbody/tr")]
    assert rows[0] == "Fast 4G, CPU 4×, first visit16.00 (15.50–16.50)4.00 (3.50–4.50)0.25"
    assert len(rows) == 2


def test_the_picture_speaks_the_language_of_its_words(result: dict[str, Any]) -> None:
    drawn = chart(result, {**WORDS, "title": "Secondes & réponse", "cold": "première visite"}, ",")
    assert "Secondes &amp; réponse" in drawn
    assert "première visite" in drawn
    assert "16,00 (15,50–16,50)" in drawn
    assert not re.search(r">\d+\.\d", drawn)
