"""The words of the interface: gettext catalogs read from ``locale`` folders, compiled in memory.

Knows the layout of such folders and which language stands in for another; knows none of the words.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from dragoman.errors import DragomanError
from dragoman.i18n.locales import SOURCE_LANGUAGE, find_locale, get_lineage

DOMAIN = "dragoman"

#: A message's context (None for most) and its text in the source language (of a plural, the singular).
MessageId = tuple[str | None, str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Messages:
    """The words of one language, in the four functions that gettext (and Jinja2's i18n extension) calls by name.

    A message that has no translation comes back as it is, in English, or as ``_foreign`` makes it.
    """

    lang: str
    translated: frozenset[MessageId]
    _translations: gettext.NullTranslations
    _foreign: Callable[[str], str] = str

    def gettext(self, message: str) -> str:
        return self._finish(self._translations.gettext(message), None, message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self._finish(self._translations.ngettext(singular, plural, n), None, singular)

    def pgettext(self, context: str, message: str) -> str:
        return self._finish(self._translations.pgettext(context, message), context, message)

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        return self._finish(self._translations.npgettext(context, singular, plural, n), context, singular)

    def enclosing(self, foreign: Callable[[str], str]) -> Messages:
        """The same, with what has no translation passed through a function that makes it recognisable."""
        return replace(self, _foreign=foreign)

    def _finish(self, words: str, context: str | None, message: str) -> str:
        return words if self.is_translated(message, context) else self._foreign(words)

    def is_translated(self, message: str, context: str | None = None) -> bool:
        """Whether the message has words in this language or a parent of it; in the source language it always has."""
        return (context, message) in self.translated or get_lineage(self.lang)[-1] == SOURCE_LANGUAGE

    def find_missing(self, messages: Iterable[MessageId]) -> tuple[MessageId, ...]:
        """Those of the messages that have no words in this language, in their order."""
        return tuple((context, text) for context, text in messages if not self.is_translated(text, context))


def load_messages(lang: str, folders: Sequence[Path]) -> Messages:
    """Read ``<folder>/<lang>/LC_MESSAGES/dragoman.po`` for the language and its parents, where they exist.

    An entry of a later folder goes before that of an earlier one, and the language's own before its parent's
    (``pt-BR`` before ``pt``). Folders of the form ``pt_BR`` are found too. Raises DragomanError for a file that
    cannot be read.
    """
    catalogs = [
        _read_catalog(path, tag)
        for tag in get_lineage(lang)
        for folder in reversed(folders)
        for path in _catalog_paths(folder, tag)
        if path.is_file()
    ]
    translations = gettext.NullTranslations()
    for catalog in reversed(catalogs):
        compiled = _compile(catalog)
        compiled.add_fallback(translations)
        translations = compiled
    translated = frozenset(_message_id(message) for catalog in catalogs for message in catalog if message.id)
    return Messages(lang=lang, translated=translated, _translations=translations)


def source_messages(lang: str = SOURCE_LANGUAGE) -> Messages:
    """The words as they are written in the program, for a language without any catalog."""
    return load_messages(lang, ())


def _catalog_paths(folder: Path, tag: str) -> list[Path]:
    names = dict.fromkeys((tag, tag.replace("-", "_")))
    return [folder / name / "LC_MESSAGES" / f"{DOMAIN}.po" for name in names]


def _read_catalog(path: Path, tag: str) -> Catalog:
    """The catalog with complete entries only: a half translated plural would otherwise come out empty."""
    try:
        with path.open("rb") as file:
            catalog = read_po(file, locale=find_locale(tag), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise DragomanError(f"{path}: not a readable catalog: {error}", hint="check it with msgfmt") from error
    for message in list(catalog):
        if message.id and (message.fuzzy or not _is_complete(message)):
            catalog.delete(message.id, message.context)
    return catalog


def _is_complete(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def _compile(catalog: Catalog) -> gettext.GNUTranslations:
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _message_id(message: Message) -> MessageId:
    text = message.id if isinstance(message.id, str) else message.id[0]
    return (message.context, text)
