"""The links that lead from a fact into the repository."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.site.errors import BuildError
from generator.site.repository import Repository, load_repository, repository_of_run

HERE = Repository(url="https://github.com/somebody/guide", branch="main")
CONFIG = "extra:\n  repository: https://github.com/somebody/guide\n  branch: main\n"


def config(folder: Path, text: str = CONFIG) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_editor_opens_at_the_line() -> None:
    address = HERE.editor("data/countries/DE.yml", 34)
    assert address == "https://github.com/somebody/guide/edit/main/data/countries/DE.yml#L34"


def test_a_report_is_filled_in_whatever_signs_the_value_has() -> None:
    report = HERE.report(
        fact="GB.notes.x", value="50 % & more, “à partir de” #1", page="https://example.org/fr/countries/gb/"
    )
    fields = parse_qs(urlsplit(report).query)
    assert fields["value"] == ["50 % & more, “à partir de” #1"]
    assert fields["page"] == ["https://example.org/fr/countries/gb/"]


def test_a_long_value_is_cut_so_that_the_address_stays_short() -> None:
    (value,) = parse_qs(urlsplit(HERE.report(fact="x", value="word " * 100, page="/")).query)["value"]
    assert len(value) == 80
    assert value.endswith("…")


def test_the_configuration_names_the_repository(tmp_path: Path) -> None:
    assert load_repository(config(tmp_path)) == HERE


def test_a_repository_given_for_one_build_outweighs_the_configuration(tmp_path: Path) -> None:
    chosen = load_repository(config(tmp_path), "https://github.com/fork/guide/")
    assert chosen == Repository(url="https://github.com/fork/guide", branch="main")


def test_a_run_of_github_actions_names_its_own_repository() -> None:
    run = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "fork/guide"}
    assert repository_of_run(run) == "https://github.com/fork/guide"
    assert repository_of_run({"GITHUB_SERVER_URL": "https://github.com"}) is None


@pytest.mark.parametrize("text", ["extra: {}\n", "site_name: x\n", "extra: {repository: https://github.com/a/b}\n"])
def test_a_configuration_without_a_repository_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BuildError, match=r"mkdocs\.yml: `extra` names no repository and branch; add"):
        load_repository(config(tmp_path, text))


def test_a_repository_that_is_no_web_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="the repository somebody/guide is no web address; write https"):
        load_repository(config(tmp_path), "somebody/guide")
