"""Say what does not fit in words for people who edit data and do not program."""

import json
import math
from collections.abc import Callable, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from generator.rules.problems import Path

_HINTS = {
    "sources": "write the list `sources:` with at least one `{id: ...}`",
    "checked_on": "write the day on which a person compared the value with its source, as `checked_on: 2026-11-22`",
    "in_force": "write `in_force: {since: DAY}`, or `{known_since: DAY}` where the first day is not known",
    "status": "write `status:` with official, secondary, conflicting or unverified",
    "value": "write `value:` with the fact itself",
    "fr": "write the same words in French as `fr:`",
    "en": "write the same words in English as `en:`",
    "offered": "write `offered:` with a fact whose value is yes or no",
}


_EXAMPLES = {
    "Ages": "{minimum: 18, maximum: 35}",
    "Participations": "{total: 2, repeat: not_permitted}",
    "Period": "{since: 2026-11-22}",
    "SourceReference": '{id: ircc-fees, quote: "..."}',
    "Text": '{en: "...", fr: "..."}',
}
_REMEDY = "; write "


def say(misfits: Sequence[ErrorDetails], path: Path) -> str:
    """Return `what is wrong; what to write instead` for what does not fit at `path`: of several types, none does."""
    said = [_say(details, path) for details in misfits]
    if len(said) == 1:
        return said[0]
    remedies = ", or ".join(dict.fromkeys(sentence.partition(_REMEDY)[2] for sentence in said))
    return f"{_misfit(misfits[0]['input'], 'is not what belongs here')}{_REMEDY}{remedies}"


def _say(details: ErrorDetails, path: Path) -> str:
    kind = details["type"]
    if kind in _SENTENCES:
        return _SENTENCES[kind](details)
    if kind == "missing":
        key = str(path[-1])
        return f"the key `{key}` is missing; {_HINTS.get(key, f'add `{key}:`')}"
    if kind == "unexpected_keyword_argument":
        return f"the key `{path[-1]}` is not known here; correct its spelling or remove it"
    if kind.startswith("date"):
        return _date(details)
    return f"{_shown(details['input'])} does not fit here ({details['msg']}); correct it"


def _misfit(value: Any, what: str) -> str:
    return "nothing is written here" if value is None else f"{_shown(value)} {what}"


def _shown(value: Any) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return "`.nan` or `.inf`"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return f"`{text if len(text) <= 60 else text[:57] + '...'}`"


def _wanted(what: str) -> Callable[[ErrorDetails], str]:
    return lambda details: f"{_misfit(details['input'], 'is not what belongs here')}{_REMEDY}{what}"


def _keys(details: ErrorDetails) -> str:
    example = _EXAMPLES.get(details.get("ctx", {}).get("class_name", ""), "key: value")
    return f"{_misfit(details['input'], 'is not what belongs here')}{_REMEDY}keys with values, as `{example}`"


def _date(details: ErrorDetails) -> str:
    if isinstance(details["input"], str) and "expected range" in details["msg"]:
        return f"{_shown(details['input'])} is not a day of the calendar; write a day that exists, as 2026-11-22"
    return f"{_misfit(details['input'], 'is not a date')}{_REMEDY}the day as YYYY-MM-DD, as 2026-11-22"


def _choice(details: ErrorDetails) -> str:
    choices = details["ctx"]["expected"].replace("'", "")
    return f"{_misfit(details['input'], 'is not one of the words for this')}{_REMEDY}{choices}"


_SENTENCES: dict[str, Callable[[ErrorDetails], str]] = {
    "int_type": _wanted("a whole number without quotes"),
    "int_from_float": _wanted("a whole number"),
    "int_parsing": _wanted("a whole number"),
    "float_type": _wanted("a number without quotes, as 184.75"),
    "finite_number": _wanted("a number, as 184.75"),
    "bool_type": _wanted("true or false"),
    "string_type": _wanted("text; put it in quotes if it looks like a number"),
    "tuple_type": _wanted("a list, each item on a line that begins with `- `"),
    "list_type": _wanted("a list, each item on a line that begins with `- `"),
    "dict_type": _keys,
    "dataclass_type": _keys,
    "enum": _choice,
    "literal_error": _choice,
}
