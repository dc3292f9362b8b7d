"""The files that the browser runs, as they lie in the built site."""

import json
import re
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from generator.browser import StagingError, stage
from generator.dataset import load_dataset
from generator.words import load_words

# Namespaces of XML, and where the licence of a bundled library stands: addresses that no script asks for.
NAMES_ONLY = ("http://www.w3.org/", "https://github.com/zloirock/core-js")
DATA = Path(__file__).parents[2] / "data"


def _stage(site: Path) -> Path:
    stage(load_dataset(DATA), load_words(DATA), site)
    return site / "assets" / "checker"


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _stage(tmp_path_factory.mktemp("site"))


def _contents(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in paths}


def test_two_builds_make_the_same_bytes(staged: Path, tmp_path: Path) -> None:
    assert _contents(_stage(tmp_path)) == _contents(staged)


def test_the_manifest_names_what_is_there(staged: Path) -> None:
    manifest = json.loads((staged / "manifest.json").read_text())
    assert (staged / manifest["runtime"] / "pyodide.asm.wasm").is_file()
    assert (staged / manifest["rules"] / "dataset.json").is_file()


def test_the_lock_file_names_our_wheel_alone_with_its_hash(staged: Path) -> None:
    manifest = json.loads((staged / "manifest.json").read_text())
    lock = json.loads((staged / manifest["rules"] / "pyodide-lock.json").read_text())
    (package,) = lock["packages"].values()
    wheel = staged / manifest["rules"] / package["file_name"]
    assert package["name"] == manifest["package"]
    assert package["sha256"] == sha256(wheel.read_bytes()).hexdigest()


def test_the_wheel_holds_the_rules_and_nothing_that_needs_a_library(staged: Path) -> None:
    (wheel,) = staged.rglob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = {name.split("/")[1] for name in packed.namelist() if name.startswith("generator/")}
    assert names == {"__init__.py", "rules", "explain", "entry", "web"}


def test_the_wheel_runs_with_nothing_but_the_standard_library(staged: Path) -> None:
    (wheel,) = staged.rglob("*.whl")
    (facts,) = staged.rglob("dataset.json")
    program = (
        "import sys, json; sys.path.insert(0, sys.argv[1]); from generator.web import Checker\n"
        "checker = Checker(open(sys.argv[2], encoding='utf-8').read())\n"
        "request = {'task': 'assess', 'document': {}, 'lang': 'fr', 'today': '2026-11-22'}\n"
        "print(json.loads(checker.answer(json.dumps(request)))['assessment']['next_question'])"
    )
    command = [sys.executable, "-I", "-S", "-c", program, str(wheel), str(facts)]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "citizenships"


def test_no_script_names_another_host(staged: Path) -> None:
    for path in [*staged.glob("*.js"), *staged.glob("*.css")]:
        named = re.findall(r"\w+://[^\s\"'`]+", path.read_text(encoding="utf-8"))
        assert [address for address in named if not address.startswith(NAMES_ONLY)] == [], path.name


def test_the_names_of_countries_are_staged_for_the_field_that_searches_them(staged: Path) -> None:
    names = json.loads((staged / "countries.json").read_text(encoding="utf-8"))
    assert {"Deutschland", "German", "Allemand"} <= set(names["DE"])
    assert "Holland" in names["NL"]
    assert names.keys() == load_dataset(DATA).names.keys()


def test_the_licences_of_bundled_libraries_go_out_with_them(staged: Path) -> None:
    licences = (staged / "licences.txt").read_text(encoding="utf-8")
    for holder in ("Crown Copyright (Government Digital Service)", "Jason Miller", "Denis Pushkarev"):
        assert holder in licences
    assert "The above copyright notice and this permission notice shall be included" in licences
    assert "licences.txt" in (staged / "combobox.js").read_text(encoding="utf-8")


def test_a_missing_runtime_is_one_sentence_that_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(StagingError, match=r"lacks package\.json, .*; run `npm ci`"):
        stage(load_dataset(DATA), load_words(DATA), tmp_path / "site", runtime=tmp_path / "nothing")
