"""The reader's own deadlines as a calendar file (RFC 5545). No clock: the file is dated by the assessed day."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from generator.explain.closing import closing_sentence
from generator.explain.ics import as_file, component, day_value, escaped, instant_value
from generator.explain.wording import Wording, Words
from generator.rules.calendar import add_days
from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.rules.record import record

HOST = "iec-coop"
PRODUCT = "-//iec-coop//checker//"
# How many days before a reminder comes: enough to act.
REMIND_BEFORE = {
    "last-invitation-day": 60,
    "answer-invitation-by": 3,
    "apply-by": 5,
    "biometrics-by": 7,
    "gap-ends": 30,
    "entry-letter-expires": 21,
    "permit-ends": 60,
    "passport-ends-permit": 240,
    "insurance-ends-permit": 90,
}
PERMIT_ENDS = "permit-ends"
PAPERS = {"passport": "passport-ends-permit", "insurance": "insurance-ends-permit"}


@record
class Entry:
    """One deadline in the calendar, of one route or of several that share it."""

    id: str
    moment: date | datetime
    routes: tuple[dict[str, Any], ...]
    facts: tuple[str, ...]


def as_calendar(
    explained: dict[str, Any], dataset: Dataset, words: Words, lang: str, *, url: str | None = None
) -> str | None:
    """Return the deadlines of an explained assessment (see `explain`, same `lang`) as the text of a calendar file.

    `url` is the address of the page that told them. Days before the assessed day are left out, those of what is done,
    and those of routes that nothing can open; None where no day is left.
    """
    writer = _Writer(Wording(dataset, words, lang), explained, url)
    entries = entries_of(explained)
    return as_file(writer.calendar(entries)) if entries else None


def entries_of(explained: dict[str, Any]) -> list[Entry]:
    """Return what the calendar holds, the earliest first; a moment that several routes share stands once."""
    shared: dict[tuple[str, str], list[tuple[dict[str, Any], list[str]]]] = {}
    for route in explained["routes"]:
        for name, moment, facts in _moments(route):
            shared.setdefault((name, moment), []).append((route, facts))
    entries = [
        Entry(
            id=name,
            moment=_read(moment),
            routes=tuple(sorted((route for route, _ in found), key=_place)),
            facts=tuple(dict.fromkeys(fact for _, facts in found for fact in facts)),
        )
        for (name, moment), found in shared.items()
    ]
    today = date.fromisoformat(explained["assessed_on"])
    return sorted((entry for entry in entries if _day(entry.moment) >= today), key=_order)


def is_open(route: dict[str, Any]) -> bool:
    """Tell whether an explained route is not ruled out, or can be opened by a change."""
    return route["verdict"] != "ineligible" or bool(route["remedies"] or route["openings"])


def _moments(route: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    if not is_open(route):
        return
    is_refused = route["verdict"] == "ineligible"  # by a permit that is not to be had nothing is planned
    for deadline in route["deadlines"]:
        if not deadline["done"] and not (is_refused and deadline["id"] == PERMIT_ENDS):
            yield deadline["id"], deadline.get("at") or deadline["on"], deadline["facts"]
    permit = route["permit"]
    if permit and permit["limited_by"] in PAPERS and not is_refused:
        yield PAPERS[permit["limited_by"]], permit["ends_on"], permit["facts"]


def _read(moment: str) -> date | datetime:
    return datetime.fromisoformat(moment) if "T" in moment else date.fromisoformat(moment)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _order(entry: Entry) -> tuple[date, str, str]:
    return _day(entry.moment), entry.moment.isoformat(), entry.id


def _place(route: dict[str, Any]) -> tuple[int, str]:
    """Rank a route by what it is, not by its verdict, so that the name of an entry outlives a changed answer."""
    return list(Category).index(Category(route["category"])), route["citizenship"]


class _Writer:
    def __init__(self, wording: Wording, explained: dict[str, Any], url: str | None) -> None:
        self.wording, self.words, self.explained, self.url = wording, wording.words["calendar"], explained, url
        self.today = date.fromisoformat(explained["assessed_on"])

    def calendar(self, entries: Iterable[Entry]) -> Iterator[str]:
        lang, name = self.wording.lang, escaped(self.words["name"])
        head = ["VERSION:2.0", f"PRODID:{PRODUCT}{lang.upper()}", "CALSCALE:GREGORIAN"]
        names = [f"NAME;LANGUAGE={lang}:{name}", f"X-WR-CALNAME:{name}"]
        events = (line for entry in entries for line in component("VEVENT", self._event(entry)))
        return component("VCALENDAR", [*head, *names, *events])

    def _event(self, entry: Entry) -> Iterator[str]:
        lang, summary = self.wording.lang, self._summary(entry)
        yield f"UID:{self._uid(entry)}"
        yield f"DTSTAMP:{day_value(self.today)}T000000Z"
        yield f"SEQUENCE:{self.today.toordinal()}"  # a file of a later day replaces the entries of an earlier one
        yield from _when(entry.moment)
        yield f"SUMMARY;LANGUAGE={lang}:{escaped(summary)}"
        yield f"DESCRIPTION;LANGUAGE={lang}:{escaped(self._description(entry))}"
        address = self.url or self._source(entry)
        if address:
            yield f"URL:{address}"
        yield f"CATEGORIES;LANGUAGE={lang}:{escaped(self.words['category'])}"
        yield "CLASS:PRIVATE"
        yield "TRANSP:TRANSPARENT"
        yield from component("VALARM", self._alarm(entry, summary))

    def _alarm(self, entry: Entry, summary: str) -> Iterator[str]:
        days = REMIND_BEFORE[entry.id]
        yield "ACTION:DISPLAY"
        # A day begins at midnight: its reminder comes at nine in the morning instead.
        yield f"TRIGGER:-P{days}D" if isinstance(entry.moment, datetime) else f"TRIGGER:-P{days - 1}DT15H"
        yield f"DESCRIPTION;LANGUAGE={self.wording.lang}:{escaped(summary)}"

    def _uid(self, entry: Entry) -> str:
        """Name the entry by its deadline and route; the applicant's reference only tells files of many people apart."""
        route, reference = entry.routes[0], self.explained["reference"]
        parts = [entry.id, route["category"].replace("_", "-"), route["citizenship"]]
        if reference:
            parts.append(sha256(reference.encode()).hexdigest()[:12])
        return f"{'.'.join(parts)}@{HOST}"

    def _summary(self, entry: Entry) -> str:
        names = {**self.wording.words["deadlines"], **self.words["papers"]}
        return str(self.words["summary"].format(what=names[entry.id]))

    def _description(self, entry: Entry) -> str:
        words, explained = self.wording.words, self.explained
        limit = entry.routes[0]["permit"]["limited_by"] if entry.id == "permit-ends" else None
        values = {"moment": entry.moment, "limit": limit and words["limits"][limit]}
        routes = (self.wording.route(route["citizenship"], route["category"]) for route in entry.routes)
        source = self._source(entry)
        parts = [
            self.wording.sentence(self.words["advice"][entry.id], values),
            *routes,
            *([source] if source else []),
            closing_sentence(words["text"]["closing"], explained, self.wording),
        ]
        return "\n".join(parts)

    def _source(self, entry: Entry) -> str | None:
        """Return the first address that the entry rests on, in the language of the file where there is one."""
        for fact in entry.facts:
            for passage in self.explained["facts"][fact]["sources"]:
                source = self.wording.dataset.sources[passage["id"]]
                return (source.url_fr if self.wording.lang == "fr" else None) or source.url
        return None


def _when(moment: date | datetime) -> Iterator[str]:
    if isinstance(moment, datetime):
        yield f"DTSTART:{instant_value(moment)}"
        return
    yield f"DTSTART;VALUE=DATE:{day_value(moment)}"
    after = add_days(moment, 1)
    if after > moment:  # the last day of Python's calendar has none after it; a day is then one day long by itself
        yield f"DTEND;VALUE=DATE:{day_value(after)}"
