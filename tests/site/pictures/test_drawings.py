"""Every drawing is well-formed, named and described, and has neither a style of its own nor anything to load."""

import re
from xml.etree import ElementTree as Tree

import pytest

from generator.dataset import Knowledge
from tests.site.test_facts_on_pages import render


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_drawing_is_well_formed_and_says_what_it_shows(knowledge: Knowledge, lang: str) -> None:
    page = render(knowledge, lang)["pictures.md"]
    drawings = re.findall(r'<svg class="picture__drawing.*?</svg>', page, re.DOTALL)
    assert len(drawings) == 4
    ids = []
    for drawing in drawings:
        root = Tree.fromstring(drawing)  # noqa: S314 of the project's own making
        assert root.get("role") == "img"
        named = root.get("aria-labelledby", "").split()
        title, summary = root[0], root[1]
        assert (title.tag, summary.tag) == ("title", "desc")
        assert [title.get("id"), summary.get("id")] == named
        assert title.text
        assert summary.text
        assert "{" not in f"{title.text}{summary.text}"
        assert not [each for each in root.iter() if "style" in each.attrib or each.tag in ("a", "image", "use")]
        ids += [each.get("id") for each in root.iter() if each.get("id")]
        used = set(re.findall(r"url\(#([^)]+)\)", drawing))
        assert used <= set(ids)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_table_with_links_follows_every_picture(knowledge: Knowledge, lang: str) -> None:
    figures = render(knowledge, lang)["pictures.md"].split("</figure>")[:-1]
    assert len(figures) == 3
    for figure in figures:
        table = figure[figure.rindex("</svg>") :]
        assert table.count("<table") == 1
        assert table.count("<caption>") == 1
        assert table.count("<a href=") >= table.count("<tr>") - 1
