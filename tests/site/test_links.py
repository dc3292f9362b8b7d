"""The walk over the links of a built site."""

from pathlib import Path

import pytest

from generator.site.finish.links import check_links


def site_with(folder: Path, body: str) -> Path:
    """Make a site of a home page with `body` and one other page with a place called `here`."""
    (folder / "other").mkdir()
    (folder / "index.html").write_text(f"<!doctype html><title>t</title>{body}", encoding="utf-8")
    (folder / "other" / "index.html").write_text('<!doctype html><title>t</title><p id="here">', encoding="utf-8")
    return folder


def test_every_address_of_the_built_site_leads_somewhere(built_site: Path) -> None:
    assert check_links(built_site) == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="other/">',
        '<a href="other/#here">',
        '<a href="./">',
        '<a href="https://example.org/">',
        '<a href="#x"><p id="x">',
    ],
)
def test_addresses_that_lead_somewhere_pass(tmp_path: Path, body: str) -> None:
    assert check_links(site_with(tmp_path, body)) == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<a href="missing/">', "leads to no file"),
        ('<a href="../outside/">', "leads to no file"),
        ('<a href="other/#there">', "leads to no such place"),
        ('<a href="/other/">', "does not work from a sub-path"),
        ('<script src="https://example.org/a.js"></script>', "is loaded from another host"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "is loaded from another host"),
        ('<a href="javascript:void(0)">', "is of a kind that the site does not use"),
        ('<a href="//example.org/">', "is of a kind that the site does not use"),
        ('<p id="x"><p id="x">', "is there twice"),
        ('<p style="color:red">', "is not allowed"),
    ],
)
def test_addresses_that_lead_nowhere_are_named(tmp_path: Path, body: str, complaint: str) -> None:
    (problem,) = check_links(site_with(tmp_path, body))
    assert problem.startswith("index.html: ")
    assert complaint in problem
