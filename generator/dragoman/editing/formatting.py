"""Formats one file, and trusts the result only if it says the same and keeps every comment."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.content.files import SourceFile
from dragoman.content.reading import read_file
from dragoman.content.rules.registry import get_rules
from dragoman.content.rules.rule import Group
from dragoman.content.settings import Settings
from dragoman.content.text import SourceText, decode
from dragoman.content.validating import get_file_shape
from dragoman.content.yamltree import Document, parse
from dragoman.diagnostics import Diagnostic, Severity
from dragoman.editing.comments import count_comments, find_comments
from dragoman.editing.layout import lay_out
from dragoman.editing.order import sort_fields
from dragoman.editing.tree import read_tree
from dragoman.errors import DragomanError


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """A file laid out; ``text`` is all of it."""

    source: SourceFile
    text: str

    @property
    def is_changed(self) -> bool:
        """Whether the file is not laid out like that yet."""
        return self.text.encode() != self.source.content


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that cannot be read, and why."""

    source: SourceFile
    findings: tuple[Diagnostic, ...]


def format_file(source: SourceFile, settings: Settings) -> Formatted | Refused:
    """Lay one file out. Raises DragomanError where the result would not say the same, which is a fault of ours."""
    findings = _find_obstacles(source, settings)
    text = decode(source)
    if findings or not isinstance(text, SourceText):
        return Refused(source=source, findings=findings)
    written = text.text.replace("\r\n", "\n").replace("\r", "\n")
    laid_out = format_text(written, source, settings)
    if laid_out != written and not _says_the_same(SourceText(source.path, written), SourceText(source.path, laid_out)):
        raise DragomanError(
            f"{source.path} would not say the same when laid out anew, so it is left as it is",
            hint="please report this with the file: it is a fault of this program, not of the file",
        )
    return Formatted(source=source, text=laid_out)


def format_text(text: str, source: SourceFile, settings: Settings) -> str:
    """The text of a file that can be read, laid out."""
    tree = read_tree(text)
    return lay_out(sort_fields(tree, get_file_shape(source.kind), settings.languages), find_comments(text, tree))


def _find_obstacles(source: SourceFile, settings: Settings) -> tuple[Diagnostic, ...]:
    """The errors about characters and syntax; those about fields and values keep nobody from laying a file out."""
    rules = get_rules()
    findings = read_file(source, settings).findings
    return tuple(
        finding
        for finding in findings
        if finding.severity is Severity.ERROR and rules[finding.rule].group is Group.READING
    ) or (findings if not source.content else ())


def _says_the_same(before: SourceText, after: SourceText) -> bool:
    first, second = parse(before), parse(after)
    if not isinstance(first, Document) or not isinstance(second, Document) or first.data != second.data:
        return False
    return count_comments(before.text, read_tree(before.text)) == count_comments(after.text, read_tree(after.text))
