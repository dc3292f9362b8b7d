"""What the cells of the tables say, read into values; what is not understood is handed back in words."""

import re
from dataclasses import dataclass

from generator.rules.country import Ages
from generator.rules.kinds import PermitKind
from generator.upkeep.plain import bare, plain, vocabulary

NUMBERS = {"one": 1, "a": 1, "an": 1, "un": 1, "une": 1, "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4}
NUMBERS |= {"quatre": 4, "six": 6, "twelve": 12, "douze": 12, "eighteen": 18, "twenty-four": 24}
_NUMBER = r"(?P<number>\d+|one|two|three|six|twelve|eighteen|twenty-four|un|une|deux|trois|douze)"
DURATION = re.compile(rf"\b{_NUMBER}[ -]*(?P<unit>months?|mois|years?|ans?|année)(?![a-z])")
_AGES = re.compile(r"\b(\d\d)\s*(?:years?(?: old)?|ans)?\s*(?:to|-|à|and|et|until|through)\s*(\d\d)\b")
_NOTHING = re.compile(
    r"(there (is|are) )?no\b( \w+)?( \w+)? requirements?\b|none\b|not required\b|aucune?\b( exigence)?"
)
_OPEN = re.compile(r"\b(open|ouvert)\b")
_TIED = re.compile(r"employer[- ]specific|closed|fermé|li[ée]e? à un employeur|propre à un employeur")
_PLACEMENT = re.compile(r"(internship or )?work placement must be in [\w ,]+")
_TOTAL = re.compile(rf"\b(total|combined|cumul\w*|sum)\b[^.;:]*?{DURATION.pattern}")
_LATER = re.compile(rf"{DURATION.pattern}\W*(?:for )?(?:the |a |la )?(2nd|second|subsequent|2e|deuxième) participation")
_YEAR = re.compile("(19|20)[0-9]{2}")
_STAR = re.compile(r"\(?\*.*\)?")

# The words that may stand beside a number without changing what it means, in English and French, without accents.
_AGE_WORDS = vocabulary(
    "age aged ages and ans applicant application at be between candidats de entre et from inclusive inclusively",
    "inclusivement must of old the through time to until year years",
)
_MONTH_WORDS = vocabulary(
    "1er 1re 1st 2 2e 2nd a an ans both cannot combined combines de deux du duration duree each exceed first for in la",
    "le les max maximum mois month months of one participation per permis permit permits second starting the to",
    "total totale two un une up year years",
)
_GAP_WORDS = vocabulary(
    "a an ans between d de discontinuance discontinuation discontinuite discontinuous entre interruption les mois",
    "month months of one participation participations period periode required requirement stay the un year years",
)
_NOTHING_WORDS = vocabulary("exigence exigences particuliere particulieres precise precises specifique")
_KIND_WORDS = vocabulary("a de donne permis permit specific specifique travail work")


@dataclass(frozen=True, slots=True)
class Reading[T]:
    """What a cell says: a value, None where none was found, and the words beyond it that were not understood."""

    value: T | None
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Months:
    """The lengths in a cell: of the first permit, of a later one, of all together, and others that stand there."""

    longest: int
    later: int | None = None
    together: int | None = None
    others: tuple[int, ...] = ()


def read_ages(text: str) -> Reading[Ages]:
    """Read "18 to 35 years"."""
    words = plain(text)
    pairs = {(int(first), int(last)) for first, last in _AGES.findall(words)}
    if len(pairs) != 1:
        return Reading(None, text)
    minimum, maximum = pairs.pop()
    return Reading(Ages(minimum=minimum, maximum=maximum), strange(_AGES.sub(" ", words), _AGE_WORDS))


def read_permit(text: str) -> Reading[PermitKind]:
    """Read "Open" or "Employer-specific"; the fields of a placement are read with the residence."""
    words = _PLACEMENT.sub(" ", plain(text))
    patterns = {PermitKind.OPEN: _OPEN, PermitKind.EMPLOYER_SPECIFIC: _TIED}
    kinds = {kind for kind, pattern in patterns.items() if pattern.search(words)}
    if len(kinds) != 1:
        return Reading(None, text)
    return Reading(kinds.pop(), strange(_TIED.sub(" ", _OPEN.sub(" ", words)), _KIND_WORDS))


def read_gap(text: str) -> Reading[int]:
    """Read "3 months discontinuance" or "No specific requirement" into months."""
    words = plain(text)
    if nothing := _NOTHING.match(words):
        return Reading(0, strange(words[nothing.end() :], _GAP_WORDS | _NOTHING_WORDS))
    found = durations(words)
    if len(found) != 1:
        return Reading(None, text)
    return Reading(found[0], strange(DURATION.sub(" ", words), _GAP_WORDS))


def read_months(text: str) -> Reading[Months]:
    """Read "12 months", "24 months - 1st participation 12 months - 2nd participation" and the like."""
    words = plain(text)
    told = _STAR.sub(" ", words) if "*" in words else words
    found = durations(told)
    if not found:
        return Reading(None, text)
    first = DURATION.search(told)
    after = told[first.end() :] if first else ""
    later, together = _LATER.search(after), _TOTAL.search(after)
    understood = [found[0], *(_months(match) for match in (later, together) if match)]
    others = durations(words)
    for months in understood:
        others.remove(months)
    value = Months(
        longest=found[0],
        later=_months(later) if later else None,
        together=_months(together) if together else None,
        others=tuple(others),
    )
    return Reading(value, strange(DURATION.sub(" ", words), _MONTH_WORDS))


def durations(words: str) -> list[int]:
    """Return every length of time in `words`, in months."""
    return [_months(match) for match in DURATION.finditer(words)]


def _months(match: re.Match[str]) -> int:
    number = match["number"]
    count = int(number) if number.isdecimal() else NUMBERS[number]
    return count * 12 if match["unit"].startswith(("year", "an")) else count


def says_nothing(words: str) -> re.Match[str] | None:
    """Return the opening words of `words` that say that nothing is required, None where there are none."""
    return _NOTHING.match(words)


def strange(words: str, known: frozenset[str] | set[str]) -> str:
    """Return the words that are not among the `known` ones; numbers of years pass, other numbers do not."""
    return " ".join(word for word in bare(words).split() if word not in known and not _YEAR.fullmatch(word))
