"""The list of exceptions: addresses about which an editor has decided, what is accepted, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dragoman.errors import DragomanError
from dragoman.linkcheck.outcome import Outcome, Status
from dragoman.linkcheck.spelling import spell

_WORDS = {status.value: status for status in Status if status is not Status.OK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Excepted:
    """One line. ``address`` is spelled; ``is_beginning``: all that begin so are meant (written with ``*`` at the end).

    ``line`` counts from 1; ``text`` is the line as it is written.
    """

    address: str
    is_beginning: bool
    status: Status
    reason: str
    line: int
    text: str

    def covers(self, url: str) -> bool:
        """Whether a spelled address is meant."""
        return url.startswith(self.address) if self.is_beginning else url == self.address


def read_exceptions(name: str, content: bytes) -> tuple[Excepted, ...]:
    """The lines of a list: ``address outcome reason``. Raises DragomanError for a line that is not one."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DragomanError(f"{name} is not UTF-8", hint="save it again as UTF-8") from None
    return tuple(
        _read_line(name, number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    )


def _read_line(name: str, number: int, line: str) -> Excepted:
    address, word, reason = [*line.split(maxsplit=2), "", ""][:3]
    try:
        spelled = spell(address.removesuffix("*"))
    except ValueError:
        raise DragomanError(f"{name}:{number}: a line begins with an address", hint=_EXAMPLE) from None
    if word not in _WORDS:
        known = ", ".join(_WORDS)
        raise DragomanError(f'{name}:{number}: "{word}" is not an outcome; they are {known}', hint=_EXAMPLE)
    if not reason.strip():
        raise DragomanError(f"{name}:{number}: an exception needs a reason", hint=_EXAMPLE)
    return Excepted(
        address=spelled,
        is_beginning=address.endswith("*"),
        status=_WORDS[word],
        reason=reason.strip(),
        line=number,
        text=line,
    )


_EXAMPLE = "for example: https://example.org/old dead the page is cited for its title only"


def is_excepted(exceptions: tuple[Excepted, ...], url: str, outcome: Outcome) -> bool:
    """Whether an exception accepts this outcome of a spelled address."""
    return any(one.status is outcome.status and one.covers(url) for one in exceptions)


def find_unneeded(
    exceptions: tuple[Excepted, ...], outcomes: Mapping[str, Outcome], unasked: Collection[str]
) -> tuple[Excepted, ...]:
    """The exceptions that accept nothing any more; one whose address was not asked for this time is left alone."""
    return tuple(
        one
        for one in exceptions
        if not any(one.covers(url) for url in unasked)
        and not any(one.covers(url) and outcome.status is one.status for url, outcome in outcomes.items())
    )
