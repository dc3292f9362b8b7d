"""What is noticed of changes on disk while the site is served."""

from pathlib import Path
from threading import Event

import pytest

from generator.site.rebuild import MADE_OF, rebuilding
from generator.site.watch import watching

LONG = 30  # seconds in which a change is noticed even on a busy machine


class Told:
    """Remembers each call with the names of the files, and lets a test wait for one."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []
        self.called = Event()

    def __call__(self, changed: list[Path]) -> None:
        self.calls.append([path.name for path in changed])
        self.called.set()

    def wait(self) -> list[str]:
        assert self.called.wait(LONG), "no change was noticed"
        self.called.clear()
        return self.calls[-1]


def test_changes_that_come_together_are_told_once_and_later_ones_again(tmp_path: Path) -> None:
    told = Told()
    with watching([tmp_path], told):
        for name in ("b.yml", "a.yml", "a.yml"):
            (tmp_path / name).write_text("one", encoding="utf-8")
        assert told.wait() == ["a.yml", "b.yml"]
        (tmp_path / "a.yml").unlink()
        assert told.wait() == ["a.yml"]
        (tmp_path / "b.yml").rename(tmp_path / "c.yml")
        assert told.wait() == ["b.yml", "c.yml"]


def test_files_that_nobody_wrote_on_purpose_do_not_count(tmp_path: Path) -> None:
    told = Told()
    (tmp_path / "__pycache__").mkdir()
    with watching([tmp_path], told):
        for name in (".hidden", "a.yml~", "__pycache__/module.pyc", "counts.yml"):
            (tmp_path / name).write_text("one", encoding="utf-8")
        assert told.wait() == ["counts.yml"]


def test_a_folder_counts_although_it_lies_in_a_hidden_one(tmp_path: Path) -> None:
    told = Told()
    place = tmp_path / ".project" / "data"
    place.mkdir(parents=True)
    with watching([place], told):
        (place / "a.yml").write_text("one", encoding="utf-8")
        assert told.wait() == ["a.yml"]


FAILS = 'import sys; sys.exit("data/at.yml:1:1: this is no fact")'
WORKS = 'import sys; open(sys.argv[3], "w").write(" ".join(sys.argv[1:3]))'


@pytest.mark.parametrize(
    ("program", "end", "errors", "built"),
    [
        pytest.param(
            FAILS,
            "The site is as it was before. Correct what is named above: it is then built again.",
            "data/at.yml:1:1: this is no fact\n",
            None,
            id="a build that fails leaves the site and says what to do",
        ),
        pytest.param(WORKS, "Built in", "", "build --out", id="a build that works is told with its time"),
    ],
)
def test_the_site_is_built_again_by_a_process_of_its_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], program: str, end: str, errors: str, built: str | None
) -> None:
    said: list[str] = []
    done = Event()

    def announce(sentence: str) -> None:
        said.append(sentence)
        if not sentence.startswith("Changed"):
            done.set()

    for name in MADE_OF:
        (tmp_path / name).mkdir()
    (tmp_path / "generator" / "__init__.py").touch()
    (tmp_path / "generator" / "__main__.py").write_text(program, encoding="utf-8")
    with rebuilding(tmp_path / "site", announce, tmp_path):
        (tmp_path / "data" / "at.yml").write_text("one", encoding="utf-8")
        assert done.wait(LONG)
    assert said[0] == "Changed: data/at.yml. Building ..."
    assert said[1].startswith(end)
    assert capfd.readouterr().err == errors
    assert (tmp_path / "site").read_text(encoding="utf-8") == built if built else not (tmp_path / "site").exists()
