"""What a command said when it was last asked the same, of files that have not changed since.

Knows neither commands nor content. Imported before every command: it decides whether anything else need be.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Sequence

from dragoman.cache.folder import make_digest, read_sealed, switch_off, write_sealed
from dragoman.cache.program import add_program, list_circumstances
from dragoman.cache.stamps import TICK, Stamps, Unstampable

#: By this option, nothing is remembered and nothing recalled.
OPTION = "--no-cache"
_FORMAT = "1"
#: Stands in what is told for the seconds that it took.
SECONDS = "\0"
_FOR_EVER = 2**40


class Answer:
    """What a command did: its exit code, what it wrote, and what it told a person at a terminal."""

    __slots__ = ("code", "error", "output", "told")

    def __init__(self, *, code: int, output: str = "", error: str = "", told: str = "") -> None:
        self.code, self.output, self.error, self.told = code, output, error, told


class Inputs:
    """What an answer depends on: files and folders, and of a folder that was published, the files in it.

    ``until`` is when it stops to hold whatever the files say, in seconds since 1970; None: never.
    """

    __slots__ = ("paths", "published", "root", "until")

    def __init__(
        self, paths: Iterable[str], *, root: str = "", published: Iterable[str] = (), until: float | None = None
    ) -> None:
        self.paths, self.root, self.published = [*paths], root, [*published]
        self.until = _FOR_EVER if until is None else until

    def stamp(self, circumstances: Iterable[str]) -> Stamps:
        """The stamps of all of it, and of the program. Raises Unstampable."""
        stamps = Stamps()
        stamps.add_facts(*circumstances)
        add_program(stamps)
        stamps.add_trees(self.paths)
        stamps.add_published(self.root, self.published)
        return stamps


class Question:
    """One call of the command: its arguments, where it was made, and when. Only what was looked for is remembered."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.began_ns = time.time_ns()
        self._circumstances: list[str] | None = None
        asked = (_FORMAT, os.getcwd(), str(sys.stdout.isatty()), str(sys.stderr.isatty()), *arguments)  # noqa: PTH109 - light
        self._name = f"answer-{make_digest(*(part.encode('utf-8', 'surrogateescape') for part in asked))}"
        self._is_new = OPTION in arguments
        if self._is_new:
            switch_off()

    def recall(self) -> Answer | None:
        """What was answered before; None where that does not hold any more, or was not remembered."""
        if self._is_new:
            return None
        self._circumstances = list_circumstances()
        content = read_sealed(self._name)
        if content is None:
            return None
        import json  # noqa: PLC0415 - the help need not wait for it

        try:
            paths, root, published, since, until, digest, *said = json.loads(content)
            inputs = Inputs(paths, root=root, published=published)
            if not since <= self.began_ns / 1e9 < until or inputs.stamp(self._circumstances).digest != digest:
                return None
            code, output, error, told = said
        except (ValueError, TypeError, Unstampable):
            return None
        seconds = (time.time_ns() - self.began_ns) / 1e9
        return Answer(code=code, output=output, error=error, told=told.replace(SECONDS, f"{seconds:.1f}"))

    def remember(self, answer: Answer, inputs: Inputs) -> None:
        """Keep an answer, if nothing that it depends on was changed shortly before the command began, or since."""
        if self._circumstances is None:
            return
        try:
            stamps = inputs.stamp(self._circumstances)
        except Unstampable:
            return
        if stamps.latest < self.began_ns - TICK:
            import json  # noqa: PLC0415 - as above

            said = (answer.code, answer.output, answer.error, answer.told)
            since = self.began_ns / 1e9
            kept = (inputs.paths, inputs.root, inputs.published, since, inputs.until, stamps.digest, *said)
            write_sealed(self._name, json.dumps(kept).encode())
