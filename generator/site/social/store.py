"""Writes the preview images; those that are drawn already are not drawn again."""

import hashlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import PIL

from generator.site.colours import PALETTE
from generator.site.social import drawing
from generator.site.social.cards import Card
from generator.site.social.mark import MARK
from generator.site.store import Store, key_of

# What an image is drawn from besides its words.
MADE_FROM = (Path(drawing.__file__), PALETTE, MARK, drawing.SERIF, drawing.SANS, drawing.BOLD)


def write_cards(cards: Iterable[Card], folder: Path, store: Store) -> None:
    """Write the image of each card below `folder`; images that are drawn already are taken from `store`.

    Raises FileNotFoundError where the fonts are not installed.
    """
    stamp = _stamp()
    for card in cards:
        image = folder / f"{card.name}.png"
        image.parent.mkdir(parents=True, exist_ok=True)
        image.write_bytes(store.get(key_of(stamp, repr(card)), partial(drawing.draw, card)))


def _stamp() -> bytes:
    digest = hashlib.sha256(PIL.__version__.encode())
    for path in MADE_FROM:
        digest.update(path.read_bytes())
    return digest.digest()
