"""Takes the pages that did not change from an earlier build, so that MkDocs renders the others alone."""

import json
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.pages import Page

from generator.site.store import Store, key_of

_FIRST = 100  # before the search of the theme


class _NoSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves a part of the class untyped
    pass


class KeptPages(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """A plugin of MkDocs that renders a page only where its source or `frame`, what surrounds every page, changed.

    `search` is the plugin of the theme that adds what it finds on a page to its index.
    """

    def __init__(self, store: Store, frame: str, search: Any) -> None:
        self.store, self.frame, self.search = store, frame, search
        self.keys: dict[str, str] = {}
        self.found: dict[str, dict[str, Any]] = {}
        self.before = 0

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Render nothing of a page that is kept."""
        name = page.file.src_uri
        self.keys[name] = key_of(self.frame, name, json.dumps(page.meta, sort_keys=True, default=str), markdown)
        kept = self.store.find(self.keys[name])
        if kept is None:
            return markdown
        self.found[name] = json.loads(kept)
        page.meta["search"] = {"exclude": True}
        return ""

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Let the links of other pages find the places on a page that is kept."""
        if page.file.src_uri in self.found:
            page.present_anchor_ids = set(self.found[page.file.src_uri]["anchors"])
        return html

    @event_priority(_FIRST)
    def on_page_context(self, context: Any, **_: Any) -> Any:
        """Note where in the index of search the page begins."""
        self.before = len(self._entries)
        return context

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Return the page that is kept, and keep the one that was rendered."""
        name = page.file.src_uri
        if name in self.found:
            kept = self.found.pop(name)
            self._entries.extend(kept["entries"])
            return str(kept["html"])
        made = {
            "html": output,
            "anchors": sorted(page.present_anchor_ids or ()),
            "entries": self._entries[self.before :],
        }
        self.store.keep(self.keys[name], json.dumps(made, ensure_ascii=False).encode())
        return output

    @property
    def _entries(self) -> list[Any]:
        # The plugin makes its index when the build begins.
        entries: list[Any] = self.search.search_index.entries
        return entries


def frame_of(settings: Path, theme: Path, *others: str) -> str:
    """Return what surrounds every page: shared settings, the project's part of the theme in `theme`, and `others`."""
    files = [settings, *sorted(path for path in theme.rglob("*") if path.is_file())]
    return key_of(*(part for file in files for part in (str(file), file.read_bytes())), *others)
