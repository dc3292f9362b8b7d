"""A server that compresses as hosts of static files do, and remembers how many bytes each answer had."""

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache, partial
from hashlib import sha256
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
        body, encoding = _body(file, file.stat().st_mtime_ns)
        with suppress(ConnectionError):  # the reader has gone to another page
            self.answer(file, body, encoding)

    def answer(self, file: Path, body: bytes, encoding: str | None) -> None:
        """Send the whole answer."""
        self.sizes[self.path] = len(body)
        self.head(file, body, encoding)
        self.wfile.write(body)

    def head(self, file: Path, body: bytes, encoding: str | None, more: Mapping[str, str] | None = None) -> None:
        """Send what stands before the body of an answer."""
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.end_headers()


@cache
def _body(file: Path, changed: int) -> tuple[bytes, str | None]:  # noqa: ARG001 a file that has changed is read again
    """Return the body of an answer, and its encoding where it has one: what is large takes long to compress."""
    content = file.read_bytes()
    if file.suffix in COMPRESSED:
        return gzip.compress(content, LEVEL, mtime=0), "gzip"
    return content, None


def size_of(file: Path) -> int:
    """Return how many bytes of a file are sent."""
    return len(_body(file, file.stat().st_mtime_ns)[0])


def content_tag(file: Path) -> str:
    """Return the tag by which a browser asks whether a file is still the one that it keeps."""
    return _tag(file, file.stat().st_mtime_ns)


@cache
def _tag(file: Path, changed: int) -> str:
    return f'"{sha256(_body(file, changed)[0]).hexdigest()[:16]}"'


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
