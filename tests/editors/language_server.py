"""Talks to yaml-language-server as an editor does: over its standard input and output, in JSON-RPC."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Self

SECONDS = 60


class LanguageServer:
    """A running server; a context manager. ``settings`` are what stands in VS Code's settings.json."""

    def __init__(self, program: Path, folder: Path, settings: Mapping[str, Any]) -> None:
        self._process = subprocess.Popen(
            ("node", program, "--stdio"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdin and self._process.stdout
        self._input: IO[bytes] = self._process.stdin
        self._output: IO[bytes] = self._process.stdout
        self._folder = folder
        self._settings = settings
        self._count = 0
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self._diagnostics: dict[str, queue.Queue[list[dict[str, Any]]]] = {}
        self._reader = threading.Thread(target=self._read_all, daemon=True)

    def __enter__(self) -> Self:
        self._reader.start()
        root = self._folder.as_uri()
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "site"}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {}})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(SECONDS)
        self._reader.join(SECONDS)
        self._input.close()
        self._output.close()

    def open(self, path: str, text: str) -> list[str]:
        """Open a file that has not been opened before; what the server has to say about it."""
        uri = (self._folder / path).as_uri()
        assert uri not in self._diagnostics
        self._diagnostics[uri] = queue.Queue()
        self._tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}},
        )
        return [finding["message"] for finding in self._diagnostics[uri].get(timeout=SECONDS)]

    def complete(self, path: str, line: int, column: int) -> dict[str, dict[str, Any]]:
        """What the server offers at a place (counted from 0), by label."""
        answer = self._ask("textDocument/completion", self._place(path, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: item for item in items}

    def hover(self, path: str, line: int, column: int) -> str:
        """What the server tells about a place."""
        answer = self._ask("textDocument/hover", self._place(path, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def _place(self, path: str, line: int, column: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": (self._folder / path).as_uri()},
            "position": {"line": line, "character": column},
        }

    def _ask(self, method: str, parameters: Mapping[str, Any]) -> Any:
        self._count += 1
        self._send({"id": self._count, "method": method, "params": parameters})
        answer = self._answers.get(timeout=SECONDS)
        assert answer["id"] == self._count
        assert "error" not in answer, answer
        return answer["result"]

    def _tell(self, method: str, parameters: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._input.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._input.flush()

    def _read_all(self) -> None:
        while True:
            length = 0
            while (line := self._output.readline().strip()) != b"":
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                return
            self._receive(json.loads(self._output.read(length)))

    def _receive(self, message: dict[str, Any]) -> None:
        match message:
            case {"method": "workspace/configuration", "id": number, "params": {"items": items}}:
                self._send({"id": number, "result": [self._configure(item["section"]) for item in items]})
            case {"method": "textDocument/publishDiagnostics", "params": {"uri": uri, "diagnostics": found}}:
                if uri in self._diagnostics:
                    self._diagnostics[uri].put(found)
            case {"method": _, "id": number}:
                self._send({"id": number, "result": None})
            case {"id": _}:
                self._answers.put(message)
            case _:
                pass

    def _configure(self, section: str) -> dict[str, Any]:
        """A section of the settings, ``a.b.c`` being a path into objects."""
        configured: dict[str, Any] = {}
        for name, value in self._settings.items():
            first, *rest = name.split(".")
            if first != section or not rest:
                continue
            inner = configured
            for step in rest[:-1]:
                inner = inner.setdefault(step, {})
            inner[rest[-1]] = value
        return configured
