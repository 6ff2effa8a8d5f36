"""A web server on this machine with every misbehaviour that a link check meets. Each path is one of them."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep, time
from urllib.parse import parse_qs, urlsplit

PAGE = b"<!doctype html><html><head><title>%s</title></head><body>text</body></html>"


class Misbehaving(ThreadingHTTPServer):
    """``asked`` lists what was asked for: time, method, path. ``titles`` and ``robots`` are a test's to set."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[float, str, str]] = []
        self.agents: set[str] = set()
        self.titles: dict[str, str] = {}
        self.robots = ""
        self.ending = threading.Event()
        self.scheme = "http"

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}"

    def count(self, path: str) -> int:
        return sum(asked == path for _, _, asked in self.asked)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up on an endless answer is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: Misbehaving
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.close_connection = True
        path = urlsplit(self.path).path
        self.server.asked.append((monotonic(), self.command, path))
        self.server.agents.add(self.headers.get("User-Agent", ""))
        behave = getattr(self, "show_" + path.strip("/").replace("-", "_").partition("/")[0], None)
        if path == "/robots.txt" and self.server.robots:
            self._send(200, self.server.robots.encode())
        elif behave:
            behave()
        elif path in self.server.titles:
            self._send(200, PAGE % self.server.titles[path].encode(), {"Content-Type": "text/html; charset=utf-8"})
        else:
            self._send(404)

    def _send(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _redirect(self, status: int, to: str) -> None:
        self._send(status, headers={"Location": to})

    def show_(self) -> None:
        self._send(200, PAGE % b"Front page", {"Content-Type": "text/html"})

    def show_fine(self) -> None:
        self._send(200, PAGE % b"A fine page", {"Content-Type": "text/html"})

    def show_tagged(self) -> None:
        self._send(200, PAGE % b"Tagged", {"Content-Type": "text/html", "ETag": '"one"'})

    def show_zipped(self) -> None:
        body = gzip.compress(PAGE % b"Zipped" + b" " * 50_000_000)
        self._send(200, body, {"Content-Type": "text/html", "Content-Encoding": "gzip"})

    def show_gone(self) -> None:
        self._send(410)

    def show_closed(self) -> None:
        self._send(403)

    def show_broken(self) -> None:
        self._send(500)

    def show_no_head(self) -> None:
        self._send(405 if self.command == "HEAD" else 200, PAGE % b"Only GET", {"Content-Type": "text/html"})

    def show_head_lies(self) -> None:
        self._send(404 if self.command == "HEAD" else 200, PAGE % b"There", {"Content-Type": "text/html"})

    def show_moved(self) -> None:
        self._redirect(301, "/moved-on")

    def show_moved_on(self) -> None:
        self._redirect(308, "/fine")

    def show_elsewhere(self) -> None:
        self._redirect(302, "/fine")

    def show_moved_to_gone(self) -> None:
        self._redirect(301, "/gone")

    def show_to_front(self) -> None:
        self._redirect(302, "/")

    def show_circle(self) -> None:
        self._redirect(302, "/circle-back")

    def show_circle_back(self) -> None:
        self._redirect(302, "/circle")

    def show_farther(self) -> None:
        steps = int(urlsplit(self.path).path.rpartition("/")[2])
        self._redirect(302, f"/farther/{steps + 1}")

    def show_to_file(self) -> None:
        self._redirect(302, "file:///etc/passwd")

    def show_busy_first(self) -> None:
        is_early = self.server.count("/busy-first") == 1
        self._send(429 if is_early else 200, PAGE % b"Busy", {"Retry-After": "1", "Content-Type": "text/html"})

    def show_busy_until(self) -> None:
        first = self.server.count("/busy-until") == 1
        self._send(503 if first else 200, headers={"Retry-After": formatdate(time() + 2, usegmt=True)})

    def show_much_too_busy(self) -> None:
        self._send(429, headers={"Retry-After": "86400"})

    def show_silent(self) -> None:
        self.server.ending.wait(30)

    def show_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while self.command == "GET" and not self.server.ending.is_set():
            self.wfile.write(b"and so on " * 1000)

    def show_dripping(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.ending.wait(0.05):
            self.wfile.write(b"X")

    def show_huge_header(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 5_000_000 + b"\r\n\r\n")

    def show_no_http(self) -> None:
        self.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")

    def show_hung_up(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)

    def show_available(self) -> None:
        page = parse_qs(urlsplit(self.path).query)["url"][0]
        day = parse_qs(urlsplit(self.path).query)["timestamp"][0]
        found = {"available": True, "status": "200", "url": f"{self.server.url}/web/{day}/{page}"}
        if page.endswith("/never-seen"):
            found = {}
        elif page.endswith("/other"):
            found["url"] = f"{self.server.url}/web/{day}/https://other.example/"
        snapshots = {"closest": found} if found else {}
        self._send(200, json.dumps({"url": page, "archived_snapshots": snapshots}).encode())

    def show_save(self) -> None:
        page = self.path.partition("/save/")[2]
        self._send(200, headers={"Content-Location": f"/web/20260101/{page}"})


@contextlib.contextmanager
def serving(trust: ssl.SSLContext | None = None) -> Iterator[Misbehaving]:
    """The server, on a port of its own until the end of the block; over TLS where there is a context."""
    server = Misbehaving()
    if trust:
        server.socket = trust.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.ending.set()
        server.shutdown()
        server.server_close()
        thread.join()
        sleep(0.02)  # the last answers end
