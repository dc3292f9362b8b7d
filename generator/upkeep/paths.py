"""Paths in messages."""

import os
from pathlib import Path


def shown(path: Path) -> Path:
    """Return a path as a person here would write it: from the folder that they are in, where it lies below."""
    short = os.path.relpath(path)
    return path if short.startswith("..") else Path(short)
