"""The facts and the table of a revision, taken out of git into a folder."""

import io
import os
import subprocess
import tarfile
from pathlib import Path

from generator.decisions.errors import DecisionsError


def take_out(root: Path, revision: str, paths: tuple[str, ...], folder: Path) -> str:
    """Write what `revision` holds at `paths` below `folder` and return the short name of its commit.

    Raises DecisionsError where there is no git, no repository, no such revision, or nothing at the first path.
    """
    commit = _commit(root, revision)
    there = [path for path in paths if not _fails(root, "cat-file", "-e", f"{commit}:./{path}")]
    if paths[0] not in there:
        raise DecisionsError([f"{revision}: this revision has no {paths[0]}/; name a later one"])
    packed = _git(root, "archive", "--format=tar", commit, "--", *there)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return commit[:10]


def _commit(root: Path, revision: str) -> str:
    if _fails(root, "rev-parse", "--git-dir"):
        raise DecisionsError([f"{root}: this is not a git repository; clone the project with git to compare revisions"])
    done = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode:
        shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        remedy = (
            "this clone is shallow, its history is cut off; fetch the rest with `git fetch --unshallow`"
            if shallow
            else "git knows no such revision; name a commit, a branch or a tag, such as HEAD~1"
        )
        raise DecisionsError([f"{revision}: {remedy}"])
    return done.stdout.decode().strip()


def _git(root: Path, *arguments: str) -> bytes:
    done = _run(root, *arguments)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["it gave no reason"]
        raise DecisionsError([f"git {arguments[0]} failed: {said[-1]}; run `git fsck` to see what is broken"])
    return done.stdout


def _fails(root: Path, *arguments: str) -> bool:
    return _run(root, *arguments).returncode != 0


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C"}
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603 no shell, own words
    except FileNotFoundError as error:
        raise DecisionsError(["git: there is no git on this machine; install it to compare revisions"]) from error
