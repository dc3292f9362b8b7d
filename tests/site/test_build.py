"""The build as a whole: the same twice, at any address, and never half done."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.dataset import Knowledge
from generator.site import BuildError, build, build_site
from tests.conftest import AS_OF, ROOT


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_of_one_day_are_the_same_byte_for_byte(
    knowledge: Knowledge, built_site: Path, tmp_path: Path
) -> None:
    build_site(knowledge, tmp_path / "site", AS_OF, work=tmp_path / "work")
    again, before = files(tmp_path / "site"), files(built_site)
    assert again.keys() == before.keys()
    assert [name for name in before if again[name] != before[name]] == []


def test_without_a_public_address_every_page_address_is_relative(built_site: Path) -> None:
    assert not (built_site / "sitemap.xml").exists()
    page = (built_site / "fr" / "countries" / "de" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate " hreflang="en" href="../../../countries/de/">' in page
    assert "canonical" not in page


def test_the_search_reads_values_and_not_what_lies_folded_beside_them(built_site: Path) -> None:
    index = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    text = "".join(
        entry["text"] for entry in index["docs"] if entry["location"].startswith(("countries/de/", "sources/"))
    )
    assert "18 to 35" in text
    assert "Correct this line" not in text
    assert "facts rest on it" not in text


def test_links_into_the_repository_lead_to_the_one_that_is_given(knowledge: Knowledge, tmp_path: Path) -> None:
    build_site(knowledge, tmp_path / "site", AS_OF, work=tmp_path / "work", repository_url="https://github.com/a/fork")
    page = (tmp_path / "site" / "countries" / "de" / "index.html").read_text(encoding="utf-8")
    assert "https://github.com/a/fork/edit/main/data/countries/DE.yml#L" in page
    assert "iec-coop/iec-coop" not in page


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[Broken](no-such-page.md)", "no-such-page.md"),
        ("[Broken](method.md#no-such-place)", "no-such-place"),
        ('<p><a href="no-such-page/">Broken</a></p>', "no-such-page/ leads to no file"),
        ("{{ no_such_value }}", "'no_such_value' is undefined"),
        ("{{ say('no.such.phrase') }}", "the phrase no.such.phrase is missing"),
    ],
)
def test_a_build_that_fails_says_why_and_leaves_the_last_good_site(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, complaint: str
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    page = content / "en" / "checker.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(build, "CONTENT", content)
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("the last good site")
    with pytest.raises(BuildError) as found:
        build_site(knowledge, out, AS_OF, work=tmp_path / "work")
    assert any(complaint in problem for problem in found.value.problems)
    assert files(out) == {"index.html": b"the last good site"}


def test_a_repository_that_is_no_web_address_stops_the_build_before_anything_is_written(tmp_path: Path) -> None:
    answer = CliRunner().invoke(main, ["build", "--repository", "somebody/guide", "--out", str(tmp_path / "site")])
    assert answer.exit_code == 2
    assert "the repository somebody/guide is no web address; write https://github.com/OWNER/REPOSITORY" in answer.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_broken_dataset_stops_the_build_before_anything_is_written(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    germany = data / "countries" / "DE.yml"
    germany.write_text(germany.read_text(encoding="utf-8").replace("status: official", "status: oficial", 1))
    work_before = sorted(path.stat().st_mtime_ns for path in (ROOT / "build").rglob("*"))
    answer = CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(tmp_path / "site")])
    assert answer.exit_code == 2
    assert re.match(r"\S*DE\.yml:\d+:\d+: partner\.\S+: .*oficial.*; ", answer.stderr)
    assert not (tmp_path / "site").exists()
    assert sorted(path.stat().st_mtime_ns for path in (ROOT / "build").rglob("*")) == work_before
