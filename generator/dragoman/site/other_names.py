"""What else a record is called: by other languages, in other letters, by those who use another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place, Term
from dragoman.model.topics import Topic

NamedRecord = Person | Organisation | Place | Topic | Term


def iter_other_names(record: NamedRecord, languages: Iterable[str]) -> Iterator[str]:
    """Each name but the one that is shown where ``languages`` are preferred, once, in a fixed order.

    For a person's name in another language its sorting form, where there is one, since that is looked up.
    """
    shown = record.name.resolve(languages).text
    yield from dict.fromkeys(name for name in _iter_names(record) if name != shown)


def _iter_names(record: NamedRecord) -> Iterator[str]:
    match record:
        case Person():
            yield from (text for _, text in (record.sort or record.name).texts)
            yield from record.native.values()
            yield from record.aliases
        case Organisation():
            yield from (text for _, text in record.name.texts)
            yield from (text for _, text in record.short.texts) if record.short else ()
        case Place() | Term():
            yield from (text for _, text in record.name.texts)
            yield from (name.text for name in record.names)
        case Topic():
            yield from (text for _, text in record.name.texts)
            yield from (word for words in record.also.values() for word in words)
