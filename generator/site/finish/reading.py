"""Reads from a built page what it says of itself: title, description, the way to it, columns, questions and answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath

from lxml.html import HtmlElement

from generator.site.finish.parsing import parse

_REPLY = "reply"
# Parts of an answer that lead to its sources and are no words of it.
_BESIDE = frozenset({"status", "reply__from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the way to a page: its name and the link to it, which the page itself does not have."""

    name: str
    link: str | None

    def below(self, url: str) -> str:
        """Return the address of the step below the root of the language, as the page at `url` leads to it."""
        if self.link is None:
            return url
        target = normpath(f"{url}{self.link}")
        return "" if target == "." else f"{target}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """What a page says of itself."""

    title: str
    description: str
    path: tuple[Step, ...]
    columns: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]


def read_page(html: str) -> PageRead:
    """Read the page in `html`."""
    page = parse(html)
    return PageRead(
        title=_words(page.find("head/title")),
        description=next(iter(page.xpath("head/meta[@name='description']/@content")), ""),
        path=tuple(
            Step(name=_words(step), link=step.get("href"))
            for step in page.find_class("md-path__item")
            for step in step.iterchildren("a", "span")
        ),
        columns=tuple(map(_words, page.xpath(f"//table[{_of_class('terms')}]/thead//th"))),
        questions=tuple(_questions(page)),
    )


def _questions(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the questions of a page, which are headings, each with the words of the reply behind it."""
    question = ""
    for element in page.iter("h2", "h3", "p"):
        if element.tag != "p":
            question = _words(element)
        elif _REPLY in element.classes:
            yield question, _words(element)


def _words(element: HtmlElement | None) -> str:
    """Return the words of an element, with one space between two, without what stands beside them."""
    return "" if element is None else " ".join("".join(_texts(element)).split())


def _texts(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _BESIDE & set(child.classes):
            yield from _texts(child)
        yield child.tail or ""


def _of_class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
