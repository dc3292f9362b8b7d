"""Names that hold digits and are no facts: they may be typed in prose, each for its reason."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowed:
    """A pattern of names with digits, and why they may be typed."""

    pattern: re.Pattern[str]
    reason: str


ALLOWED = (
    Allowed(re.compile(r"\bC[0-9]{2}\b"), "codes of exemption from the labour market test are names, such as C21"),
    Allowed(re.compile(r"\bA[0-9]{6}\b"), "policy codes are names, such as A112025"),
    Allowed(
        re.compile(r"\bR?[0-9]{3}(\.[0-9]+)?( ?\(?[a-z]\)|\b(?=[(]))"),
        "paragraphs of the Regulations are names, such as 204(d)",
    ),
    Allowed(re.compile(r"\b(SOR|DORS)/[0-9]{4}-[0-9]+\b"), "regulations are named by number, such as SOR/2024-240"),
    Allowed(re.compile(r"\bIMM[ \u00a0]?[0-9]{4}[A-Z]?\b"), "forms are named by number, such as IMM 5707"),
    Allowed(re.compile(r"\b(TEER|F[EÉ]ER)[ \u00a0]0\b"), "the first level of the classification is named nought"),
    Allowed(re.compile(r"\bCC BY [0-9]\.[0-9]\b"), "a licence is named with its version"),
    Allowed(re.compile(r"\bUTF-8\b"), "an encoding is named with a number"),
    Allowed(re.compile(r"\bISO 3166-1( alpha-2)?\b"), "a standard is named by number"),
)
