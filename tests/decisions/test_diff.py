"""Whose answer changes between two revisions of a real repository, and why."""

import os
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.dataset import DatasetError, load_dataset
from generator.decisions import DecisionsError, commands, revisions
from generator.decisions.diff import difference
from generator.decisions.files import FOLDER, texts, write
from generator.decisions.known import read_known
from tests.applicants import ROOT
from tests.dataset.small import make_small

KEPT = ("DE", "LV", "MX", "NO", "PL")
GERMAN_AGES = "DE.international_coop.ages"


class Repository:
    """A repository of facts and table, small enough to be quick."""

    def __init__(self, root: Path) -> None:
        self.root = root
        make_small(root / "data", "LV", "MX", "NO", "PL")
        shutil.copytree(ROOT / "data" / "words", root / "data" / "words")
        for path in (root / "data" / "countries").iterdir():
            if path.stem not in KEPT:
                path.unlink()
        for path in (root / "data" / "pools").iterdir():
            path.write_text("[]\n", encoding="utf-8")
        for name in ("claims.yml", "organizations.yml"):
            (root / "data" / name).write_text("[]\n", encoding="utf-8")
        self.git("init", "--quiet", "--initial-branch=main")
        self.write_table()
        self.commit("first")

    def git(self, *arguments: str) -> str:
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        named = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
        command = ["git", "-C", str(self.root), *named, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout

    def commit(self, name: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", name)
        self.git("tag", name)

    def write_table(self) -> None:
        write(self.root / FOLDER, texts(read_known(self.root / "data").dataset))

    def edit(self, file: str, old: str, new: str, times: int = 1) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= times, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, times), encoding="utf-8")

    def line_of(self, file: str, text: str) -> int:
        lines = (self.root / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if text in line)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    return Repository(tmp_path_factory.mktemp("pristine") / "repository")


@pytest.fixture
def repository(pristine, tmp_path, monkeypatch):
    # The small set of facts need not pass the checks that hold all files against one another.
    monkeypatch.setattr("generator.decisions.diff.load_dataset", lambda folder: read_known(folder).dataset)
    copy = object.__new__(Repository)
    copy.root = tmp_path / "repository"
    shutil.copytree(pristine.root, copy.root)
    return copy


@pytest.fixture
def lines(repository, words):
    return lambda revision="first", until=None: list(difference(repository.root, revision, until, words["en"]))


def test_without_a_change_no_answer_changes(lines):
    (only,) = lines()
    assert only.startswith("No answer changes from first (")
    assert only.endswith(") to the files as they stand.")


def test_a_changed_limit_is_told_with_who_which_answer_and_why(repository, lines):
    repository.edit("data/countries/DE.yml", "{minimum: 18, maximum: 35}", "{minimum: 18, maximum: 34}")
    line = repository.line_of("data/countries/DE.yml", "maximum: 34")
    assert lines()[1:] == [
        "- Germany, International Co-op: aged 35 on the invitation day: eligible → not eligible (AGE_OVER), because "
        f"{GERMAN_AGES} changed from 18–35 to 18–34 (data/countries/DE.yml:{line})."
    ]


def test_the_same_change_in_several_categories_is_one_sentence(repository, lines):
    repository.edit("data/countries/NO.yml", "{minimum: 18, maximum: 35}", "{minimum: 19, maximum: 35}", 3)
    (sentence,) = lines()[1:]
    assert sentence.startswith(
        "- Norway, International Co-op, Young Professionals and Working Holiday: aged 18 on the invitation day: "
        "eligible → not eligible (AGE_UNDER), because NO.international_coop.ages, NO.young_professionals.ages and "
        "NO.working_holiday.ages changed from 18–35 to 19–35 (data/countries/NO.yml:"
    )


def test_the_same_answer_for_several_jurisdictions_is_one_sentence(repository, lines):
    for code in ("DE", "NO"):
        repository.edit(f"data/countries/{code}.yml", "      - value: 12", "      - value: 11")
    (sentence,) = lines()[1:]
    assert sentence.startswith(
        "- Germany and Norway, International Co-op: whoever has everything in order: eligible, 12 months → "
        "eligible, 11 months, because DE.international_coop.permit_months and NO.international_coop.permit_months "
        "changed from 12 to 11 ("
    )


