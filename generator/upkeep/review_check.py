"""What a person has compared, and whether it can be so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from generator.dataset import Knowledge
from generator.dataset.index import Entry
from generator.upkeep.errors import UpkeepError
from generator.upkeep.review import OpenFact, open_fact, open_facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a person did: compared facts with their sources on a day.

    `sources` are the pages that were read, `facts` those that were compared; without facts it is all that rest on the
    pages. `read_on` is the day of the copy that was read: by default the day of the check, for the named pages alone.
    `due` is the day of the next check: by default as far off as the last one was.
    """

    on: date
    sources: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    read_on: date | None = None
    due: date | None = None
    quote: str | None = None


def named(knowledge: Knowledge, names: Iterable[str], check: Check) -> Check:
    """Return the check with `names` sorted into sources and facts.

    Raises UpkeepError with a line for each name that is neither, and the nearest that there are.
    """
    names = tuple(dict.fromkeys(names))
    unknown = [name for name in names if name not in knowledge.sources and name not in knowledge.index]
    if unknown:
        raise UpkeepError(_unknown(name, knowledge) for name in unknown)
    return replace(
        check,
        sources=tuple(name for name in names if name in knowledge.sources),
        facts=tuple(name for name in names if name in knowledge.index),
    )


def _unknown(name: str, knowledge: Knowledge) -> str:
    near = get_close_matches(name, [*knowledge.sources, *knowledge.index], n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`iec-coop review --all` lists them"
    return f"{name}: there is no source and no fact of this name; {hint}"


def compared(knowledge: Knowledge, check: Check, today: date) -> list[OpenFact]:
    """Return the facts that were compared.

    Raises UpkeepError where one of those named could not be, or where the days or the quote make no sense.
    """
    facts = list(_meant(knowledge, check))
    problems = [*_wrong_days(check, today), *_wrong_facts(facts, check), *_wrong_quote(facts, check)]
    if problems:
        raise UpkeepError(problems)
    return facts


def _meant(knowledge: Knowledge, check: Check) -> Iterator[OpenFact]:
    if not check.facts:
        every = list(open_facts(knowledge, check.on))
        idle = [source for source in check.sources if not any(fact.references(source) for fact in every)]
        if idle:
            raise UpkeepError(f"{source}: no fact in force rests on this source; name another" for source in idle)
        yield from (fact for fact in every if any(map(fact.references, check.sources)))
    for name in check.facts:
        rows = open_fact(knowledge.index[name], check.on)
        if not rows:
            raise UpkeepError([f"{name}: {_ended(knowledge.index[name], check.on)}"])
        resting = [fact for fact in rows if not check.sources or any(map(fact.references, check.sources))]
        if not resting:
            named = dict.fromkeys(reference.id for fact in rows for reference in fact.row.sources)
            rests = ", ".join(named) or "no source"
            raise UpkeepError([f"{name}: it does not rest on {', '.join(check.sources)} but on {rests}; name that"])
        yield from resting


def _ended(entry: Entry, day: date) -> str:
    last = entry.rows[-1].in_force.last_day
    ends = f"this fact ends on {last}" if last and last >= day else f"this fact is closed since {last}"
    return f"{ends}, there is nothing to check again; add a row where it is in force"


def _wrong_days(check: Check, today: date) -> Iterator[str]:
    if check.on > today:
        yield f"--on: {check.on} lies in the future, seen from {today}; write the day on which you compared"
    if check.read_on and check.read_on > check.on:
        yield f"--read-on: {check.read_on} is after the check of {check.on}; write the day of the copy that you read"
    if check.due and check.due <= check.on:
        yield f"--due: {check.due} is not after the check of {check.on}; write a later day"


def _wrong_facts(facts: Iterable[OpenFact], check: Check) -> Iterator[str]:
    for fact in facts:
        if check.on < fact.row.checked_on:
            last = fact.row.checked_on
            yield f"{fact.entry.id}: it was checked on {last}, after {check.on}; write that day or a later one"


def _wrong_quote(facts: Iterable[OpenFact], check: Check) -> Iterator[str]:
    passages = sum(1 for fact in facts for _ in passages_read(fact, check))
    if check.quote is not None and passages != 1:
        yield f"--quote: it would stand for {passages} passages; name one fact and one source with one quote"


def passages_read(fact: OpenFact, check: Check) -> Iterator[int]:
    """Yield the numbers of the passages that were read: those of the named sources, of all where none is named."""
    for number, reference in enumerate(fact.row.sources):
        if not check.sources or reference.id in check.sources:
            yield number
