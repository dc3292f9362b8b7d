"""What the tests of upkeep share: the facts of the countries on the small page, and copies of all facts or a few."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.dataset import Knowledge
from tests.dataset.small import make_small

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


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small folder of facts with the countries of the feed, its source, and the words."""
    folder = tmp_path_factory.mktemp("few") / "data"
    make_small(folder, "AD", "AT", "FR", "LV", "UA")
    shutil.copytree(DATA / "words", folder / "words")
    (rounds,) = re.findall(r"^- id: ircc-rounds\n(?:  .*\n)+", (DATA / "sources.yml").read_text("utf-8"), re.MULTILINE)
    with (folder / "sources.yml").open("a", encoding="utf-8") as sources:
        sources.write(rounds)
    return folder


@pytest.fixture
def few(pristine: Path, tmp_path: Path) -> Path:
    """Return a copy of the small folder of facts."""
    return Path(shutil.copytree(pristine, tmp_path / "data"))
