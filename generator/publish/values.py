"""The value of a fact in a few English words, with every part of it that is set."""

from typing import Any

from generator.rules.record import to_plain

AGES = {"minimum", "maximum"}
LANGUAGES = {"en", "fr"}


def shown(value: Any, longest: int | None = None) -> str:
    """Return a value of a fact, or a plain part of one, in a few words; each part is cut after `longest` characters."""
    match to_plain(value):
        case dict() as ages if ages.keys() == AGES:
            return f"{ages['minimum']}–{ages['maximum']}"
        case {"en": words, "fr": _} | {"text": {"en": words, "fr": _}}:
            return f"“{_cut(words, longest)}”"
        case dict() as parts:
            return ", ".join(f"{key.replace('_', ' ')} {shown(part, longest)}" for key, part in parts.items())
        case list() as items:
            return " and ".join(_item(item, longest) for item in items) or "none"
        case plain:
            return _cut(str(plain).replace("_", " "), longest)


def _item(item: Any, longest: int | None) -> str:
    """Put brackets around an item of several parts, so that it can be told from the next one."""
    words = shown(item, longest)
    return f"({words})" if isinstance(item, dict) and len(item) > 1 and item.keys() != LANGUAGES else words


def _cut(words: str, longest: int | None) -> str:
    return words if longest is None or len(words) <= longest else words[: longest - 1] + "…"
