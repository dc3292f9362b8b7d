"""Words as they are compared, without the differences that only typesetting makes, and as they are counted."""

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def one_line(text: str) -> str:
    """Return `text` on one line, with plain spaces and without characters that nobody sees."""
    return " ".join(_UNSEEN.sub("", text).split())


def plain(text: str) -> str:
    """Return `text` in small letters on one line, with plain dashes and apostrophes; accents stay."""
    folded = unicodedata.normalize("NFKC", one_line(text)).casefold()
    return " ".join(_DASHES.sub("-", folded).replace("’", "'").split())


def bare(text: str) -> str:
    """Return only the letters and digits of `text`, without accents, in words parted by single spaces."""
    decomposed = unicodedata.normalize("NFKD", plain(text))
    return " ".join(
        re.findall("[a-z0-9]+", "".join(letter for letter in decomposed if not unicodedata.combining(letter)))
    )


def vocabulary(*lines: str) -> frozenset[str]:
    """Return the words of `lines`."""
    return frozenset(word for line in lines for word in line.split())


def counted(number: int, noun: str) -> str:
    """Return a number of things in words."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
