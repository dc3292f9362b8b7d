"""Copies of the official pages are fetched within limits, and kept only once their readers know them."""

import gzip
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.dataset import Knowledge
from generator.upkeep.errors import UpkeepError
from generator.upkeep.refresh import Copy, Fetching, canada_only, copies, refresh

HERE = Path(__file__).parent
PAGE, FEED = (HERE / "agreements.html").read_bytes(), (HERE / "feed.xml").read_bytes()


BOMB = gzip.compress(b"x" * 20_000_000)


class Answers(BaseHTTPRequestHandler):
    """Answers by the path that is asked for; the class holds what was asked."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        getattr(self, self.path.strip("/").replace("-", "_"))()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 named by the standard library
        pass

    def head(self, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def whole(self, data: bytes, **headers: str) -> None:
        self.head(Content_Length=str(len(data)), **headers)
        self.drip(data, 1, 0)

    def page(self) -> None:
        self.whole(PAGE)

    def feed(self) -> None:
        self.whole(FEED)

    def packed(self) -> None:
        self.whole(gzip.compress(PAGE), Content_Encoding="gzip")

    def wrong(self) -> None:
        self.whole(b"<html><p>Please accept our cookies.</p></html>")

    def huge(self) -> None:
        self.head()
        self.drip(b"x" * 100_000, 200, 0)

    def bomb(self) -> None:
        self.whole(BOMB, Content_Encoding="gzip")

    def silent(self) -> None:
        time.sleep(2)

    def slow(self) -> None:
        self.head()
        self.drip(b"x", 40, 0.1)

    def drip(self, data: bytes, times: int, pause: float) -> None:
        try:
            for _ in range(times):
                self.wfile.write(data)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            return  # the reader has heard enough

    def truncated(self) -> None:
        self.head(Content_Length=str(len(PAGE)))
        self.wfile.write(PAGE[: len(PAGE) // 2])

    def truncated_pack(self) -> None:
        self.head(Content_Encoding="gzip")
        self.wfile.write(gzip.compress(PAGE)[:-500])

    def gone(self) -> None:
        self.head(404)

    def broken(self) -> None:
        self.head(503)

    def moved(self) -> None:
        self.head(302, Location="/page", Content_Length="0")

    def elsewhere(self) -> None:
        self.head(302, Location="http://127.0.0.1:9/page", Content_Length="0")

    def in_circles(self) -> None:
        self.head(301, Location="/in-circles", Content_Length="0")


@pytest.fixture
def server() -> Iterator[str]:
    Answers.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as served:
        thread = threading.Thread(target=served.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{served.server_address[1]}"
        served.shutdown()
        thread.join()


@pytest.fixture
def wanted(server: str, six: Knowledge) -> list[Copy]:
    page, feed = copies(six)
    return [replace(page, url=f"{server}/page", largest=1_000_000), replace(feed, url=f"{server}/feed")]


@pytest.fixture
def fetching(server: str) -> Fetching:
    return Fetching(allowed=lambda url: url.startswith(f"{server}/"), connect=1, read=0.5, total=1)


def test_both_copies_are_kept_as_they_came(wanted: list[Copy], fetching: Fetching, tmp_path: Path) -> None:
    kept = refresh(wanted, tmp_path / "new" / "copies", fetching)
    assert [path.read_bytes() for path in kept] == [PAGE, FEED]
    assert sorted(path.name for path in kept[0].parent.iterdir()) == ["agreements.html", "selections.xml"]


@pytest.mark.parametrize("path", ["packed", "moved"])
def test_a_packed_answer_and_a_redirection_at_home_are_followed(
    path: str, server: str, wanted: list[Copy], fetching: Fetching, tmp_path: Path
) -> None:
    refresh([replace(wanted[0], url=f"{server}/{path}")], tmp_path, fetching)
    assert (tmp_path / "agreements.html").read_bytes() == PAGE


FAULTS = {
    "wrong": "this is not the page",
    "huge": "more than 1,000,000 bytes",
    "bomb": "more than 1,000,000 bytes",
    "silent": "no answer in time",
    "slow": "not done after 1 seconds",
    "truncated": "the answer was cut off",
    "truncated-pack": "it was cut off",
    "gone": "the answer is 404",
    "broken": "the answer is 503",
    "elsewhere": "it is not asked",
    "in-circles": "more than 5 redirections",
}


@pytest.mark.parametrize("path", FAULTS)
def test_what_goes_wrong_is_told_and_nothing_is_changed(
    path: str, server: str, wanted: list[Copy], fetching: Fetching, tmp_path: Path
) -> None:
    (tmp_path / "agreements.html").write_bytes(b"the copy of last month")
    with pytest.raises(UpkeepError) as refused:
        refresh([replace(wanted[0], url=f"{server}/{path}"), wanted[1]], tmp_path, fetching)
    first, last = refused.value.lines
    assert FAULTS[path] in first
    assert last.startswith("nothing was changed")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {
        "agreements.html": b"the copy of last month"
    }


def test_without_a_network_it_says_so_and_makes_no_folder(wanted: list[Copy], tmp_path: Path) -> None:
    nowhere = [replace(copy, url="http://127.0.0.1:1/page") for copy in wanted]
    with pytest.raises(UpkeepError) as refused:
        refresh(nowhere, tmp_path / "copies", Fetching(allowed=lambda _: True, connect=1, read=1, total=2))
    assert "cannot be fetched (no connection); is there a network?" in refused.value.lines[0]
    assert not (tmp_path / "copies").exists()


@pytest.mark.usefixtures("server")
def test_an_address_that_is_not_allowed_is_never_asked(wanted: list[Copy], tmp_path: Path) -> None:
    with pytest.raises(UpkeepError):
        refresh(wanted, tmp_path, Fetching(allowed=canada_only))
    assert Answers.asked == []


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://www.canada.ca/en/page.html", True),
        ("https://ircc.canada.ca/english/work/iec/selections.xml", True),
        ("https://canada.ca:443/", True),
        ("http://www.canada.ca/", False),
        ("https://www.canada.ca.example.org/", False),
        ("https://notcanada.ca/", False),
        ("https://canada.ca@example.org/", False),
        ("https://user@canada.ca/", False),
        ("https://canada.ca:8443/", False),
        ("https://canada.ca:port/", False),
        ("ftp://canada.ca/", False),
        ("", False),
    ],
)
def test_only_addresses_of_canada_by_https_are_asked(url: str, allowed: bool) -> None:
    assert canada_only(url) is allowed


def test_the_addresses_are_those_of_the_registry_of_sources(knowledge: Knowledge) -> None:
    agreements, feed = copies(knowledge)
    assert agreements.url == knowledge.sources["ircc-bilateral"].url
    assert feed.url == knowledge.sources["ircc-rounds"].url
    assert canada_only(agreements.url)
    assert canada_only(feed.url)


def test_a_page_that_was_cut_off_between_two_countries_is_not_kept(knowledge: Knowledge) -> None:
    with pytest.raises(UpkeepError, match="it was cut off"):
        copies(knowledge)[0].known(PAGE, "page")
