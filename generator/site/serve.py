"""Serves a built site on this machine."""

import errno
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"


class PortTakenError(Exception):
    """Another program listens on the port."""


class Handler(SimpleHTTPRequestHandler):
    """Answers with the files of a site, as a host of static files does."""

    extensions_map = {  # noqa: RUF012 the name and the shape are those of the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".whl": "application/zip",
    }

    def end_headers(self) -> None:
        """Tell browsers to ask again each time."""
        # A page that was built again must not come out of the browser's cache.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the page of the site for these, other errors as the base class does."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 the name is that of the base class
        """Stay quiet: the terminal is for the address."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report an error, but not a reader who went to another page before this one had come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server_for(site: Path, port: int) -> ThreadingHTTPServer:
    """Return a server for the folder `site`, not yet running; port 0 takes any free one.

    Raises PortTakenError where another program listens there.
    """
    try:
        return _Server((HOST, port), partial(Handler, directory=str(site)))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(f"port {port} is taken; name another one with --port") from error
        raise


def address_of(server: ThreadingHTTPServer) -> str:
    """Return the address to type into a browser."""
    return f"http://{HOST}:{server.server_address[1]}/"


def serve(site: Path, port: int, announce: Callable[[str], object] = print) -> None:
    """Serve the folder `site` until Ctrl-C; `announce` is told the address.

    Raises PortTakenError where another program listens on the port.
    """
    with server_for(site, port) as server:
        announce(f"Serving the site at {address_of(server)} (Ctrl-C ends it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            announce("Stopped.")
