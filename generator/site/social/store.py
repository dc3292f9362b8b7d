"""Writes the preview images, and keeps those that are drawn, so that only what changed is drawn again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import PIL

from generator.site.colours import PALETTE
from generator.site.social import drawing
from generator.site.social.cards import Card
from generator.site.social.mark import MARK

# What an image is drawn from besides its words.
MADE_FROM = (Path(drawing.__file__), PALETTE, MARK, drawing.SERIF, drawing.SANS, drawing.BOLD)


def write_cards(cards: Iterable[Card], folder: Path, kept: Path) -> None:
    """Write the image of each card below `folder`; images that are drawn already are taken from `kept`.

    What `kept` holds of other builds is removed. Raises FileNotFoundError where the fonts are not installed.
    """
    kept.mkdir(parents=True, exist_ok=True)
    before = {path.name: path for path in kept.iterdir()}
    stamp = _stamp()
    for card in cards:
        store = kept / f"{hashlib.sha256(stamp + repr(card).encode()).hexdigest()}.png"
        before.pop(store.name, None)
        if not store.exists():
            store.write_bytes(drawing.draw(card))
        image = folder / f"{card.name}.png"
        image.parent.mkdir(parents=True, exist_ok=True)
        image.write_bytes(store.read_bytes())
    for path in before.values():
        path.unlink()


def _stamp() -> bytes:
    digest = hashlib.sha256(PIL.__version__.encode())
    for path in MADE_FROM:
        digest.update(path.read_bytes())
    return digest.digest()
