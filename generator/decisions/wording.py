"""An answer in words, and back."""

import re

from generator.decisions.answers import Answer
from generator.rules.findings import Verdict

WORDS = {Verdict.ELIGIBLE: "eligible", Verdict.INELIGIBLE: "not eligible", Verdict.UNDETERMINED: "open"}
NOT_KNOWN = "not known"
NO_CAUTION = "no caution"
_ANSWER = re.compile(
    r"(?P<word>eligible|not eligible|open|not known)(?: \((?P<codes>[^)]+)\))?"
    r"(?:, (?P<months>[0-9]+) months?)?(?:, (?:caution (?P<cautions>.+)|(?P<none>no caution)))?"
)


def in_words(answer: Answer, base: Answer | None = None) -> str:
    """Return the answer in words; a length and cautions that are those of `base` are left out."""
    if answer.missing:
        return f"{NOT_KNOWN} ({answer.missing})"
    codes = ", ".join(answer.reasons or answer.open)
    words = WORDS[answer.verdict] + (f" ({codes})" if codes else "")
    if answer.months is not None and (base is None or answer.months != base.months):
        words += f", {answer.months} month" + ("s" if answer.months != 1 else "")
    if answer.cautions != (base.cautions if base else ()):
        words += f", caution {', '.join(answer.cautions)}" if answer.cautions else f", {NO_CAUTION}"
    return words


def from_words(words: str, base: Answer | None = None) -> Answer | None:
    """Return the answer that `words` tell, None where they tell none; what is left out is that of `base`."""
    found = _ANSWER.fullmatch(words)
    if not found:
        return None
    codes = tuple(found["codes"].split(", ")) if found["codes"] else ()
    if found["word"] == NOT_KNOWN:
        return Answer(missing=", ".join(codes))
    refused = found["word"] == WORDS[Verdict.INELIGIBLE]
    left_out = base or Answer()
    cautions = tuple(found["cautions"].split(", ")) if found["cautions"] else ()
    return Answer(
        reasons=codes if refused else (),
        open=() if refused else codes,
        cautions=cautions if cautions or found["none"] else left_out.cautions,
        months=None if refused else int(found["months"]) if found["months"] else left_out.months,
    )
