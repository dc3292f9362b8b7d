"""Pyodide as the npm registry gives it, and the lock file by which it finds our wheel."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from generator.browser.errors import StagingError

FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"


def runtime_version(runtime: Path) -> str:
    """Return the version of Pyodide in `runtime`; raises StagingError where a file that we serve is missing."""
    missing = [name for name in ("package.json", LOCK, *FILES) if not (runtime / name).is_file()]
    if missing:
        raise StagingError(f"{runtime} lacks {', '.join(missing)}; run `npm ci` to install Pyodide")
    return str(json.loads((runtime / "package.json").read_text(encoding="utf-8"))["version"])


def copy_runtime(runtime: Path, folder: Path) -> None:
    """Copy the files of `runtime` that a browser loads into `folder`."""
    folder.mkdir(parents=True)
    for name in FILES:
        shutil.copyfile(runtime / name, folder / name)


def write_lock(runtime: Path, wheels: Iterable[Path], target: Path) -> None:
    """Write a lock file that names `wheels` (beside it) and none of the packages that we do not serve."""
    lock = PyodideLockSpec.from_json(runtime / LOCK)
    lock.packages = {}
    add_wheels_to_spec(lock, list(wheels), base_path=target.parent).to_json(target, indent=1)
