"""Which ids a site has, for completing and checking references in an editor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.content.files import FOLDERS, Kind
from dragoman.content.index import Index
from dragoman.i18n.names import territory_codes

#: What the model calls the kind of a reference, and the kinds of record that it may lead to.
REFERENCES: Mapping[str, tuple[Kind, ...]] = {
    "event": (Kind.EVENT,),
    "person": (Kind.PERSON,),
    "organisation": (Kind.ORGANISATION,),
    "place": (Kind.PLACE,),
    "place-or-term": (Kind.PLACE, Kind.TERM),
    "topic": (Kind.TOPIC,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A site's languages, the first being the default, and (unless any will do) its ids by kind of record."""

    languages: tuple[str, ...]
    ids: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)

    def find_ids(self, reference: str) -> tuple[str, ...] | None:
        """The ids that a reference may hold, sorted; None where any may stand."""
        kinds = REFERENCES.get(reference)
        if not self.ids or kinds is None:
            return None
        return tuple(sorted(identifier for kind in kinds for identifier in self.ids[kind]))


def collect_vocabulary(index: Index) -> Vocabulary:
    """The ids of all files, read or broken; organisations include every state."""
    ids = {kind: tuple(sorted(index.paths[kind])) for kind in FOLDERS.values()}
    states = territory_codes()
    ids[Kind.ORGANISATION] = tuple(sorted({*ids[Kind.ORGANISATION], *states}))
    return Vocabulary(languages=index.settings.languages, ids=ids)
