"""A server that compresses as hosts of static files do, and remembers how many bytes each answer had."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from generator.site.serve import HOST, Handler

LEVEL = 6
COMPRESSED = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm", ".webmanifest", ".xml"})


class Compressing(Handler):
    """Answers with the compressed content of a file; `sizes` gets the bytes by address."""

    def __init__(self, *given: Any, sizes: dict[str, int], **named: Any) -> None:
        self.sizes = sizes
        super().__init__(*given, **named)

    def do_GET(self) -> None:  # noqa: N802 the name is that of the base class
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            super().do_GET()
            return
        body = file.read_bytes()
        is_compressed = file.suffix in COMPRESSED
        if is_compressed:
            body = gzip.compress(body, LEVEL)
        self.sizes[self.path] = len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with suppress(ConnectionError):  # the reader has gone to another page
            self.wfile.write(body)


@contextmanager
def compressing(site: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """Serve a folder; give the address, and the sizes that have been sent, by path."""
    sizes: dict[str, int] = {}
    with ThreadingHTTPServer((HOST, 0), partial(Compressing, directory=str(site), sizes=sizes)) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://{HOST}:{server.server_port}", sizes
        server.shutdown()
        thread.join()
