"""Builds the site again when something that it is made of changes."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from time import monotonic

from generator.site.configs import PROJECT
from generator.site.watch import watching

MADE_OF = ("content", "data", "generator", "site_overrides")
MOST_NAMED = 3


def rebuilding(
    site: Path, announce: Callable[[str], object], project: Path = PROJECT
) -> AbstractContextManager[None, bool | None]:
    """Build the site in the folder `site` again, as long as the context lasts, when what it is made of changes.

    A build is a process of its own, so that changed code counts too; it makes what changed alone. What it finds wrong
    is printed, and the last good site stays. `announce` is told what changed and how long the build took.
    """

    def build(changed: Sequence[Path]) -> None:
        names = [str(path.relative_to(project)) for path in changed]
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        announce(f"Changed: {', '.join(names[:MOST_NAMED])}{more}. Building ...")
        begun = monotonic()
        command = [sys.executable, "-m", "generator", "build", "--out", str(site)]
        made = subprocess.run(command, cwd=project, stdout=subprocess.DEVNULL, check=False)  # noqa: S603 - our own command
        if made.returncode:
            announce("The site is as it was before. Correct what is named above: it is then built again.")
        else:
            announce(f"Built in {monotonic() - begun:.1f} seconds. Reload the page to see it.")

    return watching([project / name for name in MADE_OF], build)
