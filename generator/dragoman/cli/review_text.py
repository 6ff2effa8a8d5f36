"""Shows a review on a terminal: a paragraph for each record, a line for each difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dragoman.cli.report import make_harmless
from dragoman.cli.word_diff import render_words
from dragoman.diagnostics import Diagnostic
from dragoman.reviewing.differences import Added, Difference, Removed, TextChanged, ValueChanged, Where
from dragoman.reviewing.review import Nature, RecordReview, Review

_COLOURS = {Nature.ADDED: "32", Nature.CHANGED: "33", Nature.RENAMED: "36", Nature.REMOVED: "31"}


def render_review(review: Review, *, colour: bool = False) -> str:
    """The whole review; of nothing, one sentence."""
    paragraphs = [
        *("".join(f"{line}\n" for line in _render_record(record, colour=colour)) for record in review.records),
        "".join(f"{line}\n" for line in iter_unread(review)),
        f"{summarise_review(review)}\n",
    ]
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def summarise_review(review: Review) -> str:
    """``1 record added, 2 changed``, or that nothing was."""
    counts = Counter(record.nature for record in review.records)
    numbers = [f"{counts[nature]:,} {nature.value}" for nature in Nature if counts[nature]]
    if not numbers:
        return f"Nothing has changed in meaning since {review.commit[:12]}."
    return f"Since {review.commit[:12]}: {', '.join(numbers)}."


def iter_unread(review: Review) -> Iterator[str]:
    """A sentence for each file that could not be compared."""
    for when, findings in (("then", review.unread_then), ("now", review.unread_now)):
        for finding in findings:
            yield f"not compared, because it could not be read {when}: {_show_place(finding)}: {finding.message}"


def show_where(where: Where) -> str:
    """``readout us-state › point 3``."""
    return make_harmless(" › ".join(where))


def show_stamps(record: RecordReview) -> Iterator[str]:
    """What is to be said of a record's translations."""
    for is_stamped, words in ((True, "translation gone stale"), (False, "original changed, translation not")):
        found = [one for one in record.lagging if one.is_stamped is is_stamped]
        for language in dict.fromkeys(one.language for one in found):
            names = ", ".join(one.name for one in found if one.language == language)
            yield f"{words} ({language}): {names}"
    if record.restamped:
        yield f"translations accepted anew: {', '.join(record.restamped)}"


def _show_place(finding: Diagnostic) -> str:
    return f"{finding.location.path}:{finding.location.line}"


def _render_record(record: RecordReview, *, colour: bool) -> Iterator[str]:
    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    former = f" from {record.former_id}" if record.former_id else ""
    nature = paint(f"{record.nature.value}{former}", _COLOURS[record.nature])
    yield f"{paint(make_harmless(record.path), '1')}: {nature}"
    if record.title:
        yield f"  {make_harmless(record.title)}"
    if record.nature is Nature.REMOVED:
        yield "    its address leads nowhere from now on: a record that replaces it should name it in former_ids"
    for label, text in record.facts:
        yield f"    {label}: {make_harmless(text)}"
    for difference in record.differences:
        yield f"    {_render(difference, colour=colour)}"
    for line in show_stamps(record):
        yield f"    {make_harmless(line)}"


def _render(difference: Difference, *, colour: bool) -> str:
    where = show_where(difference.where)
    match difference:
        case TextChanged():
            return f"{where} ({difference.language}): {render_words(difference.pieces, colour=colour)}"
        case ValueChanged():
            return f"{where}: {make_harmless(difference.before)} → {make_harmless(difference.after)}"
        case Added() | Removed():
            sign = "added" if isinstance(difference, Added) else "removed"
            language = f" ({difference.language})" if difference.language else ""
            return f"{where}{language} {sign}: {make_harmless(' '.join(difference.what.split()))}"
