"""Puts the flags of the jurisdictions into the built site, from the package circle-flags."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.site.errors import BuildError

PACKAGE = Path(__file__).parents[2] / "node_modules" / "circle-flags"


def write_flags(codes: Iterable[str], folder: Path, package: Path = PACKAGE) -> None:
    """Copy the flag of each of `codes` into `folder`, with the licence of the package beside them.

    Raises BuildError where the package, or a flag, is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = [(f"flags/{code.lower()}.svg", f"{code.lower()}.svg") for code in codes]
    for source, name in (*files, ("LICENSE.md", "licence.txt")):
        try:
            shutil.copyfile(package / source, folder / name)
        except OSError as error:
            raise BuildError([f"{package / source}: {error.strerror}; run `npm ci` to install the packages"]) from error
