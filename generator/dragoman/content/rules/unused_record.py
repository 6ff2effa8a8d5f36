"""unused-record: a person, an organisation, a place … that no other record mentions."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity

_KINDS = {
    "person": (Kind.PERSON,),
    "organisation": (Kind.ORGANISATION,),
    "place": (Kind.PLACE,),
    "place-or-term": (Kind.PLACE, Kind.TERM),
    "topic": (Kind.TOPIC,),
}
_JUDGED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.TOPIC, Kind.TERM)


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    if index.has_broken_files:
        return  # what they mention is not known
    mentioned = {
        (found.leaf.reference, found.value)
        for _, record, references in index.references
        for found in references
        if found.value != getattr(record, "id", None)
    }
    used: set[tuple[Kind, str]] = set()
    doubtful: set[Kind] = set()  # where there is a slip in an id, that record is meant
    for reference, value in mentioned:
        kinds = _KINDS.get(reference.kind) if reference else None
        if reference and kinds:
            used.update((kind, value) for kind in kinds)
            if not reference.or_plain and not any(index.has(kind, value) for kind in kinds):
                doubtful.update(kinds)
    for kind in _JUDGED:
        for identifier in index.records[kind] if kind not in doubtful else ():
            if (kind, identifier) not in used:
                finding = Finding(
                    path=(),
                    start=True,
                    message=f"no other record mentions this {kind.value}",
                    hint="mention it where it belongs, or remove the file; if it was renamed, see former_ids",
                )
                yield index.get_path(kind, identifier), finding


RULE = Rule(
    name="unused-record",
    group=Group.IDENTITY,
    severity=Severity.ADVICE,
    scope=Scope.SITE,
    sentence="Every person, organisation, place, topic and term is mentioned by another record.",
    check_site=_check,
)
