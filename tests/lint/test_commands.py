"""The commands that check the data and write the schemas."""

import re
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.dataset import DatasetError, load_knowledge
from generator.dataset.checks import CHECKS
from generator.dataset.kinds import KINDS
from generator.dataset.reading import read_sound
from generator.lint import LINTERS, find_all
from generator.lint.commands import schema_command, validate_command
from tests.lint.project import make_project

ROOT = Path(__file__).parents[2]
DAY = click.types.FuncParamType(date.fromisoformat)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_project(tmp_path)
    (tmp_path / "extra.yml").write_text("{}\n", encoding="utf-8")
    return tmp_path


def validate(project: Path, *arguments: str) -> Result:
    command = validate_command(
        project / "data",
        project / "content",
        DAY,
        lambda: date(2026, 11, 22),
        (lambda folder: read_sound(folder.parent / "extra.yml"),),
    )
    return CliRunner().invoke(command, arguments)


def test_the_facts_of_the_project_are_sound_on_the_day_of_their_newest_check() -> None:
    newest = max(row.checked_on for entry in load_knowledge(ROOT / "data").index.values() for row in entry.rows)
    findings = find_all(ROOT / "data", ROOT / "content", newest)
    assert list(map(str, findings.errors)) == []


def test_sound_facts_are_counted_and_nothing_is_said_on_standard_error(project: Path) -> None:
    outcome = validate(project)
    assert outcome.exit_code == 0
    assert outcome.stderr == ""
    assert re.fullmatch(
        r"The facts are sound: 8 jurisdictions, 8 of them partners, \d+ facts, \d+ sources\. "
        r"Data [0-9a-f]{12}, verified on \d{4}-\d\d-\d\d\. No fact is due for review\.\n",
        outcome.stdout,
    )


def test_an_overdue_fact_is_a_warning_on_standard_error_and_counted(project: Path) -> None:
    file = project / "data" / "glossary.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("review_due: 2027-01-31", "review_due: 2026-11-22"), encoding="utf-8")
    outcome = validate(project, "--as-of", "2026-11-23")
    assert outcome.exit_code == 0
    assert outcome.stderr.startswith(f"warning: {file}:")
    assert outcome.stderr.endswith("[review-due]\n")
    assert outcome.stdout.endswith("1 fact is due for review.\n")


def test_a_fact_that_is_long_overdue_is_refused(project: Path) -> None:
    outcome = validate(project, "--as-of", "2029-01-01")
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert "[review-long-due]\n" in outcome.stderr


def test_every_problem_is_told_at_once_with_its_place_and_the_name_of_its_check(project: Path) -> None:
    country, page = project / "data" / "countries" / "DE.yml", project / "content" / "en" / "index.md"
    country.write_text(country.read_text("utf-8").replace("maximum: 35", "maximum: 3"), encoding="utf-8")
    page.write_text(page.read_text("utf-8").replace("So be it", "So be 12"), encoding="utf-8")
    outcome = validate(project)
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    lines = outcome.stderr.splitlines()
    assert any(re.match(rf"{country}:\d+:\d+: .*\[ages-possible\]$", line) for line in lines)
    assert any(re.match(rf"{page}:\d+:\d+: .*\[typed-numbers\]$", line) for line in lines)


def test_what_else_lies_in_the_folder_is_read_too(project: Path) -> None:
    (project / "extra.yml").write_text("{\n", encoding="utf-8")
    outcome = validate(project)
    assert outcome.exit_code == 2
    assert "extra.yml:2:1: this is not YAML" in outcome.stderr
    assert outcome.stderr.endswith("[not-yaml]\n")


def test_another_folder_can_be_checked_against_the_pages_of_the_project(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    outcome = validate(project, str(other))
    assert outcome.exit_code == 2
    assert f"{other / 'programme.yml'}:1:1: the file cannot be read" in outcome.stderr


def test_the_list_names_every_check_with_its_level_and_what_must_hold(project: Path) -> None:
    outcome = validate(project, "--list")
    assert outcome.exit_code == 0
    lines = outcome.stdout.splitlines()
    assert len(lines) == len(CHECKS) + len(LINTERS)
    assert lines == sorted(lines)
    assert any(re.fullmatch(r"quote-length +error +A quote has .*\.", line) for line in lines)
    assert any(re.fullmatch(r"review-due +warning +A fact is .*\.", line) for line in lines)


def test_the_schemas_are_written_once_and_then_up_to_date(project: Path) -> None:
    command = schema_command(project / "data")
    refused = CliRunner().invoke(command, ["--check"])
    assert isinstance(refused.exception, DatasetError)
    assert "the schema is out of date; run `iec-coop schema`" in str(refused.exception)
    first, second = CliRunner().invoke(command), CliRunner().invoke(command)
    assert f"{len(KINDS)} written" in first.output
    assert "0 written" in second.output
    assert CliRunner().invoke(command, ["--check"]).exit_code == 0
    assert {path.stem for path in (project / "data" / "schema").iterdir()} == {kind.name for kind in KINDS}
