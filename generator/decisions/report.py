"""The lines that tell changes of answers and of facts, one for all that share the same words."""

from collections import Counter
from collections.abc import Iterator

from generator.decisions.comparison import Change
from generator.decisions.facts import FactChange
from generator.decisions.sentences import Words, listed, told, what_changes
from generator.rules.kinds import Category
from generator.rules.model import Dataset

MOST_OF_A_FILE = 5

type Explained = tuple[Change, str, tuple[FactChange, ...]]


def sentences(found: list[Explained], dataset: Dataset, words: Words) -> Iterator[str]:
    """Yield one sentence for all that share who, which answers and why; first those who get another verdict."""
    by_country: dict[tuple[str, frozenset[str], str], list[Explained]] = {}
    for explained in sorted(found, key=_same_verdict):
        change, code, facts = explained
        happened = frozenset(fact.happened for fact in facts)
        by_country.setdefault((what_changes(change, words), happened, code), []).append(explained)
    together: dict[tuple[str, frozenset[str], tuple[Category, ...]], list[list[Explained]]] = {}
    for (what, happened, _), cells in by_country.items():
        affected = tuple(change.category for change, _, _ in cells)
        together.setdefault((what, happened, affected), []).append(cells)
    for (_, _, affected), several in together.items():
        countries = [dataset.countries[cells[0][1]].name.en for cells in several]
        causes = dict.fromkeys(fact for cells in several for _, _, facts in cells for fact in facts)
        yield f"- {told(several[0][0][0], countries, affected, words)}{_because(list(causes))}."


def _same_verdict(explained: Explained) -> bool:
    before, after = explained[0].before, explained[0].after
    return before is not None and after is not None and before.verdict is after.verdict


def _because(facts: list[FactChange]) -> str:
    """Return why, facts with the same change together."""
    same: dict[str, list[FactChange]] = {}
    for fact in facts:
        same.setdefault(fact.happened, []).append(fact)
    causes = [
        f"{listed([fact.id for fact in alike])} {happened} ({', '.join(fact.place for fact in alike)})"
        for happened, alike in same.items()
    ]
    return f", because {listed(causes)}" if causes else ""


def without_effect(facts: list[FactChange]) -> Iterator[str]:
    """Yield the facts that changed and no answer with them; of a file with many, only how many."""
    if not facts:
        return
    yield "These facts changed without changing an answer:"
    of_file = Counter(fact.file for fact in facts)
    for file, count in of_file.items():
        if count > MOST_OF_A_FILE:
            yield f"- {count} facts in data/{file}."
        else:
            yield from (f"- {fact.id} {fact.happened} ({fact.place})." for fact in facts if fact.file == file)
