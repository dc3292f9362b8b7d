"""The page to compare with: Pyodide as its package has it, with the same rules, facts and applicant."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.browser import StagingError
from generator.browser.wheel import build_wheel
from generator.rules import Dataset, to_plain
from tests.bench.start.errors import BenchError

SOURCES = Path(__file__).parent / "stock_page"
# What loadPyodide asks for by itself; releases differ in the end of the second name.
DEFAULT = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"


def write_stock(
    runtime: Path, dataset: Dataset, words: Mapping[str, Any], applicant: Mapping[str, Any], folder: Path
) -> str:
    """Write the page with the Pyodide of the package in `runtime` into `folder`, a new one; return Pyodide's version.

    `words` are those of the assessment by language. Raises BenchError where the package or the rules are not whole.
    """
    shutil.copytree(SOURCES, folder)
    try:
        version = str(json.loads((runtime / "package.json").read_text(encoding="utf-8"))["version"])
        (folder / "runtime").mkdir()
        for name in (*DEFAULT, LOCK):
            if (runtime / name).is_file():
                shutil.copyfile(runtime / name, folder / "runtime" / name)
        with tempfile.TemporaryDirectory() as work:
            wheel = build_wheel(folder, Path(work) / "sources")
    except (OSError, StagingError) as error:
        raise BenchError(f"the page to compare with cannot be made; {error}") from error
    (folder / "dataset.json").write_text(_json({"dataset": to_plain(dataset), "words": words}), encoding="utf-8")
    _fill(folder / "worker.js", wheel=wheel.name)
    _fill(folder / "index.html", applicant=_json(applicant))
    return version


def _fill(file: Path, **values: str) -> None:
    text = file.read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"{{{{ {name} }}}}", value)
    file.write_text(text, encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
