"""The style sheets: put into one, without rules that no page uses, and the theme's files changed where we say so."""

import re
from pathlib import Path

import pytest

from generator.site.errors import BuildError
from generator.site.finish.styles import join_styles
from generator.site.finish.theme import hold_search

THEME = "assets/stylesheets/main.css"
OWN = "assets/css/own.css"
MANY = 8
WIDE = "".join(f".rare{n} {{ color: red }}\n" for n in range(200))
THEMES_SCRIPT = 'L($(location.protocol!=="file:"),Je("search"));function Mn(e,t=new Worker(e)){}'


def site_with(folder: Path, own: str, body: str = "", script: str = "") -> Path:
    """Make a site of a home page with `body`, pages without it, a French page, a theme, a sheet and a script."""
    files = {THEME: ".used { color: red } .unused { color: blue }", OWN: own, "assets/checker/a.js": script}
    files |= {f"fr/{name}": text for name, text in files.items() if name.endswith(".css")}
    for url in ("", "fr/", *(f"page{n}/" for n in range(MANY))):
        up = "../" if url.startswith("page") else ""
        links = "".join(f'<link rel="stylesheet" href="{up}{name}">\n' for name in (THEME, OWN))
        inside = body if url == "" else ""
        files[f"{url}index.html"] = f'<head>\n{links}</head><p class="used">{inside}'
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def sheets(site: Path, page: str) -> list[str]:
    """Return what each style sheet of a page holds."""
    path = site / page / "index.html"
    links = re.findall(r'<link rel="stylesheet" href="([^"]+)">', path.read_text(encoding="utf-8"))
    return [(path.parent / link).read_text(encoding="utf-8") for link in links]


def test_all_pages_link_one_sheet_and_the_others_are_gone(tmp_path: Path) -> None:
    site = site_with(tmp_path, "p { margin: 0 }")
    join_styles(site)
    for page in ("", "fr", "page3"):
        (sheet,) = sheets(site, page)
        assert ".used" in sheet
        assert "margin:0" in sheet
    assert len(list(site.rglob("*.css"))) == 1


def test_a_rule_stays_where_a_page_or_a_script_has_its_names(tmp_path: Path) -> None:
    own = ".told { color: red } .made { color: red } .nobody { color: red } [data-md-x=on] { color: red }"
    site = site_with(tmp_path, own, '<b class="told" data-md-x="on">', 'make({ class: "made" })')
    join_styles(site)
    (sheet,) = sheets(site, "page1")
    assert ".told" in sheet
    assert ".made" in sheet
    assert "data-md-x" in sheet
    assert ".nobody" not in sheet
    assert ".unused" not in sheet


def test_a_property_stays_where_something_uses_it(tmp_path: Path) -> None:
    own = ":root { --here: 1px; --script: 2px; --nobody: 3px } p { margin: var(--here) }"
    site = site_with(tmp_path, own, script="element.style.width = `var(--script)`")
    join_styles(site)
    (sheet,) = sheets(site, "")
    assert "--here:" in sheet
    assert "--script:" in sheet
    assert "--nobody" not in sheet


def test_a_large_sheet_that_few_pages_use_is_linked_on_these_alone(tmp_path: Path) -> None:
    site = site_with(tmp_path, WIDE, '<b class="rare7">')
    join_styles(site)
    shared, own = sheets(site, "")
    assert ".rare7" in own
    assert ".rare8" not in own
    assert sheets(site, "page1") == sheets(site, "fr") == [shared]


def test_the_name_of_a_sheet_changes_with_what_it_holds(tmp_path: Path) -> None:
    names = set()
    for number, own in enumerate(("p { margin: 0 }", "p { margin: 0 }", "p { margin: 1px }")):
        site = site_with(tmp_path / str(number), own)
        join_styles(site)
        names |= {path.name for path in site.rglob("*.css")}
    assert len(names) == 2


def test_a_sheet_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be put into one"):
        join_styles(site_with(tmp_path, '@import "missing.css";'))


def test_the_theme_waits_for_the_reader_before_it_loads_anything_for_search() -> None:
    held = hold_search(THEMES_SCRIPT)
    assert held.startswith('L($(!1),Je("search"))')
    assert "t=new Worker(e)" not in held
    assert "postMessage(o){this.own||(this.own=new Worker(e)" in held


@pytest.mark.parametrize("script", ["", THEMES_SCRIPT * 2, THEMES_SCRIPT.replace("new Worker(e)", "start(e)")])
def test_a_theme_that_starts_its_search_in_another_way_stops_the_build(script: str) -> None:
    with pytest.raises(BuildError, match="look how it starts its search now"):
        hold_search(script)


def test_both_languages_load_the_same_styles_and_scripts(built_site: Path) -> None:
    for page in ("checker", "countries/de", "guide/fees"):
        english, french = (
            {
                (path.parent / link).resolve()
                for link in re.findall(r'(?:href|src)="([^"]+\.(?:css|js))"', path.read_text(encoding="utf-8"))
            }
            for path in (built_site / page / "index.html", built_site / "fr" / page / "index.html")
        )
        assert english == french
        assert all(file.is_file() for file in english)
    assert not (built_site / "fr" / "assets" / "javascripts").exists()
