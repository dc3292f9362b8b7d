"""Text made comparable: small letters without accents, whatever the keyboard it was typed on."""

import re
import unicodedata

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphens, zero widths, marks of direction


def fold(text: str) -> str:
    """Return `text` in small letters without accents, full-width forms and doubled spaces, marks made plain."""
    plain = _DASHES.sub("-", _APOSTROPHES.sub("'", _UNSEEN.sub("", text)))
    parts = unicodedata.normalize("NFKD", plain.replace("œ", "oe").replace("Œ", "oe").casefold())
    letters = "".join(character for character in parts if not unicodedata.combining(character))
    return " ".join(_DASHES.sub("-", letters).split())
