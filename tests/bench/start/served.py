"""The pages behind a line: compressed and cached as GitHub Pages does it, with every byte counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any

from generator.site.serve import HOST, Handler
from tests.bench.start.conditions import Network
from tests.bench.start.line import Line
from tests.browser.compressing import Compressing, content_tag

MAX_AGE = 600  # seconds: what GitHub Pages lets a browser keep without asking again


@dataclass(slots=True)
class Ledger:
    """What a server has sent: bytes of bodies as they went over the line, and requests, by address."""

    sent: dict[str, int] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    last: float = 0.0  # by the clock of this program, in seconds

    @property
    def bytes(self) -> int:
        """Return how many bytes have been sent."""
        return sum(self.sent.copy().values())

    def ask(self, path: str) -> None:
        """Count a request."""
        self.requests.append(path)
        self.last = monotonic()

    def add(self, path: str, size: int) -> None:
        """Count bytes that have passed."""
        self.sent[path] = self.sent.get(path, 0) + size
        self.last = monotonic()

    def clear(self) -> None:
        """Begin anew."""
        self.sent.clear()
        self.requests.clear()


class Paced(Compressing):
    """Answers over a line; a file that the browser has already is answered with 304."""

    def __init__(self, *given: Any, line: Line, ledger: Ledger, **named: Any) -> None:
        self.line, self.ledger = line, ledger
        super().__init__(*given, sizes={}, **named)

    def do_GET(self) -> None:  # noqa: N802 the name is that of the base class
        self.ledger.ask(self.path)
        self.line.answer()
        super().do_GET()

    def answer(self, file: Path, body: bytes, encoding: str | None) -> None:
        tag = content_tag(file)
        if self.headers.get("If-None-Match") == tag:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        self.head(file, body, encoding, {"ETag": tag})
        for piece in self.line.send(body):
            self.ledger.add(self.path, len(piece))
            self.wfile.write(piece)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", f"max-age={MAX_AGE}")
        # Past the handler of `make serve`, which forbids the browser to keep anything.
        super(Handler, self).end_headers()


@contextmanager
def paced(root: Path, network: Network) -> Iterator[tuple[str, Ledger]]:
    """Serve the folder `root` over a line of its own; give the address, with a slash at its end, and what was sent."""
    ledger = Ledger()
    handler = partial(Paced, directory=str(root), line=Line(network), ledger=ledger)
    with ThreadingHTTPServer((HOST, 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://{HOST}:{server.server_port}/", ledger
        server.shutdown()
        thread.join()
