"""What stands above a table: how many participations, whether a category may be repeated, how they are shared."""

import re
from dataclasses import dataclass

from generator.rules.kinds import Category, Repeat
from generator.upkeep.agreements_cells import DURATION, NUMBERS, durations
from generator.upkeep.columns import categories_in
from generator.upkeep.plain import plain

_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=\S)|\s+(?=(?:1|an?|one|une) (?:\w+ )?participation of)")
_COUNT = "|".join((r"\d+", "one", "two", "three", "four", "une?", "deux", "trois", "quatre"))
_TOTAL = re.compile(
    rf"(?P<count>{_COUNT})\s*(?:\w+ )?participations?\b"
    rf"|\b(?P<times>once|twice|thrice)\b|\b(?P<fois>{_COUNT}) (?:times|fois)\b"
)
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_ALLOWED = re.compile(r"\b(allow|agreement|arrangement|accord|entente|autoris|droit|peu[tv]|may|can\b)")
_REPEAT = re.compile(r"\brepeat|\brépét|\brépèt|même catégorie|same category")
_REFUSED = re.compile(r"\bnot\b|\bno repeat|\bcannot\b|\bn'est pas\b|\bne \w+ pas\b|\baucune?\b|\bnever\b")
_GRANTED = re.compile(r"permit|allow|\bmay\b|\bcan\b|permis|autoris|possible")
_ONCE = re.compile(r"\bonly (participate )?once\b|\bonly participate once\b|\bune seule fois\b")
_SHARE = re.compile(
    rf"\W*(?:(?P<count>{_COUNT}|an?)\s*)?(?:first|second|third|première?|deuxième|seconde?)?\s*participations?\b"
)
_ANY = re.compile(r"\bany( of the \w+)?( available)? categor|toute catégorie|n'importe quelle catégorie")
_ALTOGETHER = re.compile(rf"\btotal\b[^.;:]*?{DURATION.pattern}")
_LIMIT = re.compile(rf"{DURATION.pattern} (in )?total")


@dataclass(frozen=True, slots=True)
class Share:
    """A number of participations for some categories, and how long each may be; no category means any of them."""

    text: str
    count: int
    categories: frozenset[Category]
    months: int


@dataclass(frozen=True, slots=True)
class Told:
    """What was read above a table; `strange` holds the sentences that were not understood."""

    total: int | None
    total_text: str
    repeat: Repeat
    repeatable: frozenset[Category]
    repeat_text: str
    shares: tuple[Share, ...]
    together: int | None
    strange: tuple[str, ...]


def read_participations(passages: list[str]) -> Told:
    """Read the sentences above a table, each passage or item of a list by itself."""
    total, total_text, together = None, "", None
    repeat, repeatable, repeat_text = Repeat.NOT_STATED, frozenset[Category](), ""
    once = frozenset[Category]()
    shares, strange = list[Share](), list[str]()
    for sentence in (part for passage in passages for part in _SENTENCE.split(passage)):
        words = plain(sentence)
        if share := _share(sentence, words):
            shares.append(share)
        elif _REPEAT.search(words):
            repeat, repeatable = _repeat(words)
            repeat_text = sentence
            if repeat is Repeat.NOT_STATED or _is_conditional(words):
                strange.append(sentence)
            together = together or _together(words)
        elif _ONCE.search(words) and categories_in(words):
            once |= frozenset(categories_in(words))
        elif total is None and (count := _TOTAL.search(words)) and _ALLOWED.search(words):
            total, total_text = _number(count), sentence
            together = _together(words)
        elif words.strip(" .:"):
            strange.append(sentence)
    if once & repeatable:
        strange.append(repeat_text)
    if repeat is Repeat.NOT_STATED and shares and not any(share.categories for share in shares):
        repeat, repeat_text = Repeat.PERMITTED, shares[0].text
    return Told(total, total_text, repeat, repeatable, repeat_text, tuple(shares), together, tuple(strange))


def _share(sentence: str, words: str) -> Share | None:
    match, lengths = _SHARE.match(words), durations(words)
    if not match or len(lengths) != 1 or not (categories_in(words) or _ANY.search(words)):
        return None
    categories = frozenset[Category]() if _ANY.search(words) else frozenset(categories_in(words))
    count = match["count"] or "1"
    return Share(sentence, int(count) if count.isdecimal() else NUMBERS[count], categories, lengths[0])


def _repeat(words: str) -> tuple[Repeat, frozenset[Category]]:
    if _REFUSED.search(words):
        return Repeat.NOT_PERMITTED, frozenset()
    if not _GRANTED.search(words):
        return Repeat.NOT_STATED, frozenset()
    named = frozenset(categories_in(words))
    return (Repeat.LIMITED, named) if named else (Repeat.PERMITTED, named)


def _is_conditional(words: str) -> bool:
    """Tell whether a repetition depends on more than the months of all participations together."""
    return re.search(r"\b(if|unless|except|provided|only|si|sauf)\b", words) is not None and _together(words) is None


def _together(words: str) -> int | None:
    match = _ALTOGETHER.search(words) or _LIMIT.search(words)
    return durations(match[0])[0] if match else None


def _number(match: re.Match[str]) -> int:
    if times := match["times"]:
        return _TIMES[times]
    count = match["count"] or match["fois"]
    return int(count) if count.isdecimal() else NUMBERS[count]
