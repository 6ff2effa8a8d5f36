"""Shows how translations stand: to a person, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from dragoman.cli.report import make_harmless
from dragoman.cli.word_diff import render_words
from dragoman.i18n.names import language_name
from dragoman.model.translations import Standing
from dragoman.model.word_changes import compare_words
from dragoman.translating.entries import Entry

#: In the order in which they ask for work.
_ORDER = (Standing.STALE, Standing.MISSING, Standing.UNSTAMPED, Standing.CURRENT)
_WORDS = {
    Standing.STALE: "the original has changed since",
    Standing.MISSING: "no translation",
    Standing.UNSTAMPED: "nobody has said from which text it was made",
}
_ELLIPSIS_AFTER = 100


def render_standing(
    languages: Mapping[str, Sequence[Entry]],
    earlier: Mapping[str, str],
    *,
    shown: frozenset[Standing],
    colour: bool = False,
) -> str:
    """For each language the counts, then the texts whose standing is ``shown``, by record; stale ones as a diff."""
    return "\n".join(
        "".join(f"{line}\n" for line in _render_language(language, entries, earlier, shown, colour=colour))
        for language, entries in languages.items()
    )


def _render_language(
    language: str, entries: Sequence[Entry], earlier: Mapping[str, str], shown: frozenset[Standing], *, colour: bool
) -> Iterator[str]:
    counts = Counter(entry.standing for entry in entries)
    numbers = ", ".join(f"{counts[standing]:,} {standing.value}" for standing in _ORDER)
    yield f"{language_name(language, 'en')} ({language}): {numbers}"
    for standing in _ORDER:
        found = [entry for entry in entries if entry.standing is standing]
        if standing not in shown or not found:
            continue
        yield f"  {standing.value}: {_WORDS[standing]}"
        for path, group in groupby(found, key=lambda entry: entry.path):
            if standing is Standing.STALE:
                yield f"    {make_harmless(path)}"
                for entry in group:
                    yield from _render_stale(entry, earlier.get(entry.key), colour=colour)
            else:
                yield f"    {make_harmless(path)}: {', '.join(make_harmless(entry.name) for entry in group)}"


def _render_stale(entry: Entry, earlier: str | None, *, colour: bool) -> Iterator[str]:
    yield f"      {make_harmless(entry.name)}"
    original = entry.original or ""
    if earlier is None:
        yield f"        {entry.judged.from_} now: {_shorten(original)}"
    else:
        yield f"        {entry.judged.from_}: {render_words(compare_words(earlier, original), colour=colour)}"
    yield f"        {entry.judged.language}: {_shorten(entry.translation or '')}"


def _shorten(text: str) -> str:
    line = make_harmless(" ".join(text.split()))
    return line if len(line) <= _ELLIPSIS_AFTER else f"{line[:_ELLIPSIS_AFTER].rstrip()}…"


def render_standing_json(
    languages: Mapping[str, Sequence[Entry]], earlier: Mapping[str, str], *, shown: frozenset[Standing]
) -> str:
    """One object: language → ``counts`` by standing, and ``texts``, those whose standing is ``shown``."""
    return json.dumps(
        {
            language: {
                "counts": {standing.value: sum(entry.standing is standing for entry in entries) for standing in _ORDER},
                "texts": list(_iter_objects(entries, earlier, shown)),
            }
            for language, entries in languages.items()
        },
        ensure_ascii=False,
        indent=1,
    )


def _iter_objects(
    entries: Iterable[Entry], earlier: Mapping[str, str], shown: frozenset[Standing]
) -> Iterator[dict[str, Any]]:
    for entry in entries:
        if entry.standing in shown:
            yield {
                "path": entry.path,
                "kind": entry.kind.value,
                "id": entry.id,
                "field": entry.name,
                "standing": entry.standing.value,
                "from": entry.judged.from_,
                "original": entry.original,
                "earlier_original": earlier.get(entry.key),
                "translation": entry.translation,
            }
