"""A plain static host on this machine, as dumb as the dumbest that a site may be published on.

Serves files below a path, ``index.html`` for a folder, ``404.html`` for what is not there. Rewrites nothing.
"""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

COMPRESSED = {".html", ".css", ".js", ".svg", ".json"}


class StaticHost(SimpleHTTPRequestHandler):
    """Serves one folder below ``prefix``, which starts and ends with ``/``."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, prefix: str, directory: str, compress: bool = False) -> None:
        self.prefix = prefix
        self.compress = compress
        super().__init__(*arguments, directory=directory)

    def do_GET(self) -> None:
        """Answer with the file, or with the site's own page for what is not there."""
        file = Path(self.translate_path(self.path))
        if self.path.startswith(self.prefix) and file.exists():
            page = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
            if self.compress and page.suffix in COMPRESSED:
                self.answer_compressed(page)
            else:
                super().do_GET()
        else:
            self.answer_not_found()

    def translate_path(self, path: str) -> str:
        """The file for a path of the site."""
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def answer_compressed(self, file: Path) -> None:
        """Send a file as every host for the public sends texts."""
        body = gzip.compress(file.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_not_found(self) -> None:
        """Send ``404.html`` under the address that was asked for, as static hosts do."""
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.is_file() else b"not here"
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - the name is the library's
        """Say nothing: a test's output is its own."""


@contextmanager
def serving(folder: Path, *, prefix: str = "/", compress: bool = False) -> Iterator[str]:
    """Serve a folder on a free port of the loopback address; the value is the URL of its root, with the prefix.

    ``compress``: texts are sent compressed, where a reader's loading time is to be measured.
    """
    handler = functools.partial(StaticHost, prefix=prefix, directory=str(folder), compress=compress)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()
