"""Yes, no, nothing, and the members of closed sets, by id or by name in either language."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from generator.entry.fold import fold
from generator.entry.unclear import UnclearError
from generator.explain.wording import Words
from generator.rules.applicant import Asked, InsuranceKind, InvitationAnswer, Province
from generator.rules.kinds import Category, DocumentKind, Field, Territory

YES = frozenset({"yes", "y", "oui", "true", "vrai", "1", "x", "✓", "✔", "☑"})
NO = frozenset({"no", "n", "non", "false", "faux", "0"})
NONE = frozenset({"none", "no", "nil", "aucun", "aucune", "non", "neant", "0"})
UNKNOWN = frozenset({"", "?", "-", "--", "n/a", "unknown", "not known", "inconnu", "inconnue", "s/o"})

# Where the words name the members of a set.
_NAMED: Mapping[type[StrEnum], tuple[str, ...]] = {
    Asked: ("categories", "asked"),
    Category: ("categories",),
    DocumentKind: ("document_kinds",),
    Field: ("fields",),
    Territory: ("territories",),
    InsuranceKind: ("insurance_kinds",),
    InvitationAnswer: ("invitation_answers",),
    Province: ("provinces",),
}


def is_blank(text: str) -> bool:
    """Tell whether a cell says nothing, or that the answer is not known."""
    return fold(text) in UNKNOWN


def is_none(text: str) -> bool:
    """Tell whether a cell says that there are none."""
    return fold(text) in NONE


def read_boolean(text: str) -> bool:
    """Read yes or no; raises UnclearError."""
    word = fold(text)
    if word not in YES | NO:
        raise UnclearError("unknown-answer", given=text)
    return word in YES


class Choices:
    """Finds members of closed sets by their names; `words` are those of every language."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self.by_name = {kind: _names(kind, words) for kind in _NAMED}

    def read(self, kind: type[StrEnum], text: str) -> str:
        """Return the id of a member of `kind`; raises UnclearError."""
        found = self.by_name[kind].get(_key(text))
        if found is None:
            raise UnclearError("unknown-choice", given=text, expected=[member.value for member in kind])
        return found


def choice_names(kind: type[StrEnum], words: Words) -> list[str]:
    """Return the names of the members of `kind` in one language."""
    return list(_members(kind, words).values())


def _members(kind: type[StrEnum], words: Words) -> dict[str, str]:
    """Return the names of the members of `kind` by their ids."""
    sections: Iterable[Mapping[str, str]] = (words.get(name) or words["table"][name] for name in _NAMED[kind])
    return {member: name for section in sections for member, name in section.items()}


def _names(kind: type[StrEnum], words: Mapping[str, Words]) -> dict[str, str]:
    named: dict[str, str] = {_key(member.value): member.value for member in kind}
    for said in words.values():
        named |= {_key(name): member for member, name in _members(kind, said).items()}
    return named


def _key(text: str) -> str:
    return fold(text).replace("_", " ").replace("-", " ")
