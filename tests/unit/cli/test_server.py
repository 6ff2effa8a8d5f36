"""The preview's server: what it gives, to whom, and what never."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.cli.server import Preview, PreviewServer, find_file
from dragoman.errors import DragomanError
from tests.small_site import SmallSite

PAGE = "<!doctype html><html><head><title>T</title></head><body>page</body></html>"
FILES = {
    "output/index.html": PAGE,
    "output/404.html": PAGE.replace("page", "missing"),
    "output/de/index.html": PAGE.replace("page", "Seite"),
    "output/de/ü ber/index.html": PAGE,
    "output/de/feed.atom": "<feed/>",
    "output/theme/style.css": "body {}",
    "output/.nojekyll": "",
    "output-evil/secret.html": "secret",
    "secret.txt": "secret",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """Asks a running server."""

    server: PreviewServer

    def ask(self, path: str, *, method: str = "GET", host: str | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", f"127.0.0.1:{self.server.server_port}" if host is None else host)
        connection.endheaders()
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return Answer(status=response.status, headers={k.lower(): v for k, v in response.getheaders()}, body=body)


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    SmallSite(tmp_path).write(FILES)
    return Preview(output=tmp_path / "output", base="/talks/")


@pytest.fixture
def browser(preview: Preview) -> Iterator[Browser]:
    with PreviewServer(preview, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield Browser(server=server)
        preview.close()
        server.shutdown()
        thread.join()


def test_the_site_lies_at_the_path_of_its_address(browser: Browser) -> None:
    assert browser.ask("/").headers["location"] == "/talks/"
    assert browser.ask("/").status == 302
    answer = browser.ask("/talks/de/")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "Seite" in answer.body
    assert browser.ask("/talks/de/%C3%BC%20ber/").status == 200


def test_a_folder_without_its_slash_is_redirected(browser: Browser) -> None:
    answer = browser.ask("/talks/de?x=1")
    assert (answer.status, answer.headers["location"]) == (302, "/talks/de/?x=1")


def test_what_is_missing_gets_the_sites_own_page_for_it(browser: Browser) -> None:
    for path in ("/talks/nothing/", "/elsewhere/"):
        answer = browser.ask(path)
        assert answer.status == 404
        assert "missing" in answer.body


def test_the_reload_script_is_added_to_pages_only_and_never_to_the_files(browser: Browser, preview: Preview) -> None:
    page = browser.ask("/talks/")
    script = f'<script src="/-/dragoman/reload.js?version={preview.version}" defer></script>\n</head>'
    assert page.body.count(script) == 1
    assert browser.ask("/talks/theme/style.css").body == "body {}"
    assert browser.ask("/talks/de/feed.atom").headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert (preview.output / "index.html").read_text() == PAGE


def test_its_own_files_are_there(browser: Browser) -> None:
    assert "EventSource" in browser.ask("/-/dragoman/reload.js?version=1").body
    assert "light-dark(" in browser.ask("/-/dragoman/errors.css").body
    assert browser.ask("/-/dragoman/../server.py").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/talks/../secret.txt",
        "/talks/%2e%2e/secret.txt",
        "/talks/..%2fsecret.txt",
        "/talks/../output-evil/secret.html",
        "/talks/%2e%2e%5csecret.txt",
        "/talks//etc/hostname",
        "/talks/%00",
        "/talks/%ff/",
        "/talks/.nojekyll",
        "/talks/de/./index.html",
        "/talks/link.txt",
        "/talks/link/secret.txt",
        "/talks/de/index.html/",
    ],
)
def test_no_path_leads_out_of_the_output_or_to_hidden_files(browser: Browser, preview: Preview, path: str) -> None:
    (preview.output / "link.txt").symlink_to(preview.output.parent / "secret.txt")
    (preview.output / "link").symlink_to(preview.output.parent)
    answer = browser.ask(path)
    assert answer.status == 404
    assert "secret" not in answer.body


def test_a_file_is_found_in_the_folder_as_it_is_now(preview: Preview) -> None:
    assert find_file(preview.output, "/talks/", "/talks/de/")
    preview.output.rename(preview.output.with_name("moved"))
    assert find_file(preview.output, "/talks/", "/talks/de/") is None


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "", "127.0.0.1.evil.example", "[bad"])
def test_another_name_that_leads_here_is_refused(browser: Browser, host: str) -> None:
    answer = browser.ask("/talks/", host=host)
    assert answer.status == 421
    assert "page" not in answer.body.lower().replace("own name", "")


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8000", "192.168.1.5:8000", "dev.localhost"])
def test_names_of_this_machine_are_served(browser: Browser, host: str) -> None:
    assert browser.ask("/talks/", host=host).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_but_reading_is_answered(browser: Browser, method: str) -> None:
    assert browser.ask("/talks/", method=method).status == 501


def test_asking_for_the_head_only_gives_no_body(browser: Browser) -> None:
    answer = browser.ask("/talks/", method="HEAD")
    assert (answer.status, answer.body) == (200, "")
    assert int(answer.headers["content-length"]) > len(PAGE)


def test_a_problem_takes_the_place_of_every_page_until_it_is_mended(browser: Browser, preview: Preview) -> None:
    preview.show("<!doctype html><head></head><p>a problem</p>")
    for path in ("/talks/", "/talks/de/index.html", "/talks/nothing/"):
        answer = browser.ask(path)
        assert answer.status == 500
        assert "a problem" in answer.body
        assert "reload.js" in answer.body
    assert browser.ask("/talks/theme/style.css").status == 200
    preview.show(None)
    assert "Seite" in browser.ask("/talks/de/").body


def test_open_pages_are_told_of_each_new_version(browser: Browser, preview: Preview) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", browser.server.server_port, timeout=10)
    connection.request("GET", "/-/dragoman/events")
    response = connection.getresponse()
    assert response.headers["Content-Type"] == "text/event-stream"
    first = [response.readline().decode() for _ in range(3)]
    assert first == ["event: version\n", f"data: {preview.version}\n", "\n"]
    preview.show(None)
    second = [response.readline().decode() for _ in range(3)]
    assert second == ["event: version\n", f"data: {preview.version}\n", "\n"]
    assert second != first
    preview.close()
    assert response.read() == b""
    connection.close()


def test_a_port_that_is_taken_is_named_and_none_other_picked(browser: Browser, preview: Preview) -> None:
    port = browser.server.server_port
    with pytest.raises(DragomanError, match=f"port {port}: address already in use") as refusal:
        PreviewServer(preview, "127.0.0.1", port)
    assert f"--port {port + 1}" in refusal.value.hint


def test_without_a_page_for_it_what_is_missing_is_said_in_plain_text(browser: Browser, preview: Preview) -> None:
    (preview.output / "404.html").unlink()
    answer = browser.ask("/talks/nothing")
    assert (answer.status, answer.headers["content-type"]) == (404, "text/plain; charset=utf-8")
