"""Which texts of a record can be translated, and which translations are older than the text they were made from.

Knows records and digests; nothing of files, nor of who stamps a translation.
"""

from __future__ import annotations

import enum
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.model.records import Record
from dragoman.model.text import Localized
from dragoman.model.values import Value

#: How many hexadecimal digits a stamp has. One that was written with more is compared with as many.
STAMP_LENGTH = 6

#: The way to a text in the file: keys as written, and positions in lists from 0.
TextPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Translatable:
    """One localised text of a record. ``name`` is how ``translations`` calls it, ``path`` where it stands.

    ``title``; ``outcome.reason``; ``comparison.2.note``: items are counted from 1, or named by their ``id``
    (``offices.president.title``). A point of an account is ``readouts.az.1``.
    """

    name: str
    path: TextPath
    value: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A text whose translation into ``language`` was made from another text than the present one in ``from_``."""

    text: Translatable
    language: str
    from_: str


def make_stamp(text: str) -> str:
    """The digest by which a translation remembers its original: the beginning of the SHA-256 of the exact text.

    Exact means as read: after YAML's quoting and folding, in NFC. Nothing else is evened out.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:STAMP_LENGTH]


def matches(stamp: str, text: str) -> bool:
    """Whether the stamp is that of the text. Stamps may be longer than ours, but not shorter."""
    whole = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return len(stamp) >= STAMP_LENGTH and whole.startswith(stamp)


def iter_translatable(record: Value | tuple[Value, ...]) -> Iterator[Translatable]:
    """All localised texts of a record, of the site or of the coverage, in the order of the model's fields."""
    yield from _walk(record, (), ())


class Standing(enum.Enum):
    """How a translation stands to its original."""

    MISSING = "missing"
    STALE = "stale"
    CURRENT = "current"
    UNSTAMPED = "unstamped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A text, the language it is to be translated into, and how that translation stands to the text in ``from_``."""

    text: Translatable
    language: str
    from_: str
    standing: Standing


def judge_translations(record: Value | tuple[Value, ...], language: str, default: str) -> tuple[Judged, ...]:
    """How each text of a record stands in a language, in the order of the model's fields.

    A translation is from the language that its stamps name, else from ``default``; a text that is not there in that
    language is an original itself and left out, as is everything in ``default`` where nothing says otherwise.

    An item of a list is moved with all its languages. So a text is also current if its original has the stamp of
    another number in the same list, and a stamp that has been found again like that says nothing of the text that has
    taken its number.
    """
    made = record.translations.get(language) if isinstance(record, Record) else None
    from_ = made.from_ if made else default
    if language == from_:
        return ()
    texts = tuple(iter_translatable(record))
    stamps = dict(made.of) if made else {}
    families: dict[str, set[str]] = {}
    for name, stamp in stamps.items():
        families.setdefault(_get_family(name), set()).add(stamp)
    found = {
        stamp
        for text in texts
        for stamp in families.get(_get_family(text.name), ())
        if matches(stamp, text.value.find(from_) or "")
    }

    def judge(text: Translatable) -> Standing | None:
        original = text.value.find(from_)
        if text.value.find(language) is None:
            return Standing.MISSING
        if original is None:
            return None
        if any(matches(stamp, original) for stamp in families.get(_get_family(text.name), ())):
            return Standing.CURRENT
        stamp = stamps.get(text.name)
        return Standing.UNSTAMPED if stamp is None or stamp in found else Standing.STALE

    judged = ((text, judge(text)) for text in texts)
    return tuple(
        Judged(text=text, language=language, from_=from_, standing=standing) for text, standing in judged if standing
    )


def find_stale(record: Record) -> tuple[Stale, ...]:
    """The translations whose original has changed since. A text without a stamp is never stale: nobody can know.

    A stamp whose text, or whose original, is no longer there says nothing either.
    """
    return tuple(
        Stale(text=judged.text, language=language, from_=judged.from_)
        for language, made in record.translations.items()
        for judged in judge_translations(record, language, made.from_)
        if judged.standing is Standing.STALE
    )


_NUMBER = re.compile(r"(?<=\.)\d+(?=\.|$)")


def _get_family(name: str) -> str:
    """The name without its numbers: what the items of one list have in common."""
    return _NUMBER.sub("#", name)


def _walk(value: Any, path: TextPath, name: tuple[str, ...]) -> Iterator[Translatable]:
    match value:
        case Localized():
            yield Translatable(name=_shorten(name), path=path, value=value)
        case Value():
            for attribute, info in type(value).model_fields.items():
                field = info.alias or attribute
                yield from _walk(getattr(value, attribute), (*path, field), (*name, field))
        case tuple():
            for index, item in enumerate(value):
                yield from _walk(item, (*path, index), (*name, getattr(item, "id", None) or str(index + 1)))
        case Mapping():
            for key, item in value.items():
                yield from _walk(item, (*path, key), (*name, str(key)))


def _shorten(name: tuple[str, ...]) -> str:
    """``readouts.az.1`` for ``readouts.az.points.1.text``; every other name whole."""
    match name:
        case ("readouts" | "reactions" as accounts, account, "points", point, "text"):
            return f"{accounts}.{account}.{point}"
        case _:
            return ".".join(name)
