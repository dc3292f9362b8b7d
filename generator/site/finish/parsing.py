"""Parses built pages."""

from lxml import html
from lxml.html import HtmlElement


def parse(page: str) -> HtmlElement:
    """Return the root of a page; what its markup leaves open is closed as browsers do."""
    # A page may be of any length: the table of all countries grows with them.
    return html.document_fromstring(page, parser=html.HTMLParser(huge_tree=True))
