"""The server of the benchmark: compressed, cached and counted as the pages’ real host would."""

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.bench.start.conditions import Network
from tests.bench.start.served import Ledger, paced

TEXT = b"the same words again and again, " * 400


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("page.html", "code.wasm", "code.js", "facts.json", "look.css", "stdlib.zip", "rules.whl"):
        (tmp_path / name).write_bytes(TEXT)
    return tmp_path


@pytest.fixture(params=[None, 1_000_000.0], ids=["free", "paced"])
def served(site: Path, request: pytest.FixtureRequest) -> Iterator[tuple[str, Ledger]]:
    with paced(site, Network(name="test", rate=request.param)) as made:
        yield made


def get(address: str, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize("name", ["page.html", "code.wasm", "code.js", "facts.json", "look.css"])
def test_what_the_host_compresses_is_counted_compressed(served: tuple[str, Ledger], name: str) -> None:
    address, ledger = served
    response, body = get(address, f"/{name}")
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == TEXT
    assert ledger.bytes == len(body) == int(response.headers["Content-Length"]) < len(TEXT)


@pytest.mark.parametrize("name", ["stdlib.zip", "rules.whl"])
def test_archives_go_as_they_are(served: tuple[str, Ledger], name: str) -> None:
    address, ledger = served
    response, body = get(address, f"/{name}")
    assert "Content-Encoding" not in response.headers
    assert body == TEXT
    assert ledger.bytes == len(TEXT)


def test_what_is_asked_twice_counts_twice(served: tuple[str, Ledger]) -> None:
    address, ledger = served
    for _ in range(2):
        get(address, "/rules.whl")
    get(address, "/code.js?version")
    assert ledger.requests == ["/rules.whl", "/rules.whl", "/code.js?version"]
    assert ledger.sent["/rules.whl"] == 2 * len(TEXT)
    ledger.clear()
    assert (ledger.bytes, ledger.requests) == (0, [])


def test_a_browser_keeps_a_file_for_ten_minutes_and_then_asks_whether_it_is_still_good(
    served: tuple[str, Ledger],
) -> None:
    address, ledger = served
    response, _ = get(address, "/code.wasm")
    assert response.headers.get_all("Cache-Control") == ["max-age=600"]
    ledger.clear()
    again, body = get(address, "/code.wasm", **{"If-None-Match": response.headers["ETag"]})
    assert (again.status, body, ledger.bytes, ledger.requests) == (304, b"", 0, ["/code.wasm"])
    changed, body = get(address, "/code.wasm", **{"If-None-Match": '"another"'})
    assert changed.status == 200
    assert ledger.bytes == len(body) > 0


def test_a_file_that_was_built_again_is_sent_again(served: tuple[str, Ledger], site: Path) -> None:
    address, _ = served
    response, _ = get(address, "/code.js")
    (site / "code.js").write_bytes(b"new")
    again, body = get(address, "/code.js", **{"If-None-Match": response.headers["ETag"]})
    assert (again.status, gzip.decompress(body)) == (200, b"new")


def test_a_file_that_is_not_there_is_not_found(served: tuple[str, Ledger]) -> None:
    address, ledger = served
    response, _ = get(address, "/nothing.js")
    assert response.status == 404
    assert ledger.requests == ["/nothing.js"]
