"""Shows a review as Markdown, to be posted below a pull request on GitHub or GitLab.

Whatever comes out of the content is escaped: it can be no markup, no link, and calls nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from dragoman.cli.report import make_harmless
from dragoman.cli.review_text import iter_unread, show_stamps, show_where, summarise_review
from dragoman.cli.word_diff import CONTEXT, crop
from dragoman.content.files import Kind
from dragoman.reviewing.differences import Added, Difference, Removed, TextChanged, ValueChanged
from dragoman.reviewing.review import Nature, RecordReview, Review

#: More lines than this about one record are folded away.
_MANY = 8
#: GitHub takes no comment of more than 65,536 characters.
LONGEST = 60_000
_HEADINGS = {Nature.ADDED: "Added", Nature.CHANGED: "Changed", Nature.RENAMED: "Renamed", Nature.REMOVED: "Removed"}
_ORDER = tuple(_HEADINGS)
_KINDS = (Kind.EVENT, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.TOPIC, Kind.TERM, Kind.SITE, Kind.COVERAGE)
#: What means anything within a line; and the beginnings of addresses, of which GitHub makes links.
_MARKUP = re.compile(r"[\\`*_{}\[\]#|~$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def render_review_markdown(review: Review, *, longest: int = LONGEST) -> str:
    """The review under headings, events first; what would make it too long is counted instead."""
    parts = [f"**{escape(summarise_review(review))}**\n"]
    left = longest - len(parts[0]) - 200
    ordered = sorted(review.records, key=lambda record: (_ORDER.index(record.nature), _KINDS.index(record.kind)))
    left_out = 0
    for nature, group in groupby(ordered, key=lambda record: record.nature):
        heading = f"\n### {_HEADINGS[nature]}\n"
        for record in group:
            text = heading + "".join(f"{line}\n" for line in _render_record(record))
            if len(text) > left:
                left_out += 1
                continue
            parts.append(text)
            left -= len(text)
            heading = ""
    if left_out:
        parts.append(f"\n… and {left_out:,} more records, which would make this too long.\n")
    unread = [f"- {escape(line)}\n" for line in iter_unread(review)]
    if unread:
        parts += ["\n### Not compared\n\n", *unread[:50]]
    return "".join(parts)


def escape(text: str) -> str:
    """Any text as Markdown that shows exactly it, on one line; ``@names`` call nobody."""
    line = make_harmless(" ".join(text.split()))
    line = re.sub("[&<>]", lambda found: _ENTITIES[found[0]], line)
    return _MARKUP.sub(r"\\\g<0>", line).replace("@", "@<!-- -->")


def _render_record(record: RecordReview) -> Iterator[str]:
    lines = list(_iter_lines(record))
    head = _render_head(record)
    if len(lines) <= _MANY:
        yield f"\n{head}\n"
        yield from lines
        return
    yield f"\n<details><summary>{head} ({len(lines)} changes)</summary>\n"
    yield from lines
    yield "\n</details>"


def _render_head(record: RecordReview) -> str:
    """In HTML's own tags, since Markdown is not read within a summary."""
    title = f": {escape_html(record.title)}" if record.title else ""
    former = f" (formerly {escape_html(record.former_id)})" if record.former_id else ""
    return f"<b>{escape_html(record.kind.value)} {escape_html(record.id)}</b>{former}{title}"


def escape_html(text: str) -> str:
    """Any text within HTML in Markdown: what Markdown might read all the same is written as a character reference."""
    line = make_harmless(" ".join(text.split()))
    escaped = re.sub("[&<>]", lambda found: _ENTITIES[found[0]], line)
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", escaped).replace("@", "@<!-- -->")


def _iter_lines(record: RecordReview) -> Iterator[str]:
    if record.nature is Nature.REMOVED:
        yield "- Its address leads nowhere from now on: a record that replaces it should name it in `former_ids`."
    for label, text in record.facts:
        yield f"- {escape(label)}: {escape(text)}"
    for difference in record.differences:
        yield f"- {_render(difference)}"
    for line in show_stamps(record):
        yield f"- ⚠ {escape(line)}"


def _render(difference: Difference) -> str:
    where = f"**{escape(show_where(difference.where))}**"
    match difference:
        case TextChanged():
            words = "".join(
                escape_run(text) if piece.is_shared else _mark(piece.removed, "del") + _mark(piece.added, "ins")
                for piece, text in crop(difference.pieces, CONTEXT)
            )
            return f"{where} ({escape(difference.language)}): {words.strip()}"
        case ValueChanged():
            return f"{where}: {escape(difference.before)} → {escape(difference.after)}"
        case Added() | Removed():
            tag = "ins" if isinstance(difference, Added) else "del"
            language = f" ({escape(difference.language)})" if difference.language else ""
            return f"{where}{language}: {_mark(difference.what, tag)}"


def escape_run(text: str) -> str:
    """A stretch within a line: as ``escape``, but the blanks at its ends stay."""
    start = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() and text.strip() else ""
    return f"{start}{escape(text)}{end}"


def _mark(text: str, tag: str) -> str:
    return f"<{tag}>{escape_run(text)}</{tag}>" if text else ""
