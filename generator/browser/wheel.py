"""The rules as a wheel: pure Python without dependencies, the same bytes for the same sources."""

import shutil
import subprocess
import sys
from pathlib import Path

from generator.browser.errors import StagingError

PACKAGE = "iec-coop-rules"
GENERATOR = Path(__file__).parents[1]
CONTENTS = ("__init__.py", "rules", "explain", "entry", "web")
PYPROJECT = f"""\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{PACKAGE}"
version = "1"
requires-python = ">=3.12"

[tool.hatch.build.targets.wheel]
packages = ["generator"]
"""


def build_wheel(folder: Path, work: Path) -> Path:
    """Build the wheel of the rules into `folder` and return its path; `work` is an empty folder for the sources.

    Raises StagingError where the build tool fails.
    """
    for name in CONTENTS:
        source, target = GENERATOR / name, work / "generator" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    (work / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(work)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the program is our own Python
    if made.returncode:
        raise StagingError(f"the wheel of the rules was not built; {made.stderr.strip() or made.stdout.strip()}")
    return next(folder.glob("*.whl"))
