"""Writes into each page what it is about, for programs: JSON-LD in words of schema.org, taken from the page itself."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.site.finish.reading import PageRead, read_page

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_CONTEXT = "https://schema.org"
_TABLE = "countries/"
_QUESTIONS = "guide/questions/"
# The folders whose pages tell facts, and bear the day on which these were compared with their sources.
_OF_FACTS = ("changes", "claims", "compare", "countries", "guide", "pictures", "seasons")
_HEAD_END = "</head>"

type Node = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the site is, in one language.

    `address` is the public root of the language, empty where none is known, `repository` the page of the facts,
    `as_of` the day that the pages are worked out for, `verified_on` the day on which all facts had been compared.
    """

    language: str
    site: str
    address: str
    repository: str
    as_of: date
    verified_on: date


def write_structured(html: str, url: str, about: About) -> str:
    """Insert the JSON-LD of the page at `url`, below the root of its language, at the end of its head."""
    page = read_page(html)
    nodes = [_filled(node) for node in _nodes(page, url, about)]
    text = json.dumps({"@context": _CONTEXT, "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c")  # nothing in a value may end the element
    return html.replace(_HEAD_END, f'  <script type="application/ld+json">{text}</script>\n  {_HEAD_END}', 1)


def _nodes(page: PageRead, url: str, about: About) -> Iterator[Node]:
    if not url:
        yield _said("WebSite", page, url, about) | {"name": about.site, "license": LICENCE}
    if url == _TABLE:
        yield _table(page, url, about)
    yield _page(page, url, about)
    if page.path:
        yield _trail(page, url, about)


def _page(page: PageRead, url: str, about: About) -> Node:
    folder, _, name = url.rstrip("/").partition("/")
    node = _said("WebPage", page, url, about)
    if folder in _OF_FACTS:
        node |= {"dateModified": about.verified_on.isoformat(), "license": LICENCE}
    if folder == _TABLE.rstrip("/") and name:
        node["about"] = {"@type": "Country", "name": page.path[-1].name}
    if url == _QUESTIONS:
        node |= {"@type": "FAQPage", "mainEntity": [_answered(*question) for question in page.questions]}
    return node


def _answered(question: str, answer: str) -> Node:
    return {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}


def _table(page: PageRead, url: str, about: About) -> Node:
    return _said("Dataset", page, url, about) | {
        "license": LICENCE,
        "creator": {"@type": "Organization", "name": about.site, "url": about.repository},
        "isAccessibleForFree": True,
        "temporalCoverage": about.as_of.isoformat(),
        "dateModified": about.verified_on.isoformat(),
        "variableMeasured": list(page.columns),
    }


def _trail(page: PageRead, url: str, about: About) -> Node:
    """Return the way to the page; a step has an address where the site has a public one."""
    steps = [
        {
            "@type": "ListItem",
            "position": number,
            "name": step.name,
            "item": _address(step.below(url), about),
        }
        for number, step in enumerate(page.path, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _said(kind: str, page: PageRead, url: str, about: About) -> Node:
    """Return what every kind of thing says of itself."""
    return {
        "@type": kind,
        "name": page.title,
        "description": page.description,
        "inLanguage": about.language,
        "url": _address(url, about),
    }


def _address(url: str, about: About) -> str | None:
    return f"{about.address}{url}" if about.address else None


def _filled(value: Any) -> Any:
    """Return `value` without what is not known."""
    if isinstance(value, dict):
        return {key: _filled(each) for key, each in value.items() if each not in (None, "", [])}
    return [_filled(each) for each in value] if isinstance(value, list) else value
