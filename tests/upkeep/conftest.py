"""What the tests of upkeep share: the facts of the countries on the small page, and a copy of all facts."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.dataset import Knowledge

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
SIX = ("AT", "BE", "CH", "ES", "GB", "KR")


@pytest.fixture(scope="session")
def six(knowledge: Knowledge) -> Knowledge:
    """Return the facts, of countries only those that stand on the small page."""
    countries = {code: knowledge.dataset.countries[code] for code in SIX}
    return replace(knowledge, dataset=replace(knowledge.dataset, countries=countries))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the folder of facts, without pools of 2023."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    (copy / "pools" / "2023.yml").unlink(missing_ok=True)
    return copy
