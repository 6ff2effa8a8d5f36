"""Looks through the files of prose before Pelican reads them: names, size, characters, head, marks and links.

What is not said here must not stop a build, so that ``check`` knows as much. Knows no Pelican and makes no HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.content.files import CONTENT, Kind, SourceFile
from dragoman.content.identifiers import suggest_id
from dragoman.content.opening import read_safely, reason
from dragoman.content.prose_fields import check_head, find_language
from dragoman.content.prose_head import Head, read_head
from dragoman.content.prose_links import check_links
from dragoman.content.rules.registry import get_rules
from dragoman.content.text import SourceText, decode
from dragoman.diagnostics import Diagnostic, Location, Severity
from dragoman.model.marks import find_excess_in_prose

PAGES = "pages"
SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".mdown"})
LARGEST_PAGE = 64 * 1024
"""The largest file of prose, in bytes: some ten thousand words."""
#: Other ways of writing that Pelican knows. Some can draw in any file of the machine, so none is read.
_OTHER_PROSE = frozenset({".rst", ".html", ".htm", ".txt", ".adoc", ".org"})
_CHARACTER_RULES = ("control-character", "direction-override")


@dataclass(frozen=True, slots=True, kw_only=True)
class _ProseFile:
    """A page's text and head; ``source`` is its path as findings write it."""

    source: str
    text: SourceText
    head: Head

    def diagnose(self, start: int, end: int, rule: str, message: str, hint: str) -> Diagnostic:
        return self.text.diagnose(self.text.locate(start, end), rule, message, hint)


def check_prose(content: Path, languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Findings about the files below ``content/pages``; links and devices among them are found by ``load_folder``."""
    taken: dict[tuple[str, str], str] = {}
    for source, path in _iter_files(content):
        if path.suffix in SUFFIXES:
            yield from _check_file(source, path, content, languages, taken)
        elif path.suffix.lower() in _OTHER_PROSE or path.suffix.lower() in SUFFIXES:
            yield _finding(
                source,
                "wrong-folder",
                "prose is Markdown, so this would never be read",
                "name it so that it ends in .md",
            )


def _iter_files(content: Path) -> Iterator[tuple[str, Path]]:
    pages = content / PAGES
    for path in sorted(pages.rglob("*")) if pages.is_dir() else ():
        if not path.is_symlink() and path.is_file() and not path.name.startswith("."):
            yield f"{CONTENT}/{path.relative_to(content).as_posix()}", path


def _check_file(
    source: str, path: Path, content: Path, languages: tuple[str, ...], taken: dict[tuple[str, str], str]
) -> Iterator[Diagnostic]:
    text = _read(source, path)
    if isinstance(text, Diagnostic):
        yield text
        return
    characters = list(_check_characters(text))
    yield from characters
    excess = find_excess_in_prose(text.text)
    if excess:
        place = text.locate(excess.start, excess.end)
        yield text.diagnose(place, "too-much-markup", excess.message, excess.hint)
    if characters or excess:
        return
    page = _ProseFile(source=source, text=text, head=read_head(text.text))
    for fault in check_head(page.head, path.stem, languages):
        yield page.diagnose(fault.start, fault.end, fault.rule, fault.message, fault.hint)
    yield from _check_address(page, find_language(page.head, path.stem, languages), taken)
    for link in check_links(text.text, path.parent.relative_to(content).as_posix(), content):
        yield page.diagnose(link.start, link.end, link.rule, link.message, link.hint)


def _read(source: str, path: Path) -> SourceText | Diagnostic:
    try:
        content, size = read_safely(path, LARGEST_PAGE + 1)
    except OSError as error:
        hint = "give yourself permission to read it, or remove it"
        return _finding(source, "unreadable-file", f"this cannot be read: {reason(error)}", hint)
    if size > LARGEST_PAGE:
        hint = f"divide it into several pages of at most {LARGEST_PAGE // 1024} KiB"
        return _finding(source, "too-large", f"this page has {size // 1024} KiB", hint)
    return decode(SourceFile(path=source, kind=Kind.SITE, content=content, size=size, digest=""))


def _check_characters(text: SourceText) -> Iterator[Diagnostic]:
    for rule in (get_rules()[name] for name in _CHARACTER_RULES):
        for found in rule.check_text(text.text) if rule.check_text else ():
            yield text.diagnose(text.locate(found.start, found.end), rule.name, found.message, found.hint)


def _check_address(page: _ProseFile, language: str, taken: dict[tuple[str, str], str]) -> Iterator[Diagnostic]:
    """Two pages of one language with the same slug: the one that is written, or the one that a title leads to."""
    line = page.head.find("slug") or page.head.find("title")
    slug = suggest_id(line.value) if line else None
    if line is None or slug is None:
        return
    other = taken.setdefault((language.lower(), slug), page.source)
    if other != page.source:
        message = f'"{slug}" is also the slug of {other}'
        hint = "give one of them another with Slug:; where they are translations of each other, name their languages"
        yield page.diagnose(line.start, line.end, "duplicate-id", message, hint)


def _finding(source: str, rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(location=Location(path=source), rule=rule, severity=Severity.ERROR, message=message, hint=hint)
