"""The repository in which the facts are kept: links that open a line for editing and a report already filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import yaml

from generator.dataset.index import Entry
from generator.rules.facts import Fact
from generator.site.errors import BuildError

FACTS = "data"  # the folder of the facts in the repository
LONGEST_VALUE = 80  # characters of a value in a report: the id already says which fact is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A repository on GitHub, or on a server with the same addresses: its page and the branch that is published."""

    url: str
    branch: str

    def editor(self, file: str, line: int) -> str:
        """Return the address that opens `line` of `file` for editing."""
        return f"{self.url}/edit/{self.branch}/{file}#L{line}"

    def file(self, path: str) -> str:
        """Return the address that shows the file at `path`."""
        return f"{self.url}/blob/{self.branch}/{path}"

    def report(self, *, fact: str, value: str, page: str) -> str:
        """Return the address of a report about a fact, as it reads on `page`."""
        shown = value if len(value) <= LONGEST_VALUE else f"{value[: LONGEST_VALUE - 1]}…"
        fields = {"template": "fact.yml", "title": fact, "fact": fact, "value": shown, "page": page}
        return f"{self.url}/issues/new?{urlencode(fields, quote_via=quote, safe='/:,')}"


def load_repository(config: Path, url: str | None = None) -> Repository:
    """Return the repository that `extra` in the MkDocs file `config` names; its page is `url` where that is given.

    Raises BuildError where no page or no branch is named, and where the page is no web address.
    """
    extra = yaml.safe_load(config.read_text(encoding="utf-8")).get("extra") or {}
    page, branch = url or extra.get("repository"), extra.get("branch")
    if not page or not branch:
        raise BuildError([f"{config.name}: `extra` names no repository and branch; add `repository:` and `branch:`"])
    if urlsplit(page).scheme not in ("http", "https"):
        raise BuildError([f"the repository {page} is no web address; write https://github.com/OWNER/REPOSITORY"])
    return Repository(url=page.rstrip("/"), branch=branch)


def repository_of_run(environment: Mapping[str, str]) -> str | None:
    """Return the page of the repository that GitHub Actions works on, None elsewhere."""
    server, name = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    return f"{server}/{name}" if server and name else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """The way from a fact on a page to the file: its path and line, the editor, and a report.

    `file`, `line` and `edit` are None where nothing is recorded.
    """

    file: str | None
    line: int | None
    edit: str | None
    report: str


class Tracer:
    """Leads from the facts on one page to where they are written; `page` is the address of the page."""

    def __init__(self, repository: Repository, index: dict[str, Entry], page: str) -> None:
        self.repository, self.index, self.page = repository, index, page

    def trail(self, id: str, row: Fact[Any] | None, value: str) -> Trail:  # noqa: A002 the word the data uses
        """Return the way to the line of `row`, or to that of the last row where none is in force."""
        report = self.repository.report(fact=id, value=value, page=self.page)
        entry = self.index.get(id)
        if entry is None:
            return Trail(file=None, line=None, edit=None, report=report)
        file, line = f"{FACTS}/{entry.file}", _line(entry, row)
        return Trail(file=file, line=line, edit=self.repository.editor(file, line), report=report)


def _line(entry: Entry, row: Fact[Any] | None) -> int:
    """Return the line of the row of the same days: within a history, the days tell the rows apart."""
    written = zip(entry.lines, entry.rows, strict=True)
    return next((line for line, other in written if row and other.in_force == row.in_force), entry.lines[-1])