def test_a_gap_and_the_number_of_participations_are_told(repository, lines):
    repository.edit(
        "data/countries/PL.yml", "discontinuance_months:\n      - value: 6", "discontinuance_months:\n      - value: 7"
    )
    repository.edit("data/countries/DE.yml", "total: 2, repeat", "total: 1, repeat")
    told = lines()[1:]
    assert told[0].startswith(
        "- Germany, International Co-op: earlier participations: one Young Professionals; one Working Holiday: "
        "eligible → not eligible (PARTICIPATIONS_USED), because DE.participations changed from total 2 to total 1 "
        "(data/countries/DE.yml:"
    )
    assert next(line for line in told if "Poland" in line).startswith(
        "- Poland, International Co-op: a permit of an earlier participation that ended 6 months or more and less "
        "than 7 months before arrival: eligible → not eligible (GAP), because "
        "PL.international_coop.discontinuance_months changed from 6 to 7 ("
    )


def test_a_category_no_longer_offered_is_one_sentence(repository, lines):
    path = repository.root / "data/countries/LV.yml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("    ages:"), text.index("  young_professionals:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    repository.edit("data/countries/LV.yml", "offered:\n      - value: yes", "offered:\n      - value: no")
    (sentence,) = lines()[1:]
    assert sentence.startswith(
        "- Latvia, International Co-op: whoever has everything in order: eligible → not eligible "
        "(CATEGORY_NOT_AVAILABLE), because LV.international_coop.offered changed from yes to no (data/countries/LV.yml:"
    )


def test_facts_that_change_no_answer_are_told_apart(repository, lines):
    repository.edit("data/countries/NO.yml", "value: employer_specific", "value: open")
    repository.edit("data/countries/DE.yml", "checked_on: 2026-11-22", "checked_on: 2026-11-21", 2)
    line = repository.line_of("data/countries/NO.yml", "value: open")
    head, *told = lines()
    assert head.startswith("No answer changes")
    assert told == [
        "These facts changed without changing an answer:",
        f"- NO.international_coop.permit changed from employer specific to open (data/countries/NO.yml:{line}).",
        "2 facts have other sources, notes or dates of checking and the same value.",
    ]


def test_a_jurisdiction_that_comes_or_goes_is_told(repository, lines):
    shutil.copy(ROOT / "data/countries/CL.yml", repository.root / "data/countries/CL.yml")
    (repository.root / "data/countries/MX.yml").unlink()
    told = lines()
    assert "- Mexico has no facts any more." in told
    assert "- Chile has facts now." in told


def test_unsound_facts_as_they_stand_are_refused_with_their_place(repository, lines, monkeypatch):
    monkeypatch.setattr("generator.decisions.diff.load_dataset", load_dataset)
    repository.edit("data/countries/DE.yml", "maximum: 35", "maximum: 17")
    with pytest.raises(DatasetError, match="the ages are turned round"):
        lines()


def test_two_revisions_are_compared_without_the_files_as_they_stand(repository, lines):
    repository.edit("data/countries/DE.yml", "maximum: 35", "maximum: 34")
    repository.write_table()
    repository.commit("second")
    repository.edit("data/countries/NO.yml", "maximum: 35", "maximum: 34")
    told = lines("first", "second")
    assert [line for line in told if "Germany" in line]
    assert not [line for line in told if "Norway" in line]
    assert lines("second", "first")[1].startswith(
        "- Germany, International Co-op: aged 35 on the invitation day: not eligible (AGE_OVER) → eligible, because"
    )


def test_other_answers_from_the_same_facts_mean_that_the_rules_changed(repository, lines):
    repository.edit(f"{FOLDER}/LV.yml", "less than 12 months before arrival", "less than 9 months before arrival")
    repository.edit(f"{FOLDER}/LV.yml", "12 months or more before arrival", "9 months or more before arrival")
    repository.commit("before-the-rules-changed")
    head, rules, sentence = lines("before-the-rules-changed")
    assert head.startswith("No answer changes")
    assert rules.startswith("The rules changed (or the table of before-the-rules-changed (")
    assert sentence == (
        "- Latvia, International Co-op: a permit of an earlier participation that ended 9 months or more and less "
        "than 12 months before arrival: eligible → not eligible (GAP)."
    )


def test_a_revision_without_a_table_says_so(repository, lines):
    shutil.rmtree(repository.root / FOLDER)
    repository.commit("without-a-table")
    assert lines("without-a-table")[-1].endswith(
        "has no decision table, so whether the rules changed since cannot be said."
    )


