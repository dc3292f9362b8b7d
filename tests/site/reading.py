"""How hard the prose of a built page is to read: the length of its sentences, and a reading ease after Flesch.

The ease falls with long sentences and long words: 100 is very easy, 60 to 70 is what most adults read without effort,
30 is for scholars. Syllables are counted by the hyphenation dictionaries of pyphen, which never part a single letter
from a word ("about" has one syllable for them), so that the ease comes out some points high: good for a bound, and to
compare pages of one language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement
from pyphen import Pyphen

from generator.site.finish.parsing import parse

_NO_PROSE = frozenset(
    {"table", "form", "nav", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt", "button", "select", "svg"}
    | {"script", "style", "template", "noscript"}
)
# The mark beside a fact, the sources behind it, and links that stand for themselves.
_APART = frozenset({"status", "origin", "sources", "registry", "reply__from", "reply-links", "page-links"})
_INLINE = frozenset({"a", "abbr", "b", "bdi", "br", "code", "em", "i", "q", "small", "span", "strong", "sup", "time"})
_SPACE = re.compile(r"[ \t\r\n]+")  # a no-break space belongs to the number or the mark beside it
# A new sentence begins with anything but a small letter, or after a dot that no abbreviation has.
_BETWEEN = re.compile(r"(?<=[.?!…])[\xa0»”)]* (?=[^\sa-zà-ÿ])|(?<=\w{3}\.) ")
_CLOSED = re.compile(r"[.?!…:;][\s»”)]*$")
_GROUPED = re.compile(r"(?<=\d)[\xa0\u202f](?=\d{3})")  # 9 285 is one number in French
_WORD = re.compile(r"[^\W_]+(?:[’'.,:/-][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_SOUND = re.compile(r"(?!qu$).*[aeiouyà-öø-ÿœ\d]", re.IGNORECASE)  # "qu’" and "n’t" have none


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """What an ease starts from, and what a word of the mean sentence and a syllable of the mean word take off."""

    dictionary: str
    start: float
    per_word: float
    per_syllable: float


FORMULAS = {
    "en": Formula(dictionary="en_US", start=206.835, per_word=1.015, per_syllable=84.6),  # Flesch 1948
    "fr": Formula(dictionary="fr", start=207, per_word=1.015, per_syllable=73.6),  # Kandel and Moles 1958
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was counted in a text of one language."""

    language: str
    sentences: int
    words: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences

    @property
    def ease(self) -> float:
        formula = FORMULAS[self.language]
        per_word = self.syllables / self.words
        return formula.start - formula.per_word * self.words_per_sentence - formula.per_syllable * per_word


def reading_of(sentences: list[str], language: str) -> Reading:
    """Count sentences, their words and their syllables."""
    words = [word for sentence in sentences for word in words_of(sentence)]
    syllables = sum(syllables_of(word, language) for word in words)
    return Reading(language=language, sentences=len(sentences), words=len(words), syllables=syllables)


def sentences_of(html: str) -> list[str]:
    """Return the sentences of a page's article; what no mark closes, such as a label or a bare value, is none."""
    (article,) = parse(html).iter("article")
    blocks = "".join(_texts(article)).split("\f")
    pieces = (piece.strip() for block in blocks for piece in _BETWEEN.split(_SPACE.sub(" ", block)))
    return [piece for piece in pieces if _CLOSED.search(piece) and words_of(piece)]


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence; a number, a day and a word with a hyphen or an apostrophe are one each."""
    return _WORD.findall(_GROUPED.sub("", sentence))


def syllables_of(word: str, language: str) -> int:
    """Count the syllables of a word, at least one; a number counts as one for each of its parts."""
    hyphens = _hyphenation(FORMULAS[language].dictionary)
    parts = [part for part in _PART.findall(word) if _SOUND.match(part)]
    return max(1, sum(len(hyphens.positions(part)) + 1 for part in parts))


@cache
def _hyphenation(dictionary: str) -> Pyphen:
    return Pyphen(lang=dictionary)


def _texts(element: HtmlElement) -> Iterator[str]:
    """Yield the texts of an element, with a form feed where a block begins or ends."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            prose = child.tag not in _NO_PROSE and not _APART & set(child.classes)
            edge = "" if child.tag in _INLINE else "\f"
            yield edge
            if prose:
                yield from _texts(child)
            yield edge
        yield child.tail or ""


def report_lines(readings: dict[str, Reading]) -> list[str]:
    """Return a line for each page, the hardest first: ease, words of the mean sentence, number of sentences."""
    return [
        f"{each.language}  ease {each.ease:5.1f}  {each.words_per_sentence:4.1f} words a sentence  "
        f"{each.sentences:3} sentences  {url or 'home'}"
        for url, each in sorted(readings.items(), key=lambda item: item[1].ease)
    ]
