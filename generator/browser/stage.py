"""Puts the files that the reader's browser runs into a built site."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.browser.bundle import bundle
from generator.browser.errors import StagingError
from generator.browser.form import PROJECT, render_form
from generator.browser.runtime import LOCK, copy_runtime, runtime_version, write_lock
from generator.browser.synonyms import synonyms
from generator.browser.wheel import PACKAGE, build_wheel
from generator.browser.words import late_words
from generator.browser.workbooks import pack_workbooks
from generator.rules.model import Dataset
from generator.rules.record import to_plain
from generator.words import LANGUAGES

FOLDER = Path("assets") / "checker"
DATA = PROJECT / "data"
MODULES = PROJECT / "node_modules"
RUNTIME = MODULES / "pyodide"
AUTOCOMPLETE = MODULES / "accessible-autocomplete" / "LICENSE.txt"
LICENCES = """The map on the page of pictures is drawn from Natural Earth, which is in the public domain, as packed by
world-atlas.

The field of countries (combobox.js in this folder) holds accessible-autocomplete and what it brings:
Preact, Copyright (c) Jason Miller, and parts of core-js, Copyright (c) 2014-2024 Denis Pushkarev.
All three come under the MIT License. The licence of accessible-autocomplete, whose terms are those of the two others:

"""


def stage(dataset: Dataset, words: Mapping[str, Any], site: Path, runtime: Path = RUNTIME) -> None:
    """Write scripts, style, rules, facts and the Python of `runtime` into `assets/checker` of `site`.

    The scripts of other pages go into folders of their own beside it.

    `words` are those of the assessment by language. The runtime's folder bears its version and the rules' folder the
    hash of its content, so that a cached file never meets files of another build. Raises StagingError.
    """
    checker = site / FOLDER
    shutil.rmtree(checker, ignore_errors=True)
    checker.mkdir(parents=True)
    runtime_folder = f"runtime-{runtime_version(runtime)}"
    copy_runtime(runtime, checker / runtime_folder)
    rules_folder = _stage_rules(dataset, words, checker, runtime)
    _write_json(checker / "countries.json", synonyms(dataset, DATA, MODULES))
    for lang in LANGUAGES:
        _write_json(checker / f"form.{lang}.json", {"form": render_form(dataset, lang, level=3, is_of_country=True)})
    bundle(site / "assets")
    _write_licences(checker)
    manifest = {
        "runtime": f"{runtime_folder}/",
        "rules": f"{rules_folder}/",
        "package": PACKAGE,
        "workbooks": pack_workbooks(checker),
    }
    _write_json(checker / "manifest.json", manifest)


def _write_licences(checker: Path) -> None:
    """Put the licences of the libraries that the scripts hold beside the scripts."""
    try:
        licence = AUTOCOMPLETE.read_text(encoding="utf-8")
    except OSError as error:
        raise StagingError(f"{AUTOCOMPLETE}: {error.strerror}; run `npm ci` to install the libraries") from error
    (checker / "licences.txt").write_text(LICENCES + licence, encoding="utf-8")


def _stage_rules(dataset: Dataset, words: Mapping[str, Any], checker: Path, runtime: Path) -> str:
    """Put the wheel, its lock file and the facts into a folder named after their content; return its name."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "rules"
        folder.mkdir()
        wheel = build_wheel(folder, Path(work) / "sources")
        write_lock(runtime, [wheel], folder / LOCK)
        _write_json(folder / "dataset.json", {"dataset": to_plain(dataset), "words": words, "page": late_words(DATA)})
        name = f"rules-{_content_hash(folder)}"
        shutil.copytree(folder, checker / name)
    return name


def _content_hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