def test_a_table_in_another_form_says_so(repository, lines):
    repository.edit(f"{FOLDER}/PL.yml", "  age:", "  height:")
    repository.commit("another-form")
    assert lines("another-form")[-1].endswith(
        "has another form for PL, so whether the rules changed there cannot be said."
    )


def test_facts_of_another_shape_are_compared_by_the_table_files(repository, lines):
    repository.edit("data/countries/DE.yml", "minimum: 18, maximum: 35", "from: 18, to: 35")
    repository.commit("another-shape")
    repository.edit("data/countries/DE.yml", "from: 18, to: 35", "minimum: 18, maximum: 34")
    repository.write_table()
    why, head, sentence = lines("another-shape")
    assert why.startswith("The rules of today cannot read the facts of another-shape (")
    assert "data/countries/DE.yml:" in why
    assert why.endswith("why an answer changed is not available.")
    assert head.startswith("Whose answer changes from another-shape (")
    assert (
        sentence == "- Germany, International Co-op: aged 35 on the invitation day: eligible → not eligible (AGE_OVER)."
    )


def test_facts_of_another_shape_without_a_table_are_refused(repository, lines):
    repository.edit("data/countries/DE.yml", "minimum: 18, maximum: 35", "from: 18, to: 35")
    shutil.rmtree(repository.root / FOLDER)
    repository.commit("nothing-left")
    with pytest.raises(DecisionsError, match="has no decision table; name a later revision"):
        lines("nothing-left", "first")


@pytest.mark.parametrize("revision", ["nowhere", "--help", "first..first", "HEAD:data", ""])
def test_a_revision_that_is_none_is_refused_in_one_sentence(lines, revision):
    with pytest.raises(DecisionsError) as refused:
        lines(revision)
    assert refused.value.lines == [
        f"{revision}: git knows no such revision; name a commit, a branch or a tag, such as HEAD~1"
    ]


def test_a_revision_without_facts_is_refused(repository, lines):
    shutil.rmtree(repository.root / "data")
    repository.commit("empty")
    with pytest.raises(DecisionsError, match="empty: this revision has no data/; name a later one"):
        lines("empty", "first")


def test_a_shallow_clone_says_what_to_fetch(repository, tmp_path, words):
    repository.commit("second")
    shallow = tmp_path / "shallow"
    repository.git("clone", "--quiet", "--depth=1", "--no-tags", f"file://{repository.root}", str(shallow))
    with pytest.raises(DecisionsError, match=r"this clone is shallow.*git fetch --unshallow"):
        list(difference(shallow, "HEAD~1", None, words["en"]))


def test_a_folder_without_git_is_refused(repository, lines):
    shutil.rmtree(repository.root / ".git")
    with pytest.raises(DecisionsError, match="this is not a git repository; clone the project with git"):
        lines()


def test_a_machine_without_git_is_refused(lines, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DecisionsError, match="there is no git on this machine; install it"):
        lines()


def test_a_broken_repository_is_told_in_the_words_of_git(monkeypatch, lines):
    monkeypatch.setattr(revisions, "_commit", lambda *_: "0" * 40)
    monkeypatch.setattr(revisions, "_fails", lambda *_: False)
    with pytest.raises(DecisionsError, match=r"git archive failed: fatal: .*; run `git fsck`"):
        lines()


@pytest.fixture
def project(repository, monkeypatch):
    monkeypatch.setattr(commands, "load_dataset", lambda folder: read_known(folder).dataset)
    return repository


def invoke(project, *arguments):
    group = click.Group(commands=commands.decisions_commands(project.root))
    return CliRunner().invoke(group, arguments, catch_exceptions=False)


def test_the_command_prints_the_difference(project):
    done = invoke(project, "diff", "first")
    assert done.exit_code == 0
    assert done.stdout.startswith("No answer changes from first (")


def test_the_command_prints_or_writes_the_table(project):
    printed = invoke(project, "decisions")
    assert printed.stdout.count("\ninternational_coop:") == len(KEPT)
    assert "# Germany. " in printed.stdout
    project.edit(f"{FOLDER}/DE.yml", "18 to 35", "18 to 36")
    (project.root / FOLDER / "XX.yml").write_text("", encoding="utf-8")
    written = invoke(project, "decisions", "--write")
    assert written.stdout.splitlines() == [f"{FOLDER}/XX.yml: taken away.", f"{FOLDER}/DE.yml: written."]
    again = invoke(project, "decisions", "--write")
    assert again.stdout == "The decision table is up to date.\n"
    assert project.git("status", "--short") == ""
