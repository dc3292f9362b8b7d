"""Walks over the built HTML: every address must lead to a file and a place of the site, or openly elsewhere."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

# Elements whose address a reader follows; everything else is loaded with the page and must be the site's own.
_FOLLOWED = frozenset({"a", "area"})
_RELATIONS = frozenset({"canonical", "alternate"})
_ADDRESSES = ("href", "src", "action", "data-src")


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.repeated: list[str] = []
        self.addresses: list[tuple[str, bool]] = []
        self.inline_styles: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            (self.repeated.append if given["id"] in self.ids else self.ids.add)(given["id"])
        if "style" in given:
            self.inline_styles.append(given["style"])
        elsewhere = tag in _FOLLOWED or (tag == "link" and bool(_RELATIONS & set(given.get("rel", "").split())))
        self.addresses += [(given[name], elsewhere) for name in _ADDRESSES if name in given]


def check_links(site: Path) -> list[str]:
    """Return one sentence for every address that leads nowhere, and every id or style that a page may not have."""
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    problems = []
    for path, page in pages.items():
        name = path.relative_to(site)
        problems += [f"{name}: the id {found} is there twice" for found in page.repeated]
        problems += [f"{name}: the inline style {found} is not allowed" for found in page.inline_styles]
        for address, elsewhere in page.addresses:
            wrong = _wrong(address, elsewhere, path, site, pages)
            if wrong:
                problems.append(f"{name}: the address {address} {wrong}")
    return problems


def _wrong(address: str, elsewhere: bool, page: Path, site: Path, pages: dict[Path, _Page]) -> str | None:
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
    target = _target(unquote(file.split("?")[0]), page)
    if not target.is_relative_to(site) or not target.is_file():
        return "leads to no file"
    if fragment and target in pages and unquote(fragment) not in pages[target].ids:
        return "leads to no such place on the page"
    return None


def _target(file: str, page: Path) -> Path:
    if not file:
        return page
    target = Path(page.parent / file).resolve()
    return target / "index.html" if file.endswith(("/", ".")) or target.is_dir() else target
