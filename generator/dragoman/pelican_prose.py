"""The prose that Pelican has read: what is wrong with it, and as pages of ours. Knows Pelican's objects, not Pelican.

Prose is as little trusted as all content: it may neither publish files from elsewhere nor name where it is written.
``content.prose`` has found what can be found before; here is looked at what the site's own settings make of it.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.content.prose_links import find_problem
from dragoman.diagnostics import Diagnostic, Diagnostics, Location, Severity
from dragoman.site.views import ProsePage

_TEMPLATE = re.compile(r"page(?:-[a-z0-9-]+)?", re.ASCII)
_INTERNAL_LINK = re.compile(r"""=\s*["'][{|](?:filename|static|attach)[|}]([^"']*)["']""")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseFolder:
    """``content/pages`` of a site, for finding the line that a finding is about."""

    content: Path
    languages: tuple[str, ...]

    def diagnose(self, source: str, rule: str, message: str, hint: str, *, word: str = "") -> Diagnostic:
        """A finding at the first place of ``word`` in a file, given relative to the content; else at its beginning."""
        path = f"{self.content.name}/{source}"
        for number, line in enumerate(self._read_lines(source) if word else (), 1):
            column = line.find(word) + 1
            if column:
                place = Location(path=path, line=number, column=column, end_line=number, end_column=column + len(word))
                return _error(place, rule, message, hint, line)
        return _error(Location(path=path), rule, message, hint, "")

    def _read_lines(self, source: str) -> list[str]:
        try:
            return (self.content / source).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            return []


def _error(place: Location, rule: str, message: str, hint: str, line: str) -> Diagnostic:
    return Diagnostic(location=place, rule=rule, severity=Severity.ERROR, message=message, hint=hint, source_line=line)


def check_pages(folder: ProseFolder, pages: Iterable[Any], failed: Iterable[str]) -> Diagnostics:
    """Findings about pages as Pelican has read them; ``failed`` names the sources that it could not read."""
    findings = [
        folder.diagnose(
            source,
            "unreadable-file",
            "Pelican cannot read this page",
            "it needs a line `Title: …` at its top; `Date:` and `Status:` must be such as Pelican knows",
        )
        for source in failed
    ]
    for page in pages:
        findings.extend(_check_page(folder, page))
    return Diagnostics.of(findings)


def _check_page(folder: ProseFolder, page: Any) -> Iterator[Diagnostic]:
    source = page.relative_source_path
    if _find_language(page, folder.languages) is None:
        hint = f"the site's languages are {', '.join(folder.languages)}"
        yield folder.diagnose(source, "unknown-value", f'the site has no language "{page.lang}"', hint, word=page.lang)
    if not _TEMPLATE.fullmatch(page.template):
        message = f'prose has no template "{page.template}"'
        hint = "leave it out, or give the template a name that begins with page-"
        yield folder.diagnose(source, "unknown-value", message, hint, word=page.template)
    if not _is_safe(page.save_as):
        word = next((str(page.metadata[name]) for name in ("save_as", "slug", "lang") if name in page.metadata), "")
        message = f'the page cannot be written to "{page.save_as}"'
        hint = "a slug is made of letters, digits and single -, and stays inside the site"
        yield folder.diagnose(source, "bad-id", message, hint, word=word)
    yield from _check_links(folder, page, source)


def _check_links(folder: ProseFolder, page: Any, source: str) -> Iterator[Diagnostic]:
    for found in _INTERNAL_LINK.finditer(page._content):  # noqa: SLF001 - before Pelican has replaced the links
        problem = find_problem(html.unescape(found[1]), page.relative_dir, folder.content)
        if problem:
            rule, message, hint = problem
            yield folder.diagnose(source, rule, message, hint, word=found[1])


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return (
        path.endswith(".html")
        and "\\" not in path
        and path.isprintable()
        and all(part and not part.startswith(".") for part in parts)
    )


def _find_language(page: Any, languages: Iterable[str]) -> str | None:
    """The page's language as the site writes it; Pelican may have put it in lower case."""
    return next((language for language in languages if language.lower() == str(page.lang).lower()), None)


def make_page(page: Any, path: str, languages: Iterable[str], *, is_trusted: bool = False) -> ProsePage:
    """A checked page as our own value; its links lead from ``path``, the file it is published in."""
    upwards = posixpath.join(*[".."] * path.count("/")) if "/" in path else "."
    language = _find_language(page, languages)
    if language is None:
        raise ValueError(f"{page.relative_source_path} is in none of the site's languages")
    return ProsePage(
        key=str(page.metadata.get("translation_id") or page.slug),
        lang=language,
        path=path,
        title=str(page.title),
        summary=_as_text(page.get_summary(upwards)),
        html=page.get_content(upwards),
        template=f"{page.template}.html",
        is_trusted=is_trusted,
    )


def _as_text(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
