"""The policy of every page: nothing from elsewhere, no inline script that is not hashed, no inline style."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.site.finish.markup import mend_markup
from generator.site.finish.policy import write_policy


class Loaded(HTMLParser):
    """What a page loads or runs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.inline: list[str] = []
        self.addresses: list[str] = []
        self.scripts_before_policy = 0
        self._in_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"] or "")
        if tag == "script" and not self.policies:
            self.scripts_before_policy += 1
        self._in_script = tag == "script" and "src" not in given
        if tag != "a":
            self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "action")]

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.inline.append(data)
            self._in_script = False


def loaded_pages(site: Path) -> dict[Path, Loaded]:
    return {path: Loaded(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_every_page_has_one_strict_policy_before_any_script(built_site: Path) -> None:
    for path, page in loaded_pages(built_site).items():
        (policy,) = page.policies
        directives = dict(part.split(" ", 1) for part in policy.split("; "))
        scripts, styles = directives.pop("script-src").split(), directives.pop("style-src").split()
        assert directives == {
            "default-src": "'none'",
            "img-src": "'self' data:",
            "font-src": "'self'",
            "connect-src": "'self'",
            "worker-src": "'self'",
            "manifest-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'self'",
        }
        assert all(item in ("'self'", "'wasm-unsafe-eval'") or item.startswith("'sha256-") for item in scripts)
        assert styles == ["'self'"] or path.name == "404.html"
        assert page.scripts_before_policy == 0


def test_every_inline_script_is_named_by_its_hash(built_site: Path) -> None:
    found = 0
    for page in loaded_pages(built_site).values():
        for script in page.inline:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in page.policies[0]
            found += 1
    assert found > 100


def test_no_page_loads_anything_from_another_host(built_site: Path) -> None:
    for path, page in loaded_pages(built_site).items():
        assert [address for address in page.addresses if re.match(r"(\w+:)?//", address)] == [], path


def test_no_style_sheet_loads_anything_from_another_host(built_site: Path) -> None:
    sheets = list(built_site.rglob("*.css"))
    assert sheets
    for path in sheets:
        assert not re.search(r"url\(\s*['\"]?(https?:)?//|@import", path.read_text(encoding="utf-8")), path


def test_a_page_without_a_place_for_the_policy_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        write_policy("<html><head></head></html>")


def test_inline_alignment_becomes_a_class() -> None:
    assert mend_markup('<td style="text-align: right;">1</td>') == '<td class="align-right">1</td>'
    assert mend_markup('<th id="x" style="text-align:left">1</th>') == '<th id="x" class="align-left">1</th>'


def test_attributes_that_html_does_not_allow_are_dropped() -> None:
    assert mend_markup('<input type="checkbox" id="a" autocomplete="off">') == '<input type="checkbox" id="a">'
    assert mend_markup('<input type="text" autocomplete="off">') == '<input type="text" autocomplete="off">'
    assert mend_markup('<div tabindex="">') == "<div>"
