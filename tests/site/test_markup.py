"""The markup of all built pages, read by the Nu Html Checker, which is a validator of others."""

import json
import os
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

from generator.site.finish.markup import mend_markup
from tests.conftest import ROOT

VALIDATOR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def java() -> str:
    """Return the Java that `make test` chose, else the one on PATH."""
    chosen = ROOT / ".venv" / "java"
    named = os.environ.get("JAVA") or (chosen.read_text().strip() if chosen.exists() else shutil.which("java"))
    assert named, "no Java: run `make test`, or install one"
    return named


def errors(folder: Path) -> list[str]:
    """Return what the validator finds wrong in the pages below a folder."""
    command = [java(), "-Xss4m", "-jar", str(VALIDATOR), "--errors-only", "--skip-non-html", "--format", "json"]
    made = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)
    found = json.loads(made.stderr)["messages"]
    return [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in found]


def test_the_validator_finds_no_error_on_any_page(built_site: Path) -> None:
    assert errors(built_site) == []


def test_the_validator_is_there_and_finds_errors_where_there_are_some(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<!doctype html><html lang="en"><title>t</title><p tabindex="">', "utf-8")
    (found,) = errors(tmp_path)
    assert "tabindex" in found


def test_a_label_of_contents_that_a_page_does_not_have_labels_nothing() -> None:
    assert mend_markup('<label for="__toc">') == "<label>"
    html = '<input id="__toc"><label for="__toc">'
    assert mend_markup(html) == html


def test_the_title_has_the_same_id_in_every_language_and_the_links_to_it_follow() -> None:
    html = '<a href="#le-stage">Saut</a><h1 id="le-stage">Le stage</h1><h2 id="le-stage-2">'
    assert mend_markup(html) == '<a href="#title">Saut</a><h1 id="title">Le stage</h1><h2 id="le-stage-2">'


def test_every_page_has_one_main_heading_and_levels_that_leave_none_out(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html = re.sub(r"<template>.*?</template>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
        assert levels.count(1) == 1, path

        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert jumps == [], path
