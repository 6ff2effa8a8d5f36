"""Finds records by what people call them: an id, a name in any language, another spelling, a part or a slip of it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.content.files import Kind
from dragoman.content.index import Index
from dragoman.i18n.names import get_territory_name, territory_codes

_LETTERS = str.maketrans({"ə": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae"})
#: Of scores: what begins alike, and what is at least like it.
_SURE = 0.9
_SIMILAR = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A record that can be named: its ``id``, what to show of it, and all its names (the id's words among them)."""

    id: str
    label: str
    names: tuple[str, ...]


def collect_known(index: Index, kind: Kind) -> tuple[Known, ...]:
    """All records of a kind; for organisations, the states as well."""
    known = {identifier: _describe(identifier, record) for identifier, record in index.records[kind].items()}
    if kind is Kind.ORGANISATION:
        for code in territory_codes() - known.keys():
            names = [get_territory_name(code, language) for language in index.settings.languages]
            known[code] = Known(id=code, label=names[0], names=tuple(_simplify(name) for name in (code, *names)))
    for identifier in index.paths[kind]:  # a broken file has an id at least
        known.setdefault(identifier, Known(id=identifier, label=identifier, names=(_simplify(identifier),)))
    return tuple(known[identifier] for identifier in sorted(known))


def find_matches(text: str, known: Iterable[Known]) -> tuple[Known, ...]:
    """What the text may mean, best first: alone where it is the whole of an id or of a name."""
    wanted = _simplify(text)
    if not wanted:
        return ()
    known = tuple(known)
    exact = tuple(one for one in known if wanted in one.names or one.id == text)
    if exact:
        return exact
    ranked = [(score, one) for one in known if (score := max(_score(wanted, name) for name in one.names)) >= _SIMILAR]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].id))
    sure = tuple(one for score, one in ranked if score >= _SURE)
    return sure or tuple(one for _, one in ranked)


def is_sure(text: str, match: Known) -> bool:
    """Whether a match begins, word by word, as the text does; if not, it is only like it, and somebody has to say."""
    wanted = _simplify(text)
    return max(_score(wanted, name) for name in match.names) >= _SURE


def _describe(identifier: str, record: Any) -> Known:
    texts = [*_iter_texts(getattr(record, "name", None) or getattr(record, "title", None))]
    label = texts[0] if texts else identifier
    texts += _iter_texts(getattr(record, "short", None))
    texts += getattr(record, "aliases", ())
    texts += getattr(record, "native", {}).values()
    texts += (used.text for used in getattr(record, "names", ()))
    texts += (word for words in getattr(record, "also", {}).values() for word in words)
    names = dict.fromkeys(_simplify(text) for text in (identifier, *texts))
    return Known(id=identifier, label=label, names=tuple(names))


def _iter_texts(localized: Any) -> Iterator[str]:
    return (text for _, text in localized.texts) if localized else iter(())


def _score(wanted: str, name: str) -> float:
    """How much a name is what is wanted, from 0 to 1; words that begin alike count more than letters in common."""
    words, parts = wanted.split(), name.split()
    if all(any(part.startswith(word) for part in parts) for word in words):
        return _SURE + min(1.0, len(wanted) / len(name)) * (1 - _SURE)
    whole = difflib.SequenceMatcher(None, wanted, name).ratio()
    return max(whole, _score_words(words, parts)) * _SURE * 0.999


def _score_words(words: Sequence[str], parts: Sequence[str]) -> float:
    """The average of how near each word comes to a part of the name."""
    nearest = [max(difflib.SequenceMatcher(None, word, part).ratio() for part in parts) for word in words if parts]
    return sum(nearest) / len(nearest) if nearest else 0.0


def _simplify(text: str) -> str:
    """Lower-case letters without accents, words separated by single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", letters.replace("_", " ")))
