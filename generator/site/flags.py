"""Puts the flags of the jurisdictions into the built site, from the package circle-flags."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.site.errors import BuildError

PACKAGE = Path(__file__).parents[2] / "node_modules" / "circle-flags"
UNKNOWN = "xx"


def write_flags(codes: Iterable[str], folder: Path, package: Path = PACKAGE) -> None:
    """Copy the flag of each of `codes` into `folder`, with the licence of the package beside them.

    A code of which the package has no flag gets that of an unknown one. Raises BuildError where the package is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = [(f"flags/{_known(code.lower(), package)}.svg", f"{code.lower()}.svg") for code in codes]
    for source, name in (*files, ("LICENSE.md", "licence.txt")):
        try:
            shutil.copyfile(package / source, folder / name)
        except OSError as error:
            raise BuildError([f"{package / source}: {error.strerror}; run `npm ci` to install the packages"]) from error


def _known(code: str, package: Path) -> str:
    return code if (package / "flags" / f"{code}.svg").is_file() else UNKNOWN
