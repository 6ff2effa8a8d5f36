"""Asks for one address and tells what became of it: HEAD first, GET where that does not settle it.

Knows HTTP's answers; how a request is made is ``network``'s, when one may be made is the caller's.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from dragoman.linkcheck.answers import Answer, Ask, Method, NoAnswerError
from dragoman.linkcheck.outcome import Outcome, Status, Traces
from dragoman.linkcheck.spelling import follow, is_front_page
from dragoman.linkcheck.titles import find_title

#: How much of a page is read for its title, in bytes.
_WANTED = 128 * 1024
_MOST_REDIRECTS = 8
_PERMANENT = frozenset({301, 308})
_TEMPORARY = frozenset({302, 303, 307})
_GONE = frozenset({404, 410})
_FORBIDDEN = frozenset({401, 402, 403, 405, 406, 407, 429, 451})
_BUSY = frozenset({429, 503})
_REASONS = {
    401: "it wants a password",
    402: "it wants to be paid",
    403: "it does not let programs in",
    404: "there is no such page",
    410: "the page has been removed for good",
    429: "it was asked too often",
    451: "it may not be shown for legal reasons",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrival:
    """The end of a chain of redirects; ``moved_to`` is the new address, where the first of them were permanent."""

    url: str
    answer: Answer
    moved_to: str


class _LostError(Exception):
    """A chain of redirects without a proper end."""


def probe(url: str, ask: Ask, *, before: Traces, now: dt.datetime) -> Outcome:
    """What became of a spelled address. ``before`` are the traces of the page when it was seen last (empty: never)."""
    try:
        arrival = _travel("HEAD", url, ask)
        if _is_told_to_wait(arrival.answer, now):
            return _judge(url, arrival, before, now)
        if arrival.answer.status >= 300 or _needs_reading(arrival.answer, before):
            arrival = _travel("GET", url, ask)
    except NoAnswerError as error:
        status = Status.DEAD if error.failure == "no-such-host" else Status.UNREACHABLE
        return Outcome(status=status, detail=error.detail)
    except _LostError as lost:
        return Outcome(status=Status.UNREACHABLE, detail=str(lost))
    return _judge(url, arrival, before, now)


def _is_told_to_wait(answer: Answer, now: dt.datetime) -> bool:
    return answer.status in _BUSY and _read_wait(answer, now) > 0


def _needs_reading(answer: Answer, before: Traces) -> bool:
    """Whether the page has to be read to be known again: not if its validators are those of the last time."""
    seen = _trace(answer)
    if not _is_html(seen.type):
        return False
    is_same = (seen.etag and seen.etag == before.etag) or (seen.modified and seen.modified == before.modified)
    return not (is_same and before.title)


def _travel(method: Method, url: str, ask: Ask) -> _Arrival:
    here, moved_to, only_permanent = url, "", True
    seen = {url}
    for _ in range(_MOST_REDIRECTS + 1):
        answer = ask(method, here, wanted=_WANTED)
        location = answer.headers.get("location", "")
        if answer.status not in _PERMANENT | _TEMPORARY or not location:
            return _Arrival(url=here, answer=answer, moved_to=moved_to)
        try:
            here = follow(here, location)
        except ValueError:
            raise _LostError("it redirects to something that is not an address of the web") from None
        if here in seen:
            raise _LostError("it redirects in a circle")
        seen.add(here)
        only_permanent = only_permanent and answer.status in _PERMANENT
        moved_to = here if only_permanent else moved_to
    raise _LostError(f"it redirects more than {_MOST_REDIRECTS} times")


def _judge(url: str, arrival: _Arrival, before: Traces, now: dt.datetime) -> Outcome:
    answer = arrival.answer
    if 200 <= answer.status < 300:
        return _compare(url, arrival, before)
    detail = f"{answer.status}: {_REASONS.get(answer.status, 'it has a fault or is overloaded')}"
    if arrival.url != url:
        detail += f" (after being sent on to {arrival.url})"
    if answer.status in _GONE:
        return Outcome(status=Status.DEAD, detail=detail)
    wait = _read_wait(answer, now) if answer.status in _BUSY else 0
    if answer.status in _FORBIDDEN:
        return Outcome(status=Status.REFUSED, detail=detail, wait=wait)
    return Outcome(status=Status.UNREACHABLE, detail=detail, wait=wait)


def _compare(url: str, arrival: _Arrival, before: Traces) -> Outcome:
    traces = _trace(arrival.answer)
    if not traces.title and arrival.answer.body == b"":  # it was not read, since it has the validators it had
        traces = Traces(
            etag=traces.etag, modified=traces.modified, type=traces.type, length=traces.length, title=before.title
        )
    change = _find_change(before, traces)
    if is_front_page(arrival.url) and not is_front_page(url):
        change = f"it leads to the front page {arrival.url} now, so the page itself is probably gone"
    if change:
        return Outcome(status=Status.CHANGED, detail=change, traces=traces)
    if arrival.moved_to:
        return Outcome(
            status=Status.MOVED, detail="it has a new address for good", target=arrival.moved_to, traces=traces
        )
    return Outcome(status=Status.OK, traces=traces)


def _find_change(before: Traces, after: Traces) -> str:
    """What tells that another thing stands there, in words; empty where nothing does.

    A page of HTML is another if its title is: validators of pages made on the fly change with every request. A
    document is another if all that is known of it is.
    """
    if before == Traces():
        return ""
    if _is_html(before.type) != _is_html(after.type):
        return f"it was {before.type or 'of no type'} and is {after.type or 'of no type'} now"
    if _is_html(after.type):
        if before.title and after.title and before.title != after.title:
            return f"its title was “{before.title}” and is “{after.title}” now"
        return ""
    pairs = [(before.etag, after.etag), (before.modified, after.modified), (before.length, after.length)]
    known = [(old, new) for old, new in pairs if old and new]
    return "it is another document than at the last time" if known and all(a != b for a, b in known) else ""


def _trace(answer: Answer) -> Traces:
    content_type = answer.headers.get("content-type", "")
    return Traces(
        etag=answer.headers.get("etag", "")[:200],
        modified=answer.headers.get("last-modified", "")[:100],
        type=content_type.partition(";")[0].strip().lower()[:100],
        length=answer.headers.get("content-length", "")[:20],
        title=find_title(answer.body, content_type) if answer.body else "",
    )


def _is_html(media_type: str) -> bool:
    return media_type in {"text/html", "application/xhtml+xml"}


def _read_wait(answer: Answer, now: dt.datetime) -> float:
    """Seconds from Retry-After, which is a number or a date (RFC 9110, 10.2.3); 0 where it is neither."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return 0
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - now).total_seconds())
