"""private-contact: somebody's mail address or telephone number in a text that everybody can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found, Leaf
from dragoman.content.files import Kind
from dragoman.content.passages import blank_links
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.values import LanguageTag, Reference, Url

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(
    r"(?<![\w/.,–-])(?:\+|00)\d{1,3}[\d ()/.-]{6,16}\d(?![\d-])"
    r"|\b(?:tel|telefon|phone|mobil|mobile|handy|fax|cell)\w{0,9}\.?:?\s*\(?\d[\d ()/.-]{5,16}\d",
    re.IGNORECASE,
)
#: Addresses of an office, not of a person.
_OFFICES = re.compile(
    r"(?:info|press|presse|media|office|kontakt|contact|mail|redaktion|editor|editors|post|poststelle|secretariat"
    r"|sekretariat|spokesperson|sprecher|pressoffice|protocol|protokoll|webmaster|newsroom)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"@|\d[\d ()/.-]{5,}\d")


#: What is an id, an address or a tag, is no text.
_NO_TEXTS = (Reference, Url, LanguageTag)


def _is_public(leaf: Leaf) -> bool:
    return leaf.is_localized or (leaf.type is str and not any(leaf.find_note(kind) for kind in _NO_TEXTS))


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        pairs = [((language,), text) for language, text in found.value.texts] if found.leaf.is_localized else None
        for more, text in pairs if pairs is not None else [((), found.value)]:
            if not _PERHAPS.search(text):
                continue
            for match, what in _find_contacts(blank_links(text)):
                yield Finding(
                    path=(*found.path, *more),
                    part=found.part,
                    span=match.span() if found.part == "value" else None,
                    message=f"this looks like somebody’s {what}",
                    hint="leave it out: what is published here cannot be taken back",
                )


def _find_contacts(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _MAIL.finditer(text):
        if not _OFFICES.match(match.group()):
            yield match, "mail address"
    for match in _TELEPHONE.finditer(text):
        yield match, "telephone number"


RULE = Rule(
    name="private-contact",
    group=Group.MEDIA,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="No text has a mail address or a telephone number of a person.",
    kinds=frozenset(Kind) - {Kind.SITE},
    wants=_is_public,
    check_texts=_check,
)
