"""Readers who ask a web server for pages while builds replace them: no answer is torn, and none is missing."""

from __future__ import annotations

import http.client
import http.server
import json
import os
import random
import signal
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.campaigns.builds import Tree, make_bench, new_files, old_files, quick_builds, wait_for

_ROUND = 50  # requests between two looks at whether it is over


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What readers got: the number of their requests and of the builds meanwhile; paths torn and paths missing."""

    requests: int
    builds: int
    torn: tuple[str, ...]
    missing: tuple[str, ...]


def ask_during_builds(folder: Path, requests: int, builds: int, *, swap: bool = True) -> Asked:
    """Ask for so many pages at least, while a site changes so often at least; file by file if it may not ``swap``."""
    with quick_builds():
        states = [(files, make_bench(folder / name, files).build_here()) for name, files in _STATES.items()]
        bench = make_bench(folder / "asked", swap=swap)
        bench.build()
        (folder / "goes-on").touch()
        server, port = _serve(bench.site.output)
        reader = _read(port, states, folder, requests)
        done = 0
        while done < builds or not _has_enough(folder):
            files, _ = states[(done + 1) % 2]
            bench.write(files)
            bench.build()
            done += 1
        (folder / "goes-on").unlink()
        assert wait_for(reader) == 0
        os.kill(server, signal.SIGKILL)
        wait_for(server)
    said = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    return Asked(requests=said["requests"], builds=done, torn=tuple(said["torn"]), missing=tuple(said["missing"]))


_STATES = {"old": old_files(), "new": new_files()}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_arguments: Any) -> None:
        pass


def _serve(output: Path) -> tuple[int, int]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(output)))
    child = os.fork()
    if child == 0:
        try:
            server.serve_forever()
        finally:
            os._exit(1)
    server.socket.close()
    return child, server.server_address[1]


def _read(port: int, states: list[tuple[dict[str, str], Tree]], folder: Path, requests: int) -> int:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _ask(port, [tree for _, tree in states], folder, requests)
            code = 0
        finally:
            os._exit(code)
    return child


def _ask(port: int, trees: list[Tree], folder: Path, requests: int) -> None:
    chance = random.Random(port)
    paths = [path for path in sorted({*trees[0], *trees[1]}) if not path.startswith(".dragoman-")]
    connection = http.client.HTTPConnection("127.0.0.1", port)
    torn, missing, count = [], [], 0
    while count < requests or (folder / "goes-on").exists():
        for path in chance.choices(paths, k=_ROUND):
            connection.request("GET", f"/{quote(path)}")
            answer = connection.getresponse()
            content = answer.read()
            right = [tree.get(path) for tree in trees]
            if answer.status != http.HTTPStatus.OK:
                missing += [path] if None not in right else []
            elif content not in right:
                torn.append(path)
        count += _ROUND
        if count >= requests:
            (folder / "enough").touch()
    written = json.dumps({"requests": count, "torn": torn, "missing": missing})
    (folder / "answers.json").write_text(written, encoding="utf-8")


def _has_enough(folder: Path) -> bool:
    return (folder / "enough").exists()
