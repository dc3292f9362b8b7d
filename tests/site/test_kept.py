"""What a build takes from the one before it."""

import filecmp
import shutil
from pathlib import Path

import pytest

from generator.dataset import Knowledge
from generator.site import build_site
from generator.site.store import Store, key_of
from tests.bench.build.scaled import corrected
from tests.conftest import AS_OF


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def files(site: Path) -> set[Path]:
    return {path.relative_to(site) for path in site.rglob("*") if path.is_file()}


def test_a_build_after_one_corrected_fact_makes_few_things_anew_and_the_same_site_as_a_build_from_nothing(
    built_site: Path, knowledge: Knowledge, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    shutil.copytree(built_site.parent / "work" / "kept", kept)
    before = names(kept)
    build_site(corrected(knowledge), tmp_path / "after", AS_OF, work=tmp_path)
    assert 1 <= len(names(kept) - before) <= len(before) / 4
    build_site(corrected(knowledge), tmp_path / "anew", AS_OF, work=tmp_path / "empty")
    assert files(tmp_path / "after") == files(tmp_path / "anew")
    _, different, missing = filecmp.cmpfiles(tmp_path / "after", tmp_path / "anew", files(tmp_path / "anew"), False)
    assert (different, missing) == ([], [])


def test_a_thing_is_made_once_as_long_as_it_is_asked_for(tmp_path: Path) -> None:
    made: list[str] = []

    def make() -> bytes:
        made.append("made")
        return b"content"

    for _ in range(3):
        store = Store(tmp_path)
        assert store.get(key_of("a", b"b"), make) == b"content"
        store.sweep()
    assert made == ["made"]


def test_what_nobody_asks_for_any_more_is_removed(tmp_path: Path) -> None:
    first = Store(tmp_path)
    for name in ("one", "two"):
        first.keep(key_of(name), b"content")
    first.sweep()
    second = Store(tmp_path)
    assert second.find(key_of("two")) == b"content"
    assert second.find(key_of("three")) is None
    second.sweep()
    assert names(tmp_path) == {key_of("two")}


def test_a_thing_that_could_not_be_made_is_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(ZeroDivisionError):
        store.get(key_of("a"), lambda: bytes(1 // 0))
    assert names(tmp_path) == set()


def test_a_key_tells_where_one_part_ends_and_the_next_begins() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("a", b"b") == key_of("a", "b")
