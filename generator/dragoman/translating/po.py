"""Exchange with translators' tools: a gettext PO file of all texts that one language should have, and back.

The only module that imports polib. Knows texts and their keys, not where they come from or go to.
https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from dragoman.errors import DragomanError
from dragoman.model.text import InlineMarkdown, Localized, Markdown
from dragoman.model.translations import Standing
from dragoman.translating.entries import Entry

_SITE = "X-Dragoman-Site"
_SOURCE_LANGUAGE = "X-Source-Language"
_NOTES: Mapping[type[Localized], str] = {
    InlineMarkdown: "Inline Markdown: *emphasis* and [links](https://example.org/).",
    Markdown: "Markdown: paragraphs, *emphasis*, [links](https://example.org/), lists, quotes.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a PO file offers for one text: ``translation`` is empty where there is none, or it is marked fuzzy."""

    key: str
    original: str
    translation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A PO file as it came back: for which site, into which language, and what it offers, in its order."""

    site: str
    language: str
    offers: tuple[Offer, ...]


def write_po(entries: Iterable[Entry], earlier: Mapping[str, str], *, site: str, language: str, default: str) -> str:
    """The texts of ``entries`` for a translator. The same site gives the same file: it holds no time, no line numbers.

    A stale translation is ``fuzzy``, with the original it was made from where ``earlier`` has it (by key).
    """
    po = polib.POFile(wrapwidth=100)
    po.metadata = {
        "Project-Id-Version": site,
        "Language": language.replace("-", "_"),  # as gettext spells en_GB
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        _SITE: site,
        _SOURCE_LANGUAGE: default,
    }
    po.extend(_make_entry(entry, earlier.get(entry.key), default) for entry in entries if entry.original is not None)
    return f"{po}\n"


def _make_entry(entry: Entry, earlier: str | None, default: str) -> polib.POEntry:
    notes = [_NOTES.get(type(entry.judged.text.value), "")]
    if entry.judged.from_ != default:
        notes.append(f"This original is in the language {entry.judged.from_}.")
    stale = entry.standing is Standing.STALE
    return polib.POEntry(
        msgctxt=entry.key,
        msgid=entry.original,
        msgstr=entry.translation or "",
        comment="\n".join(note for note in notes if note),
        occurrences=[(entry.path, "")],
        flags=["fuzzy"] if stale else [],
        previous_msgctxt=entry.key if stale and earlier is not None else None,
        previous_msgid=earlier if stale else None,
    )


def read_po(path: Path) -> Catalogue:
    """Read a PO file, in whatever encoding its head names.

    Raises DragomanError where it is none, or does not say which site and language it is for.
    """
    try:
        po = polib.pofile(os.fspath(path))  # of a text, polib would also break lines at U+2028 and the like
    except (OSError, ValueError) as error:
        raise DragomanError(f"{path} is not a readable PO file: {error}") from error
    site, language = po.metadata.get(_SITE, ""), po.metadata.get("Language", "")
    if not site or not language:
        raise DragomanError(
            f"the PO file does not say for which site and language it is ({_SITE} and Language in its head)",
            hint="it must come from `dragoman translations export`, and keep its head",
        )
    return Catalogue(
        site=site,
        language=language.replace("_", "-"),
        offers=tuple(
            Offer(key=entry.msgctxt or "", original=entry.msgid, translation="" if entry.fuzzy else entry.msgstr)
            for entry in po
            if not entry.obsolete
        ),
    )
