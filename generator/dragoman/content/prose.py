"""Looks through the files of prose before Pelican reads them: their names, size and characters, not their Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.content.files import CONTENT, MAXIMUM_SIZE, Kind, SourceFile
from dragoman.content.rules.registry import get_rules
from dragoman.content.text import SourceText, decode
from dragoman.diagnostics import Diagnostic, Location, Severity

PAGES = "pages"
SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".mdown"})
#: Other ways of writing that Pelican knows. Some can draw in any file of the machine, so none is read.
_OTHER_PROSE = frozenset({".rst", ".html", ".htm", ".txt", ".adoc", ".org"})
_CHARACTER_RULES = ("control-character", "direction-override")


def check_prose(content: Path) -> Iterator[Diagnostic]:
    """Findings about the files below ``content/pages``; links and devices among them are found by ``load_folder``."""
    pages = content / PAGES
    for path in sorted(pages.rglob("*")) if pages.is_dir() else ():
        if path.is_symlink() or not path.is_file() or path.name.startswith("."):
            continue
        source = f"{CONTENT}/{path.relative_to(content).as_posix()}"
        if path.suffix in SUFFIXES:
            yield from _check_text(source, path)
        elif path.suffix.lower() in _OTHER_PROSE or path.suffix.lower() in SUFFIXES:
            yield _finding(
                source,
                "wrong-folder",
                "prose is Markdown, so this would never be read",
                "name it so that it ends in .md",
            )


def _check_text(source: str, path: Path) -> Iterator[Diagnostic]:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAXIMUM_SIZE else b""
    except OSError as error:
        reason = (error.strerror or "input/output error").lower()
        hint = "give yourself permission to read it, or remove it"
        yield _finding(source, "unreadable-file", f"this cannot be read: {reason}", hint)
        return
    if size > MAXIMUM_SIZE:
        hint = f"divide it into several pages of at most {MAXIMUM_SIZE // 1024} KiB"
        yield _finding(source, "too-large", f"this page has {size // 1024} KiB", hint)
        return
    text = decode(SourceFile(path=source, kind=Kind.SITE, content=content, size=size, digest=""))
    if isinstance(text, Diagnostic):
        yield text
    else:
        yield from _check_characters(text)


def _check_characters(text: SourceText) -> Iterator[Diagnostic]:
    for rule in (get_rules()[name] for name in _CHARACTER_RULES):
        for found in rule.check_text(text.text) if rule.check_text else ():
            yield text.diagnose(text.locate(found.start, found.end), rule.name, found.message, found.hint)


def _finding(source: str, rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(location=Location(path=source), rule=rule, severity=Severity.ERROR, message=message, hint=hint)
