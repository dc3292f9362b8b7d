"""The server of `iec-coop serve`."""

import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from generator.site.serve import PortTakenError, address_of, server_for


@pytest.fixture
def address(built_site: Path) -> Iterator[str]:
    with server_for(built_site, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield address_of(server)
        server.shutdown()
        thread.join()


def test_the_home_page_is_served(address: str) -> None:
    with urlopen(address) as answer:
        assert answer.status == 200
        assert "International Co-op" in answer.read().decode()


def test_an_unknown_address_gets_the_page_in_both_languages(address: str) -> None:
    with pytest.raises(HTTPError) as found:
        urlopen(f"{address}no/such/page/")
    assert found.value.code == 404
    assert "Page introuvable" in found.value.read().decode()


def test_wasm_and_modules_are_served_under_their_types(address: str, built_site: Path) -> None:
    for pattern, kind in (("*.wasm", "application/wasm"), ("*.mjs", "text/javascript")):
        path = next(built_site.rglob(pattern)).relative_to(built_site)
        with urlopen(f"{address}{path.as_posix()}") as answer:
            assert answer.headers["Content-Type"] == kind


def test_a_port_that_is_taken_is_named(address: str, built_site: Path) -> None:
    port = int(address.rstrip("/").rsplit(":", 1)[1])
    with pytest.raises(PortTakenError, match=f"port {port} is taken; name another one with --port"):
        server_for(built_site, port)


def test_a_reader_who_leaves_before_a_large_file_has_come_is_no_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "large").write_bytes(bytes(50_000_000))
    with server_for(tmp_path, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        reader = socket.create_connection(server.server_address)
        # Leave at once: what is on its way meets a connection that is reset.
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        reader.sendall(b"GET /large HTTP/1.0\r\n\r\n")
        reader.recv(1)
        reader.close()
        server.shutdown()
        thread.join()
    assert capfd.readouterr().err == ""
