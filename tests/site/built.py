"""The built pages as tests read them: addresses, headings, links and data for programs."""

import json
import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

_HEADING = re.compile(r"<h[1-6]\b([^>]*)>")
_ID = re.compile(r'\bid="([^"]*)"')
_LINK = re.compile(r'<a\b[^>]*\bhref="([^"]+)"')
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@dataclass(frozen=True)
class BuiltPage:
    """A page of one language; `url` leads to it from the root of the language."""

    url: str
    folder: Path
    html: str

    def meta(self, name: str) -> str:
        found = re.search(rf'<meta name="{name}" content="([^"]*)"', self.html)
        return unescape(found[1]) if found else ""

    @property
    def title(self) -> str:
        found = re.search(r"<title>(.*?)</title>", self.html, re.DOTALL)
        return unescape(found[1]) if found else ""

    @property
    def headings(self) -> list[str | None]:
        """Return the id of every heading, None where it has none."""
        found = (_ID.search(attributes) for attributes in _HEADING.findall(self.html))
        return [each[1] if each else None for each in found]

    @property
    def anchors(self) -> set[str]:
        return set(_ID.findall(self.html))

    @property
    def leads_to(self) -> set[Path]:
        """Return the files of the site that links of the page lead to."""
        files = {urldefrag(unescape(link)).url.split("?")[0] for link in _LINK.findall(self.html)}
        targets = {(self.folder / file).resolve() for file in files if file and not re.match(r"\w+:", file)}
        return {target / "index.html" if target.suffix == "" else target for target in targets}

    @property
    def data(self) -> list[dict[str, Any]]:
        """Return the nodes of the page's JSON-LD."""
        (text,) = _DATA.findall(self.html)
        content = json.loads(text)
        assert content["@context"] == "https://schema.org"
        nodes: list[dict[str, Any]] = content["@graph"]
        return nodes


@cache
def pages_of(site: Path, language: str) -> dict[str, BuiltPage]:
    """Read every page of a language, by address."""
    root = site / "fr" if language == "fr" else site
    files = [path for path in sorted(root.rglob("index.html")) if language == "fr" or site / "fr" not in path.parents]
    found = {}
    for path in files:
        folder = path.parent.relative_to(root).as_posix()
        url = "" if folder == "." else f"{folder}/"
        found[url] = BuiltPage(url=url, folder=path.parent, html=path.read_text(encoding="utf-8"))
    return found
