"""What a reviewer is told of each record that was added, removed, renamed or changed, in terms of its meaning."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.content.files import Kind, Loaded
from dragoman.diagnostics import Diagnostic
from dragoman.history import History
from dragoman.model.event import Event
from dragoman.model.records import Record
from dragoman.model.text import Localized
from dragoman.model.translations import Judged, Standing, judge_translations
from dragoman.reviewing.describing import describe, describe_event
from dragoman.reviewing.differences import Difference, find_differences
from dragoman.reviewing.states import State, read_states


class Nature(enum.Enum):
    """What happened to a record."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lagging:
    """A translation that has not followed its original: known by its stamp, or seen to be untouched."""

    language: str
    name: str
    is_stamped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReview:
    """One record. ``former_id`` is empty unless it was renamed; ``facts`` says of an added one what it is.

    ``differences`` may be empty for one that was renamed, or whose stamps alone have changed.
    """

    kind: Kind
    id: str
    path: str
    title: str
    nature: Nature
    former_id: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    differences: tuple[Difference, ...] = ()
    lagging: tuple[Lagging, ...] = ()
    restamped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything between a commit and now. ``unread_then`` and ``unread_now`` are files that could not be compared."""

    commit: str
    records: tuple[RecordReview, ...]
    unread_then: tuple[Diagnostic, ...]
    unread_now: tuple[Diagnostic, ...]


def review(history: History, commit: str, present: Loaded) -> Review:
    """Compare a commit with the present files. Raises DragomanError where git refuses."""
    before, after = read_states(history, commit, present)
    return Review(
        commit=commit,
        records=tuple(sorted(_iter_reviews(before, after), key=lambda record: (record.path, record.nature.value))),
        unread_then=tuple(before.unread.values()),
        unread_now=tuple(after.unread.values()),
    )


def _iter_reviews(before: State, after: State) -> Iterator[RecordReview]:
    former = _find_renamed(before, after)
    for key, record in after.records.items():
        old_key = key if key in before.paths else former.get(key)
        if old_key is None:
            yield _review_added(key, record, after)
        elif old_key in before.records:
            found = _review_changed(old_key, key, before.records[old_key], record, after)
            if found:
                yield found
    known = {*after.paths, *former.values()}
    for key, record in before.records.items():
        if key not in known:
            yield RecordReview(
                kind=key[0],
                id=key[1],
                path=before.paths[key],
                title=_get_title(record, before),
                nature=Nature.REMOVED,
            )


def _find_renamed(before: State, after: State) -> Mapping[tuple[Kind, str], tuple[Kind, str]]:
    """New keys and the former ones, of records that name as a former id one that is gone."""
    return {
        key: (key[0], former)
        for key, record in after.records.items()
        if isinstance(record, Record) and key not in before.paths
        for former in record.former_ids
        if (key[0], former) in before.paths and (key[0], former) not in after.paths
    }


def _review_added(key: tuple[Kind, str], record: Any, after: State) -> RecordReview:
    kind, identifier = key
    facts = describe_event(record, _get_default(after)) if isinstance(record, Event) else ()
    return RecordReview(
        kind=kind,
        id=identifier,
        path=after.paths[key],
        title=_get_title(record, after),
        nature=Nature.ADDED,
        facts=facts,
    )


def _review_changed(
    old_key: tuple[Kind, str], key: tuple[Kind, str], old: Any, new: Any, after: State
) -> RecordReview | None:
    """None where the files differ in writing alone."""
    renamed = old_key != key
    differences = find_differences(old, new, _get_default(after))
    lagging = tuple(_iter_lagging(old, new, after)) if isinstance(new, Record) else ()
    restamped = _find_restamped(old, new) if isinstance(new, Record) else ()
    if not differences and not lagging and not restamped and not renamed:
        return None
    return RecordReview(
        kind=key[0],
        id=key[1],
        path=after.paths[key],
        title=_get_title(new, after),
        nature=Nature.RENAMED if renamed else Nature.CHANGED,
        former_id=old_key[1] if renamed else "",
        differences=differences,
        lagging=lagging,
        restamped=restamped,
    )


def _iter_lagging(old: Record, new: Record, after: State) -> Iterator[Lagging]:
    """Translations that were not stale and are now, and unstamped ones left as they were beside a new original."""
    default = _get_default(after)
    for language in after.settings.languages:
        before = judge_translations(old, language, default)
        stale = {judged.text.name for judged in before if judged.standing is Standing.STALE}
        followed = _collect_pairs(before)
        for judged in judge_translations(new, language, default):
            name = judged.text.name
            if judged.standing is Standing.STALE and name not in stale:
                yield Lagging(language=language, name=name, is_stamped=True)
            elif judged.standing is Standing.UNSTAMPED and _is_left_behind(judged, followed):
                yield Lagging(language=language, name=name, is_stamped=False)


def _collect_pairs(judged: tuple[Judged, ...]) -> Mapping[str, frozenset[str]]:
    """By translation the originals it had. (By its text, since items of lists change their numbers.)"""
    pairs: dict[str, set[str]] = {}
    for one in judged:
        original, translation = one.text.value.find(one.from_), one.text.value.find(one.language)
        if original is not None and translation is not None:
            pairs.setdefault(translation, set()).add(original)
    return {translation: frozenset(originals) for translation, originals in pairs.items()}


def _is_left_behind(judged: Judged, followed: Mapping[str, frozenset[str]]) -> bool:
    originals = followed.get(judged.text.value.find(judged.language) or "")
    return originals is not None and judged.text.value.find(judged.from_) not in originals


def _find_restamped(old: Record, new: Record) -> tuple[str, ...]:
    """The languages whose stamps, language of origin or method were changed."""
    return tuple(
        language
        for language in dict.fromkeys((*new.translations, *old.translations))
        if new.translations.get(language) != old.translations.get(language)
    )


def _get_default(state: State) -> str:
    return state.settings.languages[0] if state.settings.languages else "en"


def _get_title(record: Any, state: State) -> str:
    named = getattr(record, "title", None) or getattr(record, "name", None)
    return describe(named, _get_default(state)) if isinstance(named, Localized) else ""
