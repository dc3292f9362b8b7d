"""The commands of upkeep: what they print, what they write, and the status with which they end."""

from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli.days import Day
from generator.dataset import load_knowledge
from generator.upkeep.commands import upkeep_commands
from generator.upkeep.errors import UpkeepError
from tests.upkeep.written_page import page_of

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def run(data: Path, *arguments: str) -> Result:
    group = click.Group(commands=list(upkeep_commands(data, data.parent / "copies", Day(), lambda: TODAY)))
    return CliRunner().invoke(group, list(arguments))


def test_compare_ends_with_1_where_something_differs(data: Path) -> None:
    result = run(data, "compare", str(HERE / "agreements.md"))
    assert result.exit_code == 1
    assert "Germany: the page does not have it; the data says that it is a partner" in result.output
    assert result.output.count("Belgium") == 0


def test_compare_ends_with_0_where_nothing_differs(data: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(page_of(load_knowledge(data).dataset, TODAY), encoding="utf-8")
    result = run(data, "compare", str(page), "--as-of", "2026-11-22")
    assert result.exit_code == 0, result.output
    assert "Compared 36 countries" in result.output
    assert "0 differences, 0 cells not read" in result.output


@pytest.mark.parametrize("name", ["nothing-here.html", "."])
def test_compare_refuses_a_file_that_cannot_be_read(name: str, data: Path, tmp_path: Path) -> None:
    result = run(data, "compare", str(tmp_path / name))
    assert isinstance(result.exception, UpkeepError)
    assert "name the file that you saved" in result.exception.lines[0]


def test_rounds_shows_and_writes_only_when_asked(few: Path) -> None:
    asked = ("rounds", str(HERE / "feed.xml"), "--season", "2023", "--on", "2023-02-12")
    shown = run(few, *asked)
    assert shown.exit_code == 0
    assert "# Andorra, Working Holiday" in shown.output
    assert not (few / "pools" / "2023.yml").exists()
    written = run(few, *asked, "--write")
    assert written.exit_code == 0
    assert "# Written to" in written.output
    assert 2023 in load_knowledge(few).pools
    again = run(few, *asked, "--write")
    assert again.exit_code == 0
    assert "0 new readings in 0 pools" in again.output
    assert "# Written to" not in again.output


def test_the_rows_that_rounds_shows_are_the_rows_that_it_writes(few: Path) -> None:
    asked = ("rounds", str(HERE / "feed.xml"), "--season", "2023", "--on", "2023-02-12")
    rows = [line for line in run(few, *asked).output.splitlines() if line and not line.startswith("#")]
    run(few, *asked, "--write")
    modeline, *written = (few / "pools" / "2023.yml").read_text(encoding="utf-8").splitlines()
    assert modeline.startswith("# yaml-language-server:")
    assert written == rows


def test_refresh_asks_no_address_outside_canada_and_makes_no_folder(data: Path) -> None:
    sources = data / "sources.yml"
    text = sources.read_text(encoding="utf-8")
    for host in ("https://www.canada.ca/", "https://ircc.canada.ca/"):
        text = text.replace(host, "https://canada.example/")
    sources.write_text(text, encoding="utf-8")
    result = run(data, "refresh")
    assert isinstance(result.exception, UpkeepError)
    assert [line.endswith("it is not asked") for line in result.exception.lines] == [True, True, False]
    assert not (data.parent / "copies").exists()
