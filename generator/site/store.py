"""Keeps what a build makes, so that the next one makes only what changed."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path


def key_of(*parts: str | bytes) -> str:
    """Return the key of what is made of `parts`."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8) + content)
    return digest.hexdigest()


class Store:
    """A folder of things that builds made, each under a key that tells all that it was made of.

    What is taken from it is what would be made anew. A thing is there whole or not at all, whenever a build ends.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._old = {path.name for path in folder.iterdir()}

    def find(self, key: str) -> bytes | None:
        """Return the thing under `key`, None where there is none."""
        self._old.discard(key)
        path = self.folder / key
        return path.read_bytes() if path.is_file() else None

    def keep(self, key: str, content: bytes) -> None:
        """Put `content` under `key`."""
        self._old.discard(key)
        unfinished = self.folder / f"{key}.{os.getpid()}"
        unfinished.write_bytes(content)
        unfinished.replace(self.folder / key)

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the thing under `key`; make and keep it where there is none."""
        found = self.find(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def sweep(self) -> None:
        """Remove what nobody has asked for since this store was opened."""
        for name in self._old:
            (self.folder / name).unlink(missing_ok=True)
        self._old = set()
