"""Walks over the built HTML: every address must lead to a file and a place of the site, or openly elsewhere."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from generator.site.finish.parsing import parse

# Elements whose address a reader follows; everything else is loaded with the page and must be the site's own.
_FOLLOWED = frozenset({"a", "area"})
_RELATIONS = frozenset({"canonical", "alternate"})
_ADDRESSES = ("href", "src", "action", "data-src")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What a page holds: its ids, those that are there again, its inline styles, and its addresses.

    Each address is told with whether it may lead elsewhere.
    """

    ids: frozenset[str]
    repeated: tuple[str, ...]
    inline_styles: tuple[str, ...]
    addresses: tuple[tuple[str, bool], ...]


def check_links(site: Path) -> list[str]:
    """Return one sentence for every address that leads nowhere, and every id or style that a page may not have."""
    site = site.resolve()
    pages = {path: _read(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    walk = _Walk(site, pages)
    problems = []
    for path, page in pages.items():
        name = path.relative_to(site)
        problems += [f"{name}: the id {found} is there twice" for found in page.repeated]
        problems += [f"{name}: the inline style {found} is not allowed" for found in page.inline_styles]
        for address, elsewhere in page.addresses:
            wrong = walk.wrong(address, elsewhere, path)
            if wrong:
                problems.append(f"{name}: the address {address} {wrong}")
    return problems


def _read(html: str) -> _Page:
    ids: set[str] = set()
    repeated: list[str] = []
    styles: list[str] = []
    addresses: dict[tuple[str, bool], None] = {}
    for element in parse(html).iter("*"):
        given = element.attrib
        if not given:
            continue
        if "id" in given:
            (repeated.append if given["id"] in ids else ids.add)(given["id"])
        if "style" in given:
            styles.append(given["style"])
        follows = element.tag in _FOLLOWED
        elsewhere = follows or (element.tag == "link" and bool(_RELATIONS & set(given.get("rel", "").split())))
        addresses |= {(given[name], elsewhere): None for name in _ADDRESSES if name in given}
    return _Page(ids=frozenset(ids), repeated=tuple(repeated), inline_styles=tuple(styles), addresses=tuple(addresses))


class _Walk:
    """The walk over one site; a folder is looked into once however many addresses lead into it."""

    def __init__(self, site: Path, pages: dict[Path, _Page]) -> None:
        self.site, self.pages = site, pages
        self.target = cache(self._target)

    def wrong(self, address: str, elsewhere: bool, page: Path) -> str | None:
        """Say what is wrong with an address on the page at a path, None where nothing is."""
        parts = urlsplit(address)
        if parts.scheme in ("http", "https"):
            return None if elsewhere else "is loaded from another host"
        if parts.scheme == "mailto":
            return None
        if parts.scheme or parts.netloc:
            return "is of a kind that the site does not use"
        if address.startswith("/"):
            # The page for unknown addresses is served at any depth, so that its links cannot be relative.
            return None if page.name == "404.html" else "does not work from a sub-path: make it relative"
        file, fragment = urldefrag(address)
        target = self.target(unquote(file.split("?")[0]), page.parent) if file else page
        if target is None:
            return "leads to no file"
        if fragment and target in self.pages and unquote(fragment) not in self.pages[target].ids:
            return "leads to no such place on the page"
        return None

    def _target(self, file: str, folder: Path) -> Path | None:
        """Return the file that an address leads to from a folder, None where there is none in the site."""
        target = Path(folder / file).resolve()
        if file.endswith(("/", ".")) or target.is_dir():
            target /= "index.html"
        return target if target.is_relative_to(self.site) and target.is_file() else None
