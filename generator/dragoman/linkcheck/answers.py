"""What comes back from the web, or why nothing does. Knows no network; ``network`` makes these, the rest reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

Method = Literal["HEAD", "GET"]
#: Why there was no answer.
Failure = Literal["no-such-host", "private", "timeout", "tls", "connection", "protocol"]


class NoAnswerError(Exception):
    """Nothing came back that is an answer; ``detail`` is a few words for people."""

    def __init__(self, failure: Failure, detail: str) -> None:
        super().__init__(detail)
        self.failure = failure
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``headers`` by their name in lower case, the last of several; ``body`` is decoded, at most what was wanted."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Ask(Protocol):
    """One request, no redirect followed; at most ``wanted`` bytes of the body. Raises NoAnswerError."""

    def __call__(self, method: Method, url: str, *, wanted: int = 0) -> Answer: ...
