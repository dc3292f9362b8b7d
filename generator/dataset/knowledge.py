"""All that is known: the rules' facts, what only pages tell, the registry of sources, and where each fact stands."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.dataset.guide import Ageing, Claim, Organization, Point, Pool, SeasonRecord, Term, Topic
from generator.dataset.index import Entry
from generator.rules.model import Dataset, Source


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """The whole of `data/`, read from `folder`.

    `dataset` is what the rules use; `guide` holds the points of each topic, `pools` those of each season, `index` every
    fact by its id, also those of the dataset.
    """

    folder: Path
    dataset: Dataset
    guide: dict[Topic, tuple[Point, ...]]
    pools: dict[int, tuple[Pool, ...]]
    seasons: dict[int, SeasonRecord]
    organizations: tuple[Organization, ...]
    terms: tuple[Term, ...]
    claims: tuple[Claim, ...]
    ageing: Ageing
    sources: dict[str, Source]
    index: dict[str, Entry]

    @cached_property
    def entries(self) -> dict[str | None, tuple[Entry, ...]]:
        """Return the entries of the index by the country that they belong to; under None those that belong to none."""
        found: dict[str | None, list[Entry]] = {}
        for entry in self.index.values():
            found.setdefault(entry.country, []).append(entry)
        return {country: tuple(entries) for country, entries in found.items()}
