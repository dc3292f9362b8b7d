"""What the feed of the rounds adds, as YAML with a sentence above each pool."""

from generator.explain.wording import Wording
from generator.upkeep.rounds import Passed
from generator.upkeep.rounds_additions import Additions, by_pool, sentence
from generator.upkeep.rounds_yaml import as_yaml


def rounds_report(additions: Additions, passed: tuple[Passed, ...], wording: Wording) -> list[str]:
    """Return the lines: the new rows, what was passed over, and how much there is."""
    lines = []
    pools = list(by_pool(additions))
    for _, rows in pools:
        lines += [f"# {sentence(rows, additions.day, wording)}", as_yaml(rows, additions.day, additions.on)]
    lines += [f"# Passed over, line {one.line}: {one.reason}." for one in passed]
    lines.append(
        f"# Season {additions.season}, numbers of {additions.day}: {len(additions.rows)} new readings "
        f"in {len(pools)} pools, {additions.known} known already."
    )
    return lines
