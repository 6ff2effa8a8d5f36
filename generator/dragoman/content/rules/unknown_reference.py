"""unknown-reference: an id that leads to no record, or to no part of its own event."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dragoman.content.calling import Calling
from dragoman.content.fields import Found
from dragoman.content.files import FOLDERS, Kind
from dragoman.content.identifiers import suggest_id
from dragoman.content.index import Index
from dragoman.content.near import find_near
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.states import find_state_by_name
from dragoman.diagnostics import Severity
from dragoman.model.event import UNKNOWN_PLACE, Account, Event, PersonParticipant
from dragoman.model.organisations import SIDE_KINDS
from dragoman.model.sides import find_side

_KINDS = {
    "event": (Kind.EVENT,),
    "person": (Kind.PERSON,),
    "organisation": (Kind.ORGANISATION,),
    "place": (Kind.PLACE,),
    "place-or-term": (Kind.PLACE, Kind.TERM),
    "topic": (Kind.TOPIC,),
}
#: The fields by which an event's own parts are named.
_OWN_REST_ON = {"source": ("sources",), "readout": ("readouts.id", "reactions.id")}


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    calling = Calling(index)
    for path, record, references in index.references:
        for found in references:
            finding = _judge(found, record, index, calling)
            if finding:
                yield path, finding
    for path, event in index.iter_events():
        for finding in (*_check_offices(event, index), *_check_sides(event, index)):
            yield path, finding


def _judge(found: Found, record: Any, index: Index, calling: Calling) -> Finding | None:
    reference = found.leaf.reference
    if reference is None or reference.or_plain:
        return None
    kinds = _KINDS.get(reference.kind)
    if kinds is None:
        known = _find_own(record, reference.kind)
        return None if found.value in known else _report_own(found, reference.kind, known)
    if found.value == UNKNOWN_PLACE and reference.kind == "place":
        return None
    if any(index.has(kind, found.value) for kind in kinds):
        return None
    return _report(found, kinds, index, calling)


def _find_own(event: Event, kind: str) -> tuple[str, ...]:
    """The source handles, or the ids of readouts, of the event itself."""
    if kind == "source":
        return tuple(event.sources)
    return tuple(readout.id for readout in (*event.readouts, *event.reactions) if isinstance(readout, Account))


def _report(found: Found, kinds: tuple[Kind, ...], index: Index, calling: Calling) -> Finding:
    what = " or ".join(kind.value for kind in kinds)
    near = (
        calling.find_by_name(found.value, kinds)
        or (find_state_by_name(found.value, index.settings.languages) if Kind.ORGANISATION in kinds else None)
        or _find_near(found.value, frozenset(identifier for kind in kinds for identifier in index.paths[kind]))
        or calling.find_by_word(found.value, kinds)
    )
    several = _split(found, lambda word: any(index.has(kind, word) for kind in kinds))
    if several:
        hint = several
    elif near:
        hint = f'did you mean "{near}"?'
    else:
        folder = next(folder for folder, kind in FOLDERS.items() if kind is kinds[0])
        new = suggest_id(found.value) or "its-name"
        hint = (
            f"write a record of it in content/{folder}/{new}.yaml"
            if kinds[0] is not Kind.EVENT
            else "write the id of an event, which is the name of its file"
        )
    return Finding(path=found.path, part=found.part, message=f'there is no {what} "{found.value}"', hint=hint)


@functools.lru_cache(maxsize=4096)
def _find_near(word: str, known: frozenset[str]) -> str | None:
    """The nearest id among those that begin alike or share a word, so that a thousand slips cost no minutes."""
    slug = suggest_id(word) or word.lower()
    words = set(slug.split("-"))
    return find_near(slug, sorted(one for one in known if one[:2] == slug[:2] or words & set(one.split("-"))), {})


def _split(found: Found, is_known: Callable[[str], bool]) -> str | None:
    """What to write where several ids of a list stand in one text."""
    words = re.split(r"\s*[,;/+&]\s*|\s+(?:and|und|-)\s+|\s+", found.value.strip("()[]{} "))
    if len(words) < 2 or not isinstance(found.path[-1], int) or not all(map(is_known, words)):
        return None
    return f"write [{', '.join(words)}], with a comma between them"


def _report_own(found: Found, kind: str, known: Iterable[str]) -> Finding:
    what = "source" if kind == "source" else "readout"
    near = find_near(found.value, known, {})
    choices = ", ".join(known) or "none yet"
    hint = f'did you mean "{near}"?' if near else f"the {what}s of this event are: {choices}"
    hint = _split(found, tuple(known).__contains__) or hint
    message = f'this event has no {what} "{found.value}"'
    return Finding(path=found.path, part=found.part, message=message, hint=hint, rests_on=_OWN_REST_ON[kind])


def _check_offices(event: Event, index: Index) -> Iterator[Finding]:
    """The office that is chosen for a participant must be one of that person's."""
    for number, participant in enumerate(event.participants):
        if not isinstance(participant, PersonParticipant) or not participant.office:
            continue
        person = index.people.get(participant.person)
        known = tuple(office.id for office in person.offices) if person else (participant.office,)
        if participant.office not in known:
            near = find_near(participant.office, known, {})
            hint = f'did you mean "{near}"?' if near else f"the offices are: {', '.join(known) or 'none yet'}"
            message = f'{participant.person} has no office "{participant.office}"'
            yield Finding(path=("participants", number, "office"), message=message, hint=hint)


def _check_sides(event: Event, index: Index) -> Iterator[Finding]:
    """A side is what stands at the top, such as a state: an office of it would make a pair of its own."""
    for number, participant in enumerate(event.participants):
        organisation = index.find_organisation(participant.side) if participant.side else None
        if organisation is None or organisation.kind in SIDE_KINDS:
            continue
        top = find_side(organisation, index.find_organisation)
        hint = f'write "{top.id}"' if top else "write the id of a state or an international organisation"
        message = f'"{organisation.id}" is {_describe_kind(organisation.kind)}, and a side is a state or the like'
        yield Finding(path=("participants", number, "side"), message=message, hint=hint)


def _describe_kind(kind: str) -> str:
    words = kind.replace("-", " ")
    return words if words in {"armed forces", "media"} else f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


RULE = Rule(
    name="unknown-reference",
    group=Group.REFERENCES,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence=(
        "Every id that is written leads to a record, or to a source, a readout or an office that is there; "
        "a side is the id of what can be one."
    ),
    check_site=_check,
)
