"""A small web server for looking at a site while it is written: files, a reload script, and errors in their place.

Knows HTTP and the folder that it serves; knows nothing of how a site is built. It sees the current folder at each
request, since a build exchanges it for another.
"""

from __future__ import annotations

import http.server
import ipaddress
import mimetypes
import secrets
import stat
import sys
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from dragoman.errors import DragomanError

#: Addresses of the server's own begin so; no file of a site can.
OWN = "/-/dragoman/"
_OWN_FILES = {"reload.js": "text/javascript", "errors.css": "text/css"}
_TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_HEARTBEAT = 10.0  # seconds; how soon a page that was closed is noticed


@dataclass(slots=True, kw_only=True)
class Preview:
    """What is shown at present: the files in ``output``, or ``problem``, a page in place of all pages.

    ``base`` is the path of the site's address, beginning and ending in ``/``.
    """

    output: Path
    base: str = "/"
    problem: str | None = None
    version: str = field(default_factory=lambda: secrets.token_hex(8))
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _closed: bool = False

    def show(self, problem: str | None) -> None:
        """Show the site as it is now, or a problem; every open page loads itself again."""
        with self._changed:
            self.problem = problem
            self.version = secrets.token_hex(8)
            self._changed.notify_all()

    def close(self) -> None:
        """Let go of the pages that wait."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait_for_change(self, version: str, seconds: float) -> str | None:
        """The version after ``version``; the same one if none comes in time, None when the server ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self.version != version, seconds)
            return None if self._closed else self.version


class PreviewServer(http.server.ThreadingHTTPServer):
    """Serves one preview; each request has a thread, which ends with the process."""

    daemon_threads = True

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        self.preview = preview
        self.host = host
        try:
            super().__init__((host, port), PreviewHandler)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise DragomanError(
                f"cannot serve at {host}, port {port}: {reason}", hint=f"choose another port: --port {port + 1}"
            ) from error

    @property
    def address(self) -> str:
        """Where the site can be seen."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.server_port}{self.preview.base}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away is no error; anything else is shown as the library does."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class PreviewHandler(http.server.BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "dragoman"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a file, a problem, a script of our own, or the news that something changed."""
        preview = self.server.preview
        path = urlsplit(self.path).path
        if not self._is_asked_by_its_name():
            self._send_text(HTTPStatus.MISDIRECTED_REQUEST, "This server answers to its own name only.")
        elif path == f"{OWN}events":
            self._send_events()
        elif path.startswith(OWN):
            self._send_own(path.removeprefix(OWN))
        elif path == "/" and preview.base != "/":
            self._redirect(preview.base)
        else:
            self._send_page_or_file(path)

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: a page alone makes a dozen requests."""

    def _is_asked_by_its_name(self) -> bool:
        """Whether the Host header names this machine: another site may have its own name lead here to read along."""
        try:
            name = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        except ValueError:
            return False
        if name in {"localhost", self.server.host.lower()} or name.endswith(".localhost"):
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def _send_page_or_file(self, path: str) -> None:
        preview = self.server.preview
        found = find_file(preview.output, preview.base, path)
        if found is None and not path.endswith("/") and find_file(preview.output, preview.base, f"{path}/"):
            self._redirect(f"{path}/")
            return
        is_page = path.endswith("/") or found is None or found.suffix == ".html"
        if preview.problem is not None and is_page:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", self._with_script(preview.problem.encode()))
        elif found is not None:
            self._send_file(HTTPStatus.OK, found)
        elif (missing := find_file(preview.output, "/", "/404.html")) is not None:
            self._send_file(HTTPStatus.NOT_FOUND, missing)
        else:
            self._send_text(HTTPStatus.NOT_FOUND, "There is no such page.")

    def _send_file(self, status: HTTPStatus, path: Path) -> None:
        try:
            content = path.read_bytes()
        except OSError:  # replaced by a build since it was found
            self._send_text(HTTPStatus.NOT_FOUND, "There is no such page.")
            return
        kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self._send(status, kind, self._with_script(content) if kind == "text/html" else content)

    def _with_script(self, page: bytes) -> bytes:
        script = f'<script src="{OWN}reload.js?version={self.server.preview.version}" defer></script>\n'.encode()
        head, end, rest = page.partition(b"</head>")
        return head + script + end + rest if end else page + script

    def _send_own(self, name: str) -> None:
        if name not in _OWN_FILES:
            self._send_text(HTTPStatus.NOT_FOUND, "There is no such file.")
            return
        content = (files("dragoman.cli") / "preview" / name).read_bytes()
        self._send(HTTPStatus.OK, _OWN_FILES[name], content)

    def _send_events(self) -> None:
        """Keep the connection open and tell each new version (HTML, "server-sent events")."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        version: str | None = self.server.preview.version
        while version is not None:
            self.wfile.write(f"event: version\ndata: {version}\n\n".encode())
            version = self.server.preview.wait_for_change(version, _HEARTBEAT)

    def _redirect(self, path: str) -> None:
        query = urlsplit(self.path).query
        # Two slashes at the start would name another host.
        target = "/" + path.lstrip("/") + (f"?{query}" if query else "")
        self._send(HTTPStatus.FOUND, "text/plain", b"", {"Location": target})

    def _send_text(self, status: HTTPStatus, text: str) -> None:
        self._send(status, "text/plain", f"{text}\n".encode())

    def _send(self, status: HTTPStatus, kind: str, content: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def find_file(output: Path, base: str, path: str) -> Path | None:
    """The file that an address's path leads to, or None; never one outside of ``output``, nor a hidden one."""
    if not path.startswith(base):
        return None
    try:
        relative = unquote_to_bytes(path[len(base) :]).decode()
    except UnicodeDecodeError:
        return None
    if relative.endswith("/") or not relative:
        relative += "index.html"
    parts = relative.split("/")
    if any(not part or part.startswith(".") or not part.isprintable() or set(part) & set("\\:") for part in parts):
        return None
    found = output.joinpath(*parts)
    try:
        real = found.resolve(strict=True)
        is_file = stat.S_ISREG(real.stat().st_mode)
    except (OSError, RuntimeError):
        return None
    return found if is_file and real.is_relative_to(output.resolve()) else None
