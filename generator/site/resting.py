"""What rests on each source of the registry: its facts, gathered by the page on which they are shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dataset import Knowledge
from generator.dataset.index import Entry
from generator.rules.model import Source
from generator.site.naming import Naming
from generator.site.places import places

# Facts that are one sentence each: the beginning of the sentence tells them apart.
SENTENCES = frozenset({"programme", "guide", "glossary"})
LONGEST_LINK = 9  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLink:
    """A fact in a few words and the address, below the root of the language, where it is shown."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactGroup:
    """The facts of one country, or of one kind, that rest on a source."""

    name: str
    facts: tuple[FactLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A source with the facts that name it, in a row of any time or in a version."""

    source: Source
    groups: tuple[FactGroup, ...]

    @property
    def count(self) -> int:
        """Count the facts."""
        return sum(len(group.facts) for group in self.groups)


class RegistryPresenter:
    """Shows the registry of sources, in one language for one page."""

    def __init__(self, naming: Naming) -> None:
        self.naming, self.knowledge, self.language = naming, naming.knowledge, naming.language
        self.places = places(naming.knowledge)

    def show(self) -> list[Resting]:
        """Show every source, the official ones first, then by publisher and title."""
        named = facts_by_source(self.knowledge)
        ordered = sorted(self.knowledge.sources.values(), key=_rank)
        return [Resting(source=source, groups=self._groups(named.get(source.id, []))) for source in ordered]

    def _groups(self, entries: list[Entry]) -> tuple[FactGroup, ...]:
        found: dict[str, list[FactLink]] = {}
        for entry in entries:
            found.setdefault(self._heading(entry), []).append(self._link(entry))
        groups = (FactGroup(name=name, facts=tuple(facts)) for name, facts in found.items())
        return tuple(sorted(groups, key=lambda group: self.language.sorting(group.name)))

    def _heading(self, entry: Entry) -> str:
        if entry.country:
            return self.language.country(entry.country)
        return self.language.say(f"resting.{entry.id.partition('.')[0]}")

    def _link(self, entry: Entry) -> FactLink:
        if entry.id.partition(".")[0] in SENTENCES:
            text = _beginning(self.naming.value(entry.id, entry.rows[-1].value))
        else:
            # Under the name of the country, which need not be said again.
            text = self.naming.about(entry.id).removeprefix(f"{self._heading(entry)}{self.language.say('colon')} ")
        return FactLink(text=text, url=self.places[entry.id])


def facts_by_source(knowledge: Knowledge) -> dict[str, list[Entry]]:
    """Return, by the id of a source, the facts that name it."""
    found: dict[str, list[Entry]] = {}
    for entry in knowledge.index.values():
        for source in dict.fromkeys(_sources(entry)):
            found.setdefault(source, []).append(entry)
    return found


def _sources(entry: Entry) -> Iterator[str]:
    for row in entry.rows:
        for references in (row.sources, *(version.sources for version in row.versions)):
            yield from (reference.id for reference in references)


def _rank(source: Source) -> tuple[bool, str, str]:
    return source.tier != "official", source.publisher, source.title


def _beginning(sentence: str) -> str:
    words = sentence.split(" ")
    return sentence if len(words) <= LONGEST_LINK else f"{' '.join(words[:LONGEST_LINK])} …"
