"""Takes the last steps over the built files of both languages, in their order."""

import json
from collections.abc import Sequence
from pathlib import Path

from generator import browser
from generator.site.configs import Edition
from generator.site.errors import BuildError
from generator.site.finish.links import check_links
from generator.site.finish.markup import mend_markup
from generator.site.finish.policy import write_policy
from generator.site.finish.search import fit_search_index, load_synonyms
from generator.site.finish.structured import About, write_structured
from generator.site.finish.styles import join_styles
from generator.site.finish.theme import load_shared, share_scripts

_SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")


def finish(site: Path, editions: Sequence[tuple[Edition, About]], content: Path) -> None:
    """Finish the built pages in `site`; `content` holds the words for search.

    Raises BuildError with every link that leads nowhere, and where a tool of the steps fails.
    """
    names = json.loads((site / browser.FOLDER / "countries.json").read_text(encoding="utf-8"))
    for edition, _ in editions:
        synonyms = load_synonyms(content, edition.language.code)
        fit_search_index(edition.site / "search" / "search_index.json", synonyms, names)
    _write_robots(site, [edition for edition, _ in editions])
    share_scripts(site)
    for path in site.rglob("*.html"):
        is_french = path.is_relative_to(site / "fr")
        edition, about = editions[is_french]  # English first, French inside it
        html = mend_markup(path.read_text(encoding="utf-8"))
        if is_french:
            html = load_shared(html)
        if path.name == "index.html":
            folder = path.parent.relative_to(edition.site).as_posix()
            html = write_structured(html, "" if folder == "." else f"{folder}/", about)
        path.write_text(write_policy(html), encoding="utf-8")
    join_styles(site)
    problems = check_links(site)
    if problems:
        raise BuildError(problems)


def _write_robots(site: Path, editions: Sequence[Edition]) -> None:
    """Write what programs may read, which is all, and where the pages are listed; a list holds whole addresses only."""
    lines = ["User-agent: *", "Allow: /"]
    for edition in editions:
        address = edition.addresses.get(edition.language.code)
        if address:
            lines.append(f"Sitemap: {address}{_SITEMAPS[0]}")
        else:
            for name in _SITEMAPS:
                (edition.site / name).unlink(missing_ok=True)
    (site / "robots.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
