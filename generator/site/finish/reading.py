"""Reads from a built page what it says of itself: title, description, the way to it, columns, questions and answers."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import normpath

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_HEADINGS = frozenset({"h2", "h3"})
# Parts of an answer that lead to its sources and are no words of it.
_BESIDE = frozenset({"status", "reply__from"})


@dataclass(slots=True)
class Step:
    """A step of the way to a page: its name and the link to it, which the page itself does not have."""

    name: str = ""
    link: str | None = None

    def below(self, url: str) -> str:
        """Return the address of the step below the root of the language, as the page at `url` leads to it."""
        if self.link is None:
            return url
        target = normpath(f"{url}{self.link}")
        return "" if target == "." else f"{target}/"


@dataclass(slots=True)
class PageRead:
    """What a page says of itself."""

    title: str = ""
    description: str = ""
    path: list[Step] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    questions: list[tuple[str, str]] = field(default_factory=list)


def read_page(html: str) -> PageRead:
    """Read the page in `html`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = PageRead()
        self.open: list[tuple[str, frozenset[str], list[str]]] = []
        self.asked = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("name") == "description":
            self.page.description = given["content"]
        if tag in _VOID:
            return
        self.open.append((tag, frozenset(given.get("class", "").split()), []))
        if self._is_inside("md-path__item") and tag in ("a", "span"):
            self.page.path.append(Step(link=given.get("href")))

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _, _ in self.open):
            return
        while self.open:
            name, classes, words = self.open.pop()
            self._closed(name, classes, " ".join("".join(words).split()))
            if not classes & _BESIDE and self.open:
                self.open[-1][2].extend(words)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1][2].append(data)

    def _closed(self, tag: str, classes: frozenset[str], words: str) -> None:
        if tag == "title" and not self.page.title:
            self.page.title = words
        elif tag in ("a", "span") and self._is_inside("md-path__item"):
            self.page.path[-1].name = words
        elif tag == "th" and self._is_inside("terms") and self._is_in("thead"):
            self.page.columns.append(words)
        elif tag in _HEADINGS:
            self.asked = words
        elif tag == "p" and "reply" in classes:
            self.page.questions.append((self.asked, words))

    def _is_inside(self, name: str) -> bool:
        return any(name in classes for _, classes, _ in self.open)

    def _is_in(self, tag: str) -> bool:
        return any(name == tag for name, _, _ in self.open)
