"""A change of answers as an English sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.decisions.answers import Answer
from generator.decisions.axes import AGE, GRADUATED, OTHERWISE, RESIDENCE, SCHOOL
from generator.decisions.comparison import IN_ORDER, Change
from generator.decisions.earlier import EARLIER, ENDED, LONG_AGO, SEASON
from generator.decisions.wording import in_words
from generator.rules.kinds import Category

type Words = Mapping[str, Mapping[str, str]]

WHO = {
    IN_ORDER: "whoever has everything in order",
    AGE: "aged {} on the invitation day",
    EARLIER: "earlier participations: {}",
    ENDED: "a permit of an earlier participation that ended {}",
    SEASON: "one earlier participation in this category, season {}",
    LONG_AGO: "participations in 2008 to 2010: {}",
    SCHOOL: "school {}",
    RESIDENCE: "residence {}",
    GRADUATED: "no student any more, graduated {}",
    OTHERWISE: "{}",
}
ADDS_UP = "as the parts add up"


def told(change: Change, countries: Sequence[str], categories: Sequence[Category], words: Words) -> str:
    """Return who gets which answer instead of which, without the end of the sentence."""
    named = [words["categories"][category.value] for category in categories]
    return f"{listed(countries)}, {listed(named)}: {what_changes(change, words)}"


def what_changes(change: Change, words: Words) -> str:
    """Return who gets which answer instead of which, whatever the jurisdiction and the category."""
    who = WHO.get(change.axis, f"{change.axis}: {{}}").format(change.label)
    for category in Category:
        who = who.replace(category.value, words["categories"][category.value])
    before, after = change.before, change.after
    if before and after:
        # Lengths and cautions are told where they are what differs.
        if None in (before.months, after.months):
            before, after = replace(before, months=None), replace(after, months=None)
        if before.cautions == after.cautions or before.verdict is not after.verdict:
            before, after = replace(before, cautions=()), replace(after, cautions=())
    return f"{who}: {_answer(before)} → {_answer(after)}"


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _answer(answer: Answer | None) -> str:
    return ADDS_UP if answer is None else in_words(answer)
