"""Puts the scripts and styles of the pages into few files: one for a page, and one for each part that comes later."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from generator.browser.errors import StagingError
from generator.browser.form import PROJECT

SOURCES = PROJECT / "site_overrides"
BUNDLER = PROJECT / "node_modules" / ".bin" / "esbuild"
# A page that asked for the code it shares with other pages as files of their own would ask for too many.
COMMON = ("--bundle", "--splitting", "--minify", "--format=esm", "--target=es2022", "--log-level=error")
# What is large, and what several pages load by its name.
APART = ("combobox.js", "checker.js")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A folder of `site_overrides`, which becomes one of `assets`, with what its pages load."""

    name: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...] = ()


PARTS = (
    Part(
        name="checker",
        scripts=("checker.js", "country.js", "offices.js", "worker.js", "years.js", "combobox/combobox.js"),
        styles=("checker.css", "late.css", "offices.css"),
    ),
    Part(name="compare", scripts=("side.js", "table.js")),
    Part(name="home", scripts=("picker.js",)),
)


def bundle(assets: Path) -> None:
    """Write each script and style with what it imports into the folder of its part; what is imported later stays apart.

    Raises StagingError.
    """
    for part in PARTS:
        for entry in (*part.scripts, *part.styles):
            apart = (f"--external:*/{name}" for name in APART if not entry.endswith(name))
            options = (*COMMON, *apart, "--chunk-names=[name]-[hash]", f"--outdir={assets / part.name}")
            _run(SOURCES / part.name / entry, options)


def _run(entry: Path, options: tuple[str, ...]) -> None:
    try:
        made = subprocess.run([str(BUNDLER), str(entry), *options], capture_output=True, text=True, check=False)  # noqa: S603 - the bundler of package.json
    except OSError as error:
        raise StagingError(f"{BUNDLER}: {error.strerror}; run `npm ci` to install the bundler") from error
    if made.returncode:
        raise StagingError(f"{entry.name} cannot be bundled; {made.stderr.strip()}")
